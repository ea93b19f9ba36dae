import { expect, it } from 'vitest';
import { codeIn, codePieces } from './code.ts';
import { joined } from './draft.ts';
import type { Content, Fact } from './content.ts';

const fact = (more: Partial<Fact>): Fact => ({ id: 'a', role: 'fact', say: [], importance: 3, because: [], ...more });
const content = (...facts: Fact[]) => ({ facts }) as unknown as Content;

it('code stands in a block to the letter, and what else is said comes after it', () => {
  const code = codeIn(content(fact({ say: ['A.'] }), fact({ code: 'sql', value: 'select  1;\n-- end' })))!;
  expect(joined(codePieces(code, [{ text: 'It counts.', because: [] }]))).toBe(
    '```sql\nselect  1;\n-- end\n```\n\nIt counts.',
  );
  expect(joined(codePieces(code, []))).toBe('```sql\nselect  1;\n-- end\n```');
});

it('an answer without code has none', () => {
  expect(codeIn(content(fact({ value: 'select 1' }), fact({ code: 'sql' })))).toBeUndefined();
});
