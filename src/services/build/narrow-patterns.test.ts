import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { compilePattern } from '#core/grading/checks/regex.ts';
import { scripts } from '#core/grading/checks/scripts.ts';
import { narrowed } from './narrow-patterns.ts';

const source = () => readFileSync(join(dirname(createRequire(import.meta.url).resolve('re2js')), 'index.js'), 'utf8');

test('the library works without the scripts that were left out, and is a good deal smaller', async () => {
  const code = narrowed(source());
  expect(code.length).toBeLessThan(source().length - 8000);
  const folder = mkdtempSync(join(tmpdir(), 'candor-patterns-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'narrowed.mjs');
  writeFileSync(file, code);
  const { RE2JS } = (await import(pathToFileURL(file).href)) as typeof import('re2js');
  for (const name of scripts) expect(RE2JS.compile(`^\\p{${name}}$`)).toBeDefined();
  expect(RE2JS.compile('^\\p{Greek}+$').matches('λόγος')).toBe(true);
  for (const gone of ['\\p{Vai}', '\\p{Cn}', '\\pC']) expect(() => RE2JS.compile(gone)).toThrow();
});

test('a pattern with one of the others is refused wherever it runs', () => {
  for (const gone of ['\\p{Vai}', '\\P{Cn}', '\\pC']) expect(() => compilePattern(gone)).toThrow();
  for (const name of [...scripts, 'L', 'Lu', 'Cc', 'LC', 'Alphabetic'])
    expect(compilePattern(`\\p{${name}}`)).toBeDefined();
});
