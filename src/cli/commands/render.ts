import type { ExerciseCase, ExerciseStep } from '#core/exercises/exercise.ts';
import { stepsOf } from '#core/grading/steps.ts';
import type { Message, Prompt, StepPrompt } from '#core/prompts/prompt.ts';
import { isEmptyStep, stepPrompt } from '#core/prompts/steps.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { exercisesRoot, requireExercise } from '../exercise-folder.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { readPrompt } from '../prompt-file.ts';
import { soleName } from '../sole-name.ts';

const render: Command = async (parameters, console) => {
  const { names, options } = readOptions('render', parameters, { prompt: 'text', json: 'flag', exercises: 'text' });
  const { exercise } = requireExercise(exercisesRoot(options.exercises), soleName('render', names), 'render');
  const prompt = await readPrompt(options.prompt, exercise, 'render', console);
  const cases = exercise.cases.map((one) => ({
    case: one.id,
    heldOut: one.heldOut,
    messages: messagesOf(prompt, one),
    ...(exercise.steps ? { steps: laterSteps(prompt, stepsOf(exercise), one) } : {}),
  }));
  if (options.json) {
    await console.write(`${JSON.stringify({ cases }, null, 2)}\n`);
  } else {
    for (const one of cases) {
      await console.write(`━━ ${one.case}${one.heldOut ? ' (held-out)' : ''}\n\n`);
      for (const { role, content } of one.messages) await console.write(`[${role}]\n${content}\n\n`);
      for (const { step, messages } of one.steps ?? []) {
        await console.write(`── ${step}\n\n`);
        for (const { role, content } of messages) await console.write(`[${role}]\n${content}\n\n`);
      }
    }
  }
  return 0;
};

const messagesOf = (prompt: StepPrompt, { values }: ExerciseCase): Message[] =>
  renderPrompt(prompt, values).map(({ role, content }) => ({ role, content }));

/** The steps after the first; what earlier ones give is known only in a run, and its place is left as it is typed. */
function laterSteps(prompt: Prompt, steps: readonly ExerciseStep[], one: ExerciseCase) {
  return steps
    .map(({ id }, index) => ({ step: id, prompt: stepPrompt(prompt, index) }))
    .slice(1)
    .filter((step) => !isEmptyStep(step.prompt))
    .map((step) => ({ step: step.step, messages: messagesOf(step.prompt, one) }));
}

export default render;
