import type { Finding, Path } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { chainBlockersOf, type StepBlocker } from '#core/prompts/check-prompt.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { stepPrompts } from '#core/prompts/steps.ts';
import { variablesOf } from '#core/prompts/template.ts';
import { inExercise, repeated, type Material } from './material.ts';

/** The ladder and every other prompt of an exercise. */
export function validatePrompts({ file }: Material): Finding[] {
  const findings: Finding[] = [];
  const variables = [
    ...new Set([...Object.keys(file.common), ...file.cases.flatMap((one) => Object.keys(one.values))]),
  ];
  const own = new Set(variables.filter((name) => !Object.hasOwn(file.common, name)));

  for (const { id, index } of repeated(file.ladder.map((rung) => rung.id))) {
    findings.push(inExercise(['ladder', index, 'id'], `the rung id "${id}" is used twice`));
  }
  for (const [index, rung] of file.ladder.entries()) {
    if (index === 0 && rung.adds) {
      findings.push(inExercise(['ladder', index, 'adds'], 'the first rung is the starter and adds no skill', true));
    } else if (index > 0 && !rung.adds) {
      findings.push(
        inExercise(
          ['ladder', index],
          `the rung "${rung.id}" must name the skill it adds: adds: ${file.skills[0] ?? '…'}`,
        ),
      );
    } else if (rung.adds && !file.skills.includes(rung.adds)) {
      findings.push(
        inExercise(
          ['ladder', index, 'adds'],
          `the rung "${rung.id}" adds "${rung.adds}", which is not among the exercise's skills (${file.skills.join(', ')})`,
        ),
      );
    }
    if (
      !stepPrompts(rung.prompt)
        .flatMap(variablesOf)
        .some((name) => own.has(name))
    ) {
      findings.push(
        inExercise(
          ['ladder', index, 'prompt'],
          `the rung "${rung.id}" uses none of the cases' data ({{${[...own].join('}}, {{')}}})`,
        ),
      );
    }
  }
  if (file.answerLanguage === 'any' && !file.alsoIn) {
    findings.push(
      inExercise(
        ['answerLanguage'],
        'where answers may be in any language, "alsoIn" must give a starter and a reference in the other one',
      ),
    );
  }
  for (const { id, index } of repeated(file.mustFail.map((one) => one.id))) {
    findings.push(inExercise(['mustFail', index, 'id'], `the id "${id}" is used twice`));
  }

  const prompts: { path: Path; prompt: Prompt; called: string }[] = [
    ...file.ladder.map(({ id, prompt }, index) => ({
      path: ['ladder', index, 'prompt'],
      prompt,
      called: `the rung "${id}"`,
    })),
    ...file.mustFail.map(({ id, prompt }, index) => ({
      path: ['mustFail', index, 'prompt'],
      prompt,
      called: `the must-fail prompt "${id}"`,
    })),
    ...(file.alsoIn
      ? (['starter', 'reference'] as const).map((name) => ({
          path: ['alsoIn', name],
          prompt: file.alsoIn![name],
          called: `the ${name} in the other language`,
        }))
      : []),
  ];
  const gives = (file.steps ?? []).map((step) => step.gives ?? '');
  const offered = [variables, ...gives.map((_, index) => [...gives.slice(0, index + 1), ...variables])];
  for (const { path, prompt, called } of prompts) {
    for (const blocker of chainBlockersOf(prompt, offered)) {
      const known = offered[blocker.step ?? 0] ?? variables;
      const step: Path = prompt.later ? ['steps', blocker.step ?? 0] : [];
      findings.push(inExercise([...path, ...step, ...placeOf(blocker)], `${called} ${sentence(blocker, known)}`));
    }
  }
  return findings;
}

function placeOf(blocker: StepBlocker): Path {
  if (!('place' in blocker)) return [];
  return blocker.place.part === 'turn' ? ['turns', blocker.place.index, 'content'] : [blocker.place.part];
}

function sentence(blocker: StepBlocker, variables: readonly string[]): string {
  switch (blocker.code) {
    case 'empty-prompt':
      return 'is empty';
    case 'too-large':
      return `has ${blocker.characters} characters; at most ${blocker.most} can be run`;
    case 'unclosed-variable':
      return 'has an opening {{ that is never closed';
    case 'empty-variable':
      return 'has an empty {{ }}';
    case 'unknown-variable':
      return `uses {{${blocker.name}}}, which no case has${didYouMean(blocker.name, variables) || `; there are ${variables.join(', ')}`}`;
  }
}
