import { expect, test } from 'vitest';
import { blockersOf, mostCharacters, unusedVariables } from './check-prompt.ts';
import type { Prompt } from './prompt.ts';
import { renderPrompt } from './template.ts';
import { placesInTemplates } from './template-places.ts';

const prompt = (change: Partial<Prompt>): Prompt => ({ system: '', turns: [], user: '', parameters: {}, ...change });

test('a prompt of nothing but white space is empty', () => {
  expect(blockersOf(prompt({ user: ' \n', system: '\t' }), [])).toEqual([{ code: 'empty-prompt' }]);
  expect(blockersOf(prompt({ system: 'Be kind.' }), [])).toEqual([]);
});

test('every template is looked at, and the place of a problem named', () => {
  const problems = blockersOf(
    prompt({ system: '{{nobody}}', turns: [{ role: 'user', content: 'Hi {{name' }], user: '{{}} {{name}}' }),
    ['name'],
  );
  expect(problems).toEqual([
    { code: 'unknown-variable', name: 'nobody', span: { start: 0, end: 10 }, place: { part: 'system' } },
    { code: 'unclosed-variable', span: { start: 3, end: 5 }, place: { part: 'turn', index: 0 } },
    { code: 'empty-variable', span: { start: 0, end: 4 }, place: { part: 'user' } },
  ]);
});

test('a prompt of a megabyte may run, one far beyond what models take may not', () => {
  expect(blockersOf(prompt({ user: 'x'.repeat(1_000_000) }), [])).toEqual([]);
  expect(blockersOf(prompt({ user: 'x'.repeat(mostCharacters + 1) }), [])).toMatchObject([{ code: 'too-large' }]);
});

test('unused variables are those in no template', () => {
  const used = prompt({ system: '{{policy}}', user: '{{ email }}' });
  expect(unusedVariables(used, ['email', 'policy', 'date'])).toEqual(['date']);
});

test('a place in a message leads back to what was typed', () => {
  const messages = renderPrompt(prompt({ system: 'Be kind.', user: 'Hi {{name}}, bye' }), { name: 'Ann-Marie' });
  const places = placesInTemplates(messages, { message: 1, start: 1, end: 15 });
  expect(places).toEqual([
    { part: 'user', span: { start: 1, end: 3 } },
    { part: 'user', span: { start: 3, end: 11 }, variable: 'name' },
    { part: 'user', span: { start: 11, end: 14 } },
  ]);
  expect(placesInTemplates(messages, { message: 0, start: 3, end: 7 })).toEqual([
    { part: 'system', span: { start: 3, end: 7 } },
  ]);
  expect(placesInTemplates(messages, { message: 9, start: 0, end: 1 })).toEqual([]);
});
