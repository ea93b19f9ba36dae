import { describe, expect, it } from 'vitest';
import { foldText, foldView } from './fold.ts';
import { respelled, slice, spanIn, viewOf } from './view.ts';

describe('foldText', () => {
  it('makes typography equal and keeps letters', () => {
    expect(foldText('“L’été”\u00a0– 3\n\n4…', 'typography')).toBe('"L\'été" - 3 4...');
    expect(foldText('“L’é”\u00a0–\n4', 'typography-with-lines')).toBe('"L\'é" -\n4');
  });
  it('treats an accent the same whether it is composed or not', () => {
    for (const folding of ['typography', 'case', 'letters'] as const) {
      expect(foldText('PRESSE\u0301', folding)).toBe(foldText('PRESSÉ', folding));
    }
    expect(foldText('PRESSÉ', 'case')).toBe('pressé');
    expect(foldText('Œuvre ÉTÉ', 'letters')).toBe('oeuvre ete');
  });
});

describe('foldView', () => {
  it('leads places back, though lengths change', () => {
    const text = 'a…  “cœur” e\u0301t';
    const view = foldView(viewOf(text), 'letters');
    const at = view.text.indexOf('coeur" e');
    const { start, end } = spanIn(view, at, at + 'coeur" e'.length);
    expect(text.slice(start, end)).toBe('cœur” e\u0301');
  });
  it('leads back through a folding of a folding, and through other spellings of the same length', () => {
    const text = 'Œuf\u00a0 bio,\n“ÉTÉ”';
    const twice = foldView(foldView(viewOf(text), 'typography'), 'letters');
    const at = twice.text.indexOf('"ete"');
    expect(twice.text).toBe('oeuf bio, "ete"');
    expect(spanIn(twice, at, at + 5)).toEqual({ start: text.indexOf('“'), end: text.length });
    const upper = respelled(twice, twice.text.toUpperCase());
    expect(spanIn(upper, 0, 2)).toEqual({ start: 0, end: 1 });
    expect(spanIn(slice(upper, at, at + 5), 0, 1)).toEqual({ start: text.indexOf('“'), end: text.indexOf('“') + 1 });
  });
});
