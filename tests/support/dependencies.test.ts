import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  license: string;
  dependencies: Record<string, string>;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Package;

test('the README names every library that reaches the page, with the licence that its package states', () => {
  const [, table = ''] =
    /\n\| library[^\n]*\n\| ?-[^\n]*\n((?:\|[^\n]*\n)+)/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const named = table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [, names = '', licence = ''] = row.split('|').map((cell) => cell.trim());
      return names.split(', ').map((name): [string, string] => [name, licence]);
    });
  const installed = Object.keys(read('package.json').dependencies).map((name): [string, string] => [
    name,
    read(`node_modules/${name}/package.json`).license,
  ]);
  const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
  expect(named.sort(byName)).toEqual(installed.sort(byName));
});
