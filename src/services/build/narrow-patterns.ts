import type { Plugin } from 'vite';
import { scripts, unassigned } from '#core/grading/checks/scripts.ts';

/** Leaves the tables of scripts and kinds of signs that no pattern may name out of the library for patterns. */
export function narrowPatterns(): Plugin {
  return {
    name: 'candor:narrow-patterns',
    apply: 'build',
    transform(code, id) {
      return /re2js\/build\/index\.js$/.test(id) ? { code: narrowed(code), map: null } : undefined;
    },
  };
}

const table = /(static SCRIPTS = new LazyMap\(\{\n)([^]*?)(\n\t\}\);)/;

/** The library without them; throws where it is not written as expected any more. */
export function narrowed(code: string): string {
  const rows = (table.exec(code)?.[2] ?? '').split('\n');
  const kept = rows.filter((row) => scripts.some((name) => row.startsWith(`\t\t${name}: `)));
  if (kept.length !== scripts.length) throw new Error('re2js keeps its scripts elsewhere now: see narrow-patterns.ts');
  const rest = unassigned.reduce(
    (text, name) => text.replace(new RegExp(`\\n\\t\\t${name}: \\(\\) => [^\\n]*`), ''),
    code,
  );
  return rest.replace(table, (_, head: string, __: string, tail: string) => `${head}${kept.join('\n')}${tail}`);
}
