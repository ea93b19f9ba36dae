import { knowledgeOf } from '#core/exercises/knowledge-of.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { exerciseFromFiles, referenceOf, simulationFromFiles, starterOf } from './support/exercise-files.ts';
import { storedOutputs } from './support/stored.ts';
import { expect, test } from './support/test.ts';

for (const id of ['support/refund-outside-policy', 'product-manager/entretiens-entrepot']) {
  test(`${id}: the browser's answers are those of Node, to the byte`, async ({ page, candor }) => {
    const exercise = exerciseFromFiles(id);
    const knowledge = [knowledgeOf({ exercise, simulation: simulationFromFiles(id) })];
    await candor.open(id);
    for (const prompt of [starterOf(exercise), referenceOf(exercise)]) {
      const before = new Set((await storedOutputs(page)).map((output) => output.id));
      await candor.writePrompt(prompt);
      await candor.run();
      const outputs = (await storedOutputs(page)).filter((output) => !before.has(output.id));
      expect(outputs).toHaveLength(exercise.cases.length * exercise.samples);
      for (const { case: name, sample, text } of outputs) {
        const values = exercise.cases.find((one) => one.id === name)!.values;
        const messages = renderPrompt(prompt, values).map(({ role, content }) => ({ role, content }));
        const { parameters } = prompt;
        const answer = simulate({ messages, parameters, size: 'medium', seed: 0, sample, knowledge });
        expect(text, `${name}, sample ${sample}`).toBe(answer.text);
      }
    }
  });
}
