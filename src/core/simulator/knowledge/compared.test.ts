import { expect, test } from 'vitest';
import { read } from '../reading/read.ts';
import { rowsCompared, thingsCompared } from './compared.ts';
import { topicOf } from './topic.ts';

const reading = (content: string) => read([{ role: 'user', content }]);

test.each([
  ['Give me a table comparing PostgreSQL, MySQL and SQLite.', ['PostgreSQL', 'MySQL', 'SQLite']],
  ['Compare tea and coffee in a table.', ['tea', 'coffee']],
  ['Fais un tableau comparatif entre Lyon, Lille et Nantes (colonnes : ville, atout).', ['Lyon', 'Lille', 'Nantes']],
  ['React vs Svelte for a small team, as a table.', ['React', 'Svelte']],
  ['Write a poem about the sea.', []],
])('%s', (prompt, things) => {
  expect(thingsCompared(reading(prompt))).toEqual(things);
});

test('each thing has a row with every column', () => {
  const rows = rowsCompared(['tea', 'coffee'], [{ name: 'Drink' }, { name: 'Taste' }, { name: 'Price' }], 'en');
  expect(rows.map((row) => row.map(([name]) => name))).toEqual([
    ['Drink', 'Taste', 'Price'],
    ['Drink', 'Taste', 'Price'],
  ]);
  expect(rows.map(([first]) => first?.[1])).toEqual(['tea', 'coffee']);
});

test.each([
  ['Write a short LinkedIn post (max 80 words) announcing our new warehouse in Lyon.', 'our new warehouse in Lyon'],
  ['Explique en trois phrases ce qu’est une clause de non-concurrence à un salarié.', 'une clause de non-concurrence'],
  ['Rédige un mail de relance poli mais ferme pour une facture impayée.', 'une facture impayée'],
])('the topic of %s', (prompt, topic) => {
  expect(topicOf(reading(prompt))).toBe(topic);
});
