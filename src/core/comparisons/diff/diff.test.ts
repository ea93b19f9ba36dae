import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, type DiffRow } from './text-diff.ts';
import { diffWords, type Part } from './word-diff.ts';

/** Texts that share much, as two answers to one question do: French and English words, marks, blank lines, lists. */
const word = fc.constantFrom(
  ...['the', 'scanner', "l'avis", 'naïf', 'drops', 'aujourd’hui', 'its', 'list', '12,5', 'co-operate', '😀', '界'],
  ...[',', '.', '«', '»', '**', '|', '`', '- item', '\n```\n', '\n# ', '\u00a0', '\r\n'],
);
const space = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '');
const text = fc
  .array(fc.tuple(word, space), { maxLength: 60 })
  .map((pieces) => pieces.map(([one, after]) => one + after).join(''));
const pair = fc.oneof(
  fc.tuple(text, text),
  fc.tuple(text, text, text, text).map(([start, a, b, end]) => [start + a + end, start + b + end] as [string, string]),
  fc.tuple(fc.string(), fc.string()),
);

const side = (parts: readonly Part[], left: Part['kind']) =>
  parts.flatMap((part) => (part.kind === left ? [] : [part.text])).join('');
const swapped = { kept: 'kept', removed: 'added', added: 'removed' } as const;
const exchanged = (parts: readonly Part[]) => parts.map(({ kind, text: own }) => ({ kind: swapped[kind], text: own }));
/** Parts of one change in a fixed order. */
const inOrder = (parts: readonly Part[]) => {
  const changes: Record<string, string>[] = [];
  for (const { kind, text: own } of parts) {
    if (kind === 'kept') changes.push({ kept: own }, {});
    else Object.assign(changes.at(-1) ?? changes[changes.push({}) - 1]!, { [kind]: own });
  }
  return changes.filter((change) => Object.keys(change).length > 0);
};

describe('diffWords', () => {
  it('keeps both texts to the last space', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const parts = diffWords(before, after);
        expect(side(parts, 'added')).toBe(before);
        expect(side(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('says the same the other way round', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(inOrder(exchanged(diffWords(after, before)))).toEqual(inOrder(diffWords(before, after)));
      }),
    );
  });

  it('finds no difference between a text and itself', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(diffWords(one, one)).toEqual(one ? [{ kind: 'kept', text: one }] : []);
      }),
    );
  });

  it('marks the words that were put in, and leaves the spaces around them', () => {
    expect(diffWords('Three points.', 'Three short points.')).toEqual([
      { kind: 'kept', text: 'Three ' },
      { kind: 'added', text: 'short ' },
      { kind: 'kept', text: 'points.' },
    ]);
  });

  it('tells a French elision from its word', () => {
    expect(diffWords("l'avis du client", "l'accord du client")).toEqual([
      { kind: 'kept', text: "l'" },
      { kind: 'removed', text: 'avis' },
      { kind: 'added', text: 'accord' },
      { kind: 'kept', text: ' du client' },
    ]);
  });

  it('does not cut a rewritten sentence into confetti', () => {
    const parts = diffWords(
      'They mentioned some problems with the night shift, mostly about the tools.',
      'When the network drops, every counter is wrong until somebody recounts the shelves.',
    );
    expect(parts.filter(({ kind }) => kind === 'kept').map(({ text: kept }) => kept.trim())).toEqual(['.']);
  });

  it('shows white space that changed', () => {
    expect(diffWords('a b', 'a\n\nb').map(({ kind }) => kind)).toEqual(['kept', 'removed', 'added', 'kept']);
  });

  it('stays within its bound on texts that repeat themselves', () => {
    const before = 'a b '.repeat(8000);
    const after = 'b a c '.repeat(5000);
    const parts = diffWords(before, after);
    expect(side(parts, 'added')).toBe(before);
    expect(side(parts, 'removed')).toBe(after);
  });
});

describe('diffTexts', () => {
  const after = (row: DiffRow) => side(row.parts, 'removed');
  const before = (rows: readonly DiffRow[]) =>
    rows
      .filter((row) => row.before)
      .sort((one, other) => one.before!.start - other.before!.start)
      .map((row) => side(row.parts, 'added'))
      .join('');

  it('loses nothing of either text', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const { rows } = diffTexts(one, other);
        expect(rows.map(after).join('')).toBe(other);
        expect(before(rows)).toBe(one);
        for (const row of rows) {
          if (row.after) expect(after(row)).toBe(other.slice(row.after.start, row.after.end));
          if (row.before) expect(side(row.parts, 'added')).toBe(one.slice(row.before.start, row.before.end));
        }
      }),
    );
  });

  it('pairs the same paragraphs the other way round', () => {
    const pairs = (rows: readonly DiffRow[]) =>
      rows.flatMap((row) => (row.before && row.after ? [[row.before.start, row.after.start]] : []));
    const byFirst = (list: number[][]) => list.sort((a, b) => a[0]! - b[0]!);
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const there = pairs(diffTexts(one, other).rows);
        const back = pairs(diffTexts(other, one).rows).map(([x, y]) => [y!, x!]);
        expect(byFirst(back)).toEqual(byFirst(there));
      }),
    );
  });

  it('finds the paragraph that answers another, whatever stands between', () => {
    const one = 'Intro.\n\nThe scanner loses its list when the network drops.\n\nThe night shift counts by hand.';
    const other =
      'Another beginning altogether.\n\nSomething new.\n\nWhen the network drops, the scanner forgets its list.\n\nThe night shift counts by hand.';
    expect(diffTexts(one, other).rows.map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
      'added',
      'changed',
      'same',
    ]);
  });

  it('says that a paragraph moved', () => {
    const a = 'The first paragraph says one thing.\n\n';
    const b = 'The second paragraph says another.\n\n';
    const { rows } = diffTexts(
      `${a}${b}${b.replace('second', 'third')}End.`,
      `${b}${b.replace('second', 'third')}${a}End.`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'moved', 'same']);
  });

  it('goes by list items and headings too', () => {
    const { rows } = diffTexts(
      '# Findings\n- one thing\n- another thing\n',
      '# Findings\n- another thing\n- a third\n',
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'removed', 'same', 'added']);
  });

  it('falls back to paragraphs for five megabytes, and says so', () => {
    const one = Array.from(
      { length: 50_000 },
      (_, index) => `Line ${index} of a very long answer that never ends.\n\n`,
    );
    const other = one.map((line, index) => (index % 1000 === 7 ? `Changed. ${line}` : line));
    const diff = diffTexts(one.join(''), other.join(''));
    expect(diff.grain).toBe('paragraphs');
    expect(diff.rows.filter(({ kind }) => kind === 'added')).toHaveLength(50);
    expect(diff.rows.map(after).join('')).toBe(other.join(''));
    expect(before(diff.rows)).toBe(one.join(''));
  });
});
