import type { WriteExercise } from '#core/exercises/exercise.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { parsePrompt } from '#core/exercises/parse-exercise.ts';
import {
  chainBlockersOf,
  templatesOf,
  unusedVariables,
  type Blocker,
  type PlacedProblem,
} from '#core/prompts/check-prompt.ts';
import { givenTo, stepsOf } from '#core/grading/steps.ts';
import { emptyPrompt, type Prompt, type StepPrompt } from '#core/prompts/prompt.ts';
import { stepPrompt, stepPrompts } from '#core/prompts/steps.ts';
import type { TemplatePlace } from '#core/prompts/template.ts';
import { readYaml } from '#services/exercises/yaml-file.ts';
import type { Console } from './console.ts';
import { readText } from './files.ts';
import { InputError } from './input-error.ts';

/** Reads the prompt that `--prompt` names, and makes sure that it can be run on the exercise. */
export async function readPrompt(
  name: string | undefined,
  exercise: WriteExercise,
  command: string,
  console: Console,
): Promise<Prompt> {
  if (name === undefined)
    throw new InputError(
      `"candor ${command}" needs a prompt: --prompt FILE (or --prompt - to read it from standard input)`,
    );
  const text = name === '-' ? await console.input() : readText(name);
  const called = name === '-' ? 'the prompt on standard input' : `the prompt "${name}"`;
  const prompt = promptOf(name, text.replace(/^\uFEFF/, ''), called);
  const steps = stepsOf(exercise);
  if (stepPrompts(prompt).length > steps.length) {
    throw new InputError(
      steps.length > 1
        ? `${called} has ${stepPrompts(prompt).length} steps, but this exercise has ${steps.length}: ${steps.map(({ id }) => id).join(', ')}`
        : `${called} has "steps", but this exercise takes a single prompt: system, turns, user, parameters`,
    );
  }
  const variables = Object.keys(exercise.cases[0]?.values ?? {});
  const offered = steps.map((_, index) => [...Object.keys(givenTo(index, steps, {})), ...variables]);
  const [blocker] = chainBlockersOf(prompt, offered);
  if (blocker) {
    const step = blocker.step ?? 0;
    const where = steps.length > 1 ? `${called} (step "${steps[step]?.id}")` : called;
    throw new InputError(`${where} ${blockerSentence(blocker, stepPrompt(prompt, step), offered[step] ?? variables)}`);
  }
  const own = variables.filter((variable) => !exercise.common.includes(variable));
  const unused = unusedVariables(prompt, own);
  if (unused.length === own.length) {
    console.note(
      `Note: ${called} uses no variable of the cases (${own.map((one) => `{{${one}}}`).join(', ')}), so the model never sees their data.`,
    );
  }
  return prompt;
}

function promptOf(name: string, text: string, called: string): Prompt {
  if (!isStructured(name, text)) return { ...emptyPrompt, user: text.replace(/\r\n/g, '\n').replace(/\n+$/, '') };
  const yaml = readYaml(text);
  const [problem] = yaml.problems;
  if (problem) throw new InputError(`${called}, line ${problem.line}: ${problem.message}`);
  if (yaml.value === null || yaml.value === undefined) return emptyPrompt;
  const parsed = parsePrompt(yaml.value);
  if (parsed.value) return parsed.value;
  const [issue] = parsed.issues;
  const { line } = yaml.placeOf(issue?.path ?? [], issue?.key);
  const braces = issue?.message.includes('a group of keys')
    ? '; a text with {{variables}} needs quotation marks around it, or a | before it'
    : '';
  throw new InputError(`${called}, line ${line}: ${issue?.message ?? 'it is not a prompt'}${braces}`);
}

/** `.yaml`, `.yml` and `.json` are structured, `.txt` and `.md` are not; other texts tell by how they begin. */
function isStructured(name: string, text: string): boolean {
  if (/\.(ya?ml|json)$/i.test(name)) return true;
  if (/\.(txt|md|markdown)$/i.test(name)) return false;
  if (/^(?:\s*#.*\n|\s*\n)*(?:system|turns|user|parameters|steps)[ \t]*:(?:[ \t]|\r?\n)/.test(text))
    return /^(?:user|steps)[ \t]*:/m.test(text);
  return /^\s*\{\s*"(?:system|turns|user|parameters|steps)"\s*:/.test(text);
}

function blockerSentence(blocker: Blocker, prompt: StepPrompt, variables: readonly string[]): string {
  switch (blocker.code) {
    case 'empty-prompt':
      return 'is empty; write what the model should do';
    case 'too-large':
      return `has ${blocker.characters} characters; at most ${blocker.most} can be run`;
    case 'unclosed-variable':
      return `has an opening {{ that is never closed, in ${placeSentence(blocker, prompt)}; close it with }}`;
    case 'empty-variable':
      return `has an empty {{ }} in ${placeSentence(blocker, prompt)}; write the name of a variable in it: ${variables.join(', ')}`;
    case 'unknown-variable':
      return `uses {{${blocker.name}}} in ${placeSentence(blocker, prompt)}, which this exercise does not have${
        didYouMean(blocker.name, variables) || `; its variables are ${variables.join(', ')}`
      }`;
  }
}

function placeSentence({ place, span }: PlacedProblem, prompt: StepPrompt): string {
  const template = templatesOf(prompt).find((one) => samePlace(one.place, place))?.template ?? '';
  const before = template.slice(0, span.start).split('\n');
  const message = {
    system: 'the system message',
    user: 'the user message',
    turn: `turn ${place.part === 'turn' ? place.index + 1 : ''}`,
  }[place.part];
  return `${message}, line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

const samePlace = (a: TemplatePlace, b: TemplatePlace) =>
  a.part === b.part && (a.part !== 'turn' || b.part !== 'turn' || a.index === b.index);
