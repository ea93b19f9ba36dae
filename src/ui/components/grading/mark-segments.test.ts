import { describe, expect, it } from 'vitest';
import { byDetail, placeNotes, segments, type MarginNote } from './mark-segments.ts';

const note = (id: string, ...places: [number, number][]): MarginNote => ({
  id,
  title: id,
  detail: '',
  kind: 'fail',
  places: places.map(([start, end]) => ({ start, end })),
});

describe('segments', () => {
  it('leaves a text without places whole', () => {
    expect(segments('abc', [note('a')])).toEqual([{ start: 0, end: 3, notes: [], begins: [] }]);
  });

  it('flattens overlapping places and loses no character', () => {
    const cut = segments('0123456789', [note('a', [1, 6]), note('b', [4, 8])]);
    expect(cut.map(({ start, end, notes }) => [start, end, notes])).toEqual([
      [0, 1, []],
      [1, 4, ['a']],
      [4, 6, ['a', 'b']],
      [6, 8, ['b']],
      [8, 10, []],
    ]);
    expect(cut.map(({ start, end }) => '0123456789'.slice(start, end)).join('')).toBe('0123456789');
    expect(cut.filter(({ begins }) => begins.length).map(({ start, begins }) => [start, begins])).toEqual([
      [1, ['a']],
      [4, ['b']],
    ]);
  });

  it('keeps places that reach beyond the text inside it', () => {
    expect(segments('abc', [note('a', [1, 99], [-5, 0])]).at(-1)).toMatchObject({ start: 1, end: 3, notes: ['a'] });
  });
});

describe('placeNotes', () => {
  it('lets a note stand beside its mark when there is room', () => {
    const tops = placeNotes(
      [
        { id: 'a', top: 10, height: 20 },
        { id: 'b', top: 100, height: 20 },
      ],
      8,
    );
    expect([...tops]).toEqual([
      ['a', 10],
      ['b', 100],
    ]);
  });

  it('pushes crowded notes down in the order of their marks', () => {
    const tops = placeNotes(
      [
        { id: 'b', top: 12, height: 20 },
        { id: 'a', top: 10, height: 20 },
      ],
      8,
    );
    expect([...tops]).toEqual([
      ['a', 10],
      ['b', 38],
    ]);
  });
});

describe('notes with one cause', () => {
  it('stand together, in their order; those without evidence stay alone', () => {
    const because = (id: string, detail: string, kind: MarginNote['kind'] = 'fail'): MarginNote => ({
      ...note(id),
      detail,
      kind,
    });
    const groups = byDetail([
      because('a', 'No JSON.'),
      because('b', ''),
      because('c', 'No JSON.'),
      because('d', ''),
      because('e', 'No JSON.', 'ungraded'),
    ]);
    expect(groups.map(({ notes }) => notes.map(({ id }) => id))).toEqual([['a', 'c'], ['b'], ['d'], ['e']]);
  });
});
