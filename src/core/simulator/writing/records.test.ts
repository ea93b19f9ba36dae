import { expect, test } from 'vitest';
import { simulate } from '../simulate.ts';

const answer = (content: string) =>
  simulate({
    messages: [{ role: 'user', content }],
    parameters: {},
    size: 'medium',
    seed: 0,
    sample: 0,
    knowledge: [],
    temperament: 'off',
  }).text;

test('a table about a topic has the columns asked for, and something in each cell', () => {
  const rows = answer('List four risks of remote work as a Markdown table with the columns Risk and Remedy.')
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows[0]).toEqual(['Risk', 'Remedy']);
  const cells = rows.slice(2).flat();
  expect(cells.length).toBeGreaterThanOrEqual(6);
  expect(cells.filter((cell) => cell === '')).toEqual([]);
});

test('fields about a topic are filled, and what a text lacks stays empty', () => {
  const about = answer('Tell me about tea as JSON with the keys title and note. JSON only.');
  expect(Object.values(JSON.parse(about) as Record<string, unknown>).every((value) => typeof value === 'string')).toBe(
    true,
  );
  const lacking = answer(
    'Extract the date and the amount as JSON with keys date, amount; if the amount is missing, write null. JSON only.\n\n"""\nYour invoice of 12 March 2026 is late.\n"""',
  );
  expect(JSON.parse(lacking)).toMatchObject({ amount: null });
});
