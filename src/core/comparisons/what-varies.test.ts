import { expect, test } from 'vitest';
import { someVariant } from '../../../tests/support/comparisons.ts';
import { whatVaries } from './what-varies.ts';

const { prompt, model } = someVariant('a');
const of = (...changes: Parameters<typeof someVariant>[1][]) =>
  whatVaries({ panes: changes.map((change, index) => someVariant(String(index), change)) });

test('one thing that varies is named, and what is the same with its value', () => {
  const warm = { parameters: { temperature: 0.7 } };
  expect(of({ prompt: { ...prompt, ...warm } }, { prompt: { ...prompt, ...warm, user: 'Other' } })).toEqual({
    varies: [{ aspect: 'prompt', parts: ['user'] }],
    same: [
      { aspect: 'model', value: 'simulated-medium' },
      { aspect: 'case' },
      { aspect: 'temperature', value: 0.7 },
      { aspect: 'seed', value: 0 },
    ],
    verdict: 'one',
  });
});

test('parts of the prompt are told apart', () => {
  const turns = [{ role: 'user' as const, content: 'Hi' }];
  const { varies, verdict } = of({}, { prompt: { ...prompt, system: 'Be kind', turns } });
  expect(varies).toEqual([{ aspect: 'prompt', parts: ['system', 'examples'] }]);
  expect(verdict).toBe('one');
});

test('more than one thing is said to be more than one', () => {
  const { varies, verdict } = of(
    {},
    { model: { id: 'simulated-small', seed: 1 } },
    { prompt: { ...prompt, parameters: { topP: 0.5, stop: ['END'] } } },
  );
  expect(varies).toEqual([
    { aspect: 'model', values: ['simulated-medium', 'simulated-small'] },
    { aspect: 'topP' },
    { aspect: 'stop' },
    { aspect: 'seed' },
  ]);
  expect(verdict).toBe('several');
});

test('panes that are alike differ in nothing: white space at the edges and an empty list of stops are nothing', () => {
  const { varies, verdict } = of(
    {},
    { prompt: { ...prompt, user: `${prompt.user}\n`, parameters: {} }, model: { ...model } },
  );
  expect(varies).toEqual([]);
  expect(verdict).toBe('nothing');
});
