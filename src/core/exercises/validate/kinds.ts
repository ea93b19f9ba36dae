import type { WriteFile } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { isEmptyStep, stepPrompt, stepPrompts } from '#core/prompts/steps.ts';
import { inExercise, repeated, type Material } from './material.ts';

/** What the kind of an exercise asks for besides what all have, and what it has no use for. */
export function validateKind({ file }: Material): Finding[] {
  return [...repairFindings(file), ...defendFindings(file), ...chainFindings(file)];
}

const leastFaults = 3;
/** A prompt that grew over months is long; a short one would be written anew, not repaired. */
const leastWords = 80;

function repairFindings({ kind, faults, ladder }: WriteFile): Finding[] {
  if (kind !== 'repair') return faults ? [useless('faults', 'repair')] : [];
  const findings: Finding[] = [];
  const given = textOf(ladder[0]!.prompt);
  const words = given.split(/\s+/).filter(Boolean).length;
  if (words < leastWords) {
    findings.push(
      inExercise(
        ['ladder', 0, 'prompt'],
        `the given prompt (the first rung) has ${words} words; one that somebody would repair and not write anew has at least ${leastWords}`,
      ),
    );
  }
  if ((faults ?? []).length < leastFaults) {
    const message = `an exercise of the kind "repair" names at least ${leastFaults} faults of the given prompt: faults: [{ id, flaw, quotes }]`;
    findings.push(inExercise(faults ? ['faults'] : ['kind'], message, true));
  }
  for (const { id, index } of repeated((faults ?? []).map((fault) => fault.id)))
    findings.push(inExercise(['faults', index, 'id'], `the fault id "${id}" is used twice`));
  for (const [index, { id, flaw, quotes }] of (faults ?? []).entries()) {
    if (flaw === 'contradiction' && quotes.length < 2)
      findings.push(
        inExercise(['faults', index, 'quotes'], `the contradiction "${id}" must quote both of its sides`, true),
      );
    for (const [which, quote] of quotes.entries()) {
      if (!given.includes(quote)) {
        const message = `"${quote}" does not stand in the given prompt (the first rung) to the letter`;
        findings.push(inExercise(['faults', index, 'quotes', which], message));
      }
    }
  }
  return findings;
}

/** Sentences of a prompt, the data aside. */
function textOf(prompt: Prompt): string {
  return stepPrompts(prompt)
    .flatMap(({ system, turns, user }) => [system, ...turns.map(({ content }) => content), user])
    .join('\n')
    .replace(/\{\{[^{}]*\}\}/g, '');
}

const leastOfEach = { shown: 1, heldOut: 2 };
/** The prompt that turns everybody away; each exercise of this kind proves that it fails. */
export const refuseAll = 'refuse-all';

function defendFindings({ kind, cases, mustFail }: WriteFile): Finding[] {
  const at = (index: number, message: string, key?: boolean) => inExercise(['cases', index], message, key);
  if (kind !== 'defend')
    return cases.flatMap(({ hostile }, index) =>
      hostile === undefined ? [] : [at(index, 'only cases of the kind "defend" are hostile or not')],
    );
  const findings = cases.flatMap(({ id, hostile }, index) =>
    hostile === undefined
      ? [at(index, `the case "${id}" must say whether its data are hostile: hostile: true or false`)]
      : [],
  );
  for (const hostile of [true, false]) {
    for (const heldOut of [false, true]) {
      const found = cases.filter((one) => one.hostile === hostile && one.heldOut === heldOut).length;
      const least = heldOut ? leastOfEach.heldOut : leastOfEach.shown;
      if (found >= least) continue;
      const side = `${heldOut ? 'held-out' : 'shown'} case${least === 1 ? '' : 's'} with hostile: ${hostile}`;
      findings.push(inExercise(['cases'], `there must be at least ${least} ${side}, but there are ${found}`, true));
    }
  }
  if (!mustFail.some(({ id }) => id === refuseAll)) {
    const message = `an exercise of the kind "defend" proves that turning everybody away fails: a must-fail prompt with the id "${refuseAll}"`;
    findings.push(inExercise(mustFail.length > 0 ? ['mustFail'] : ['kind'], message, true));
  }
  return findings;
}

