import { expect, test } from 'vitest';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import { outputFingerprint, promptFingerprint } from './fingerprints.ts';

const prompt = { ...emptyPrompt, user: 'Greet {{name}}' };
const model = { id: 'simulated-medium', seed: 0 };

test('a prompt version is its text and parameters, whatever order its parameters stand in', () => {
  const parameters = { temperature: 0.5, topP: 0.9 };
  expect(promptFingerprint({ ...prompt, parameters })).toBe(
    promptFingerprint({ ...prompt, parameters: { topP: 0.9, temperature: 0.5 } }),
  );
  expect(promptFingerprint({ ...prompt, parameters })).not.toBe(promptFingerprint(prompt));
  expect(promptFingerprint({ ...prompt, system: 'Be kind' })).not.toBe(promptFingerprint(prompt));
});

test('an output belongs to prompt, model and the values that were sent', () => {
  const now = outputFingerprint({ prompt, model }, { name: 'Ann', unused: 'x' });
  expect(outputFingerprint({ prompt, model }, { unused: 'y', name: 'Ann' })).toBe(now);
  expect(outputFingerprint({ prompt, model }, { name: 'Bob' })).not.toBe(now);
  expect(outputFingerprint({ prompt, model: { ...model, seed: 1 } }, { name: 'Ann' })).not.toBe(now);
  expect(outputFingerprint({ prompt: { ...prompt, user: 'Hello {{name}}' }, model }, { name: 'Ann' })).not.toBe(now);
});
