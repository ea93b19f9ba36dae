import { expect, test } from 'vitest';
import type { PromptDraft } from '#core/attempts/attempt.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { PromptEditor } from './prompt-editor.svelte.ts';

const step = (user: string) => ({ system: '', turns: [], user, parameters: {} });
const steps = [
  { id: 'table', gives: 'table', weight: 1 },
  { id: 'memo', weight: 1 },
];

function editorOf(start = step('List {{mail}}')) {
  const kept: PromptDraft[] = [];
  const keeper = {
    keep: (draft: PromptDraft, done: (outcome: 'saved') => void) => (kept.push(draft), done('saved')),
    flush: () => Promise.resolve(),
  } as unknown as DraftKeeper;
  const editor = new PromptEditor('support/one', keeper, () => 1);
  editor.open([{ name: 'mail', shared: false, example: 'hello' }], start, steps);
  return { editor, kept };
}

test('what is written belongs to the step that is open, and is kept as one draft', () => {
  const { editor, kept } = editorOf();
  expect(editor.requests).toBe(1);
  editor.step = 1;
  expect(editor.current.user).toBe('');
  editor.setUser('Memo of {{table}}');
  editor.addExample();
  expect(editor.requests).toBe(2);
  editor.step = 0;
  expect(editor.current.user).toBe('List {{mail}}');
  editor.setUser('Count {{mail}}');
  expect(editor.prompt).toMatchObject({ user: 'Count {{mail}}', later: [{ user: 'Memo of {{table}}' }] });
  expect(editor.prompt.later?.[0]?.turns).toHaveLength(2);
  expect(kept.at(-1)?.prompt).toEqual(editor.prompt);
});

test('a step is offered what the ones before it give, and not what it gives itself', () => {
  const { editor } = editorOf(step('List {{mail}} {{table}}'));
  expect(editor.variables.map(({ name }) => name)).toEqual(['mail']);
  expect(editor.blockers).toMatchObject([{ code: 'unknown-variable', name: 'table', step: 0 }]);
  editor.setUser('List {{mail}}');
  editor.step = 1;
  expect(editor.variables.map(({ name }) => name)).toEqual(['table', 'mail']);
  editor.setUser('Memo of {{tabel}}');
  expect(editor.blockers).toMatchObject([{ code: 'unknown-variable', name: 'tabel', step: 1 }]);
});

test('only the first step must say something', () => {
  const { editor } = editorOf(step(''));
  expect(editor.blockers).toMatchObject([{ code: 'empty-prompt', step: 0 }]);
  editor.setUser('All of it: {{mail}}');
  expect(editor.blockers).toEqual([]);
});
