import { renderPrompt } from '#core/prompts/template.ts';
import { exercisesRoot, requireExercise } from '../exercise-folder.ts';
import type { Command } from '../main.ts';
import { readOptions } from '../options.ts';
import { readPrompt } from '../prompt-file.ts';
import { soleName } from '../sole-name.ts';

const render: Command = async (parameters, console) => {
  const { names, options } = readOptions('render', parameters, { prompt: 'text', json: 'flag', exercises: 'text' });
  const { exercise } = requireExercise(exercisesRoot(options.exercises), soleName('render', names), 'render');
  const prompt = await readPrompt(options.prompt, exercise, 'render', console);
  const cases = exercise.cases.map(({ id, heldOut, values }) => ({
    case: id,
    heldOut,
    messages: renderPrompt(prompt, values).map(({ role, content }) => ({ role, content })),
  }));
  if (options.json) {
    await console.write(`${JSON.stringify({ cases }, null, 2)}\n`);
  } else {
    for (const one of cases) {
      await console.write(`━━ ${one.case}${one.heldOut ? ' (held-out)' : ''}\n\n`);
      for (const { role, content } of one.messages) await console.write(`[${role}]\n${content}\n\n`);
    }
  }
  return 0;
};

export default render;