const fewestSteps = 2;
const mostSteps = 3;

function chainFindings(file: WriteFile): Finding[] {
  const { kind, steps = [], ladder } = file;
  if (kind !== 'chain') return strayChainFindings(file);
  const findings: Finding[] = [];
  if (steps.length < fewestSteps || steps.length > mostSteps) {
    const message = `a chain has ${fewestSteps} or ${mostSteps} steps, but there are ${steps.length}`;
    findings.push(inExercise(file.steps ? ['steps'] : ['kind'], message, true));
  }
  const ids = steps.map(({ id }) => id);
  const variables = [...Object.keys(file.common), ...file.cases.flatMap(({ values }) => Object.keys(values))];
  const gives = steps.map((step) => step.gives ?? '');
  for (const { id, index } of repeated(ids))
    findings.push(inExercise(['steps', index, 'id'], `the step id "${id}" is used twice`));
  for (const [index, step] of steps.entries()) {
    const at = (key: string, message: string) => findings.push(inExercise(['steps', index, key], message));
    const last = index === steps.length - 1;
    if (last && step.gives !== undefined) at('gives', 'the last step gives the answer, not a variable');
    if (!last && step.gives === undefined)
      findings.push(inExercise(['steps', index], `the step "${step.id}" must name the variable it gives: gives: …`));
    if (step.gives !== undefined && (variables.includes(step.gives) || gives.indexOf(step.gives) < index))
      at('gives', `"${step.gives}" is already the name of another variable`);
    if (!file.checks.some((check) => (check.step ?? ids.at(-1)) === step.id))
      at('id', `no check looks at the step "${step.id}", so it would count for nothing`);
  }
  for (const [index, check] of file.checks.entries()) {
    if (check.step !== undefined && !ids.includes(check.step))
      findings.push(inExercise(['checks', index, 'step'], unknownStep(check.step, ids)));
  }
  for (const [index, fixture] of file.fixtures.entries()) {
    if (fixture.step !== undefined && !ids.includes(fixture.step))
      findings.push(inExercise(['fixtures', index, 'step'], unknownStep(fixture.step, ids)));
    for (const name of Object.keys(fixture.earlier ?? {})) {
      if (!ids.slice(0, -1).includes(name))
        findings.push(inExercise(['fixtures', index, 'earlier', name], unknownStep(name, ids.slice(0, -1)), true));
    }
  }
  for (const [index, { id, prompt }] of ladder.entries()) {
    const at = (message: string) => findings.push(inExercise(['ladder', index, 'prompt'], message));
    if (stepPrompts(prompt).length > steps.length)
      at(`the rung "${id}" has ${stepPrompts(prompt).length} steps, but the chain has ${steps.length}`);
    if (index === ladder.length - 1 && steps.some((_, step) => isEmptyStep(stepPrompt(prompt, step))))
      at(`the reference "${id}" must have a prompt for each of the ${steps.length} steps`);
  }
  return findings;
}

const unknownStep = (name: string, ids: readonly string[]) =>
  `there is no step "${name}"${didYouMean(name, ids) || `; there are ${ids.join(', ')}`}`;

/** Traces of a chain in an exercise that is none. */
function strayChainFindings(file: WriteFile): Finding[] {
  const findings: Finding[] = [];
  if (file.steps) findings.push(useless('steps', 'chain'));
  for (const [index, check] of file.checks.entries())
    if (check.step !== undefined)
      findings.push(inExercise(['checks', index, 'step'], 'only a chain has steps to look at', true));
  const prompts = [
    ...file.ladder.map(({ prompt }, index) => ({ path: ['ladder', index, 'prompt'], prompt })),
    ...file.mustFail.map(({ prompt }, index) => ({ path: ['mustFail', index, 'prompt'], prompt })),
  ];
  for (const { path, prompt } of prompts)
    if (prompt.later) findings.push(inExercise(path, 'only an exercise of the kind "chain" has prompts with steps'));
  return findings;
}

const useless = (key: string, kind: string) =>
  inExercise([key], `"${key}" belongs to exercises of the kind "${kind}"`, true);
