import { describe, expect, it } from 'vitest';
import { foldText, foldView } from './fold.ts';
import { spanIn, viewOf } from './view.ts';

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
});
