import { describe, expect, it } from 'vitest';
import { bareText } from './bare-data.ts';
import { blocksOf } from './blocks.ts';

const barely = (text: string) => bareText(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
const letter =
  'The lamp that came last week does not light up any more, and nobody in the shop knew where it goes or how long the repair takes. The box was open when it came.';

describe('material that nothing sets apart', () => {
  it('is a long paragraph that gives no order', () => {
    expect(barely(`Sort this mail.\n\n${letter}`)).toEqual([letter]);
  });

  it.each([
    'statut vaut « bloquee » s’il n’y a pas de numéro, pas de date certaine ou pas de total lisible. Sinon « bon ».\nquestion : si la pièce est bloquée, une phrase au fournisseur qui dit ce qui manque ; sinon null.',
    'statut is "held" if there is no number on it, no certain date or no total that can be read. Else "good".\nquestion: where it is held, one sentence to the supplier that says what is missing, else null.',
  ])('is no paragraph about the fields of the answer: %s', (rules) => {
    expect(barely(`Réponds en JSON : fournisseur, statut, question.\n\n${rules}`)).toEqual([]);
  });

  it('is a conversation all the same, whoever speaks in it', () => {
    const talk =
      'anna: the lamp that came last week does not light up any more and nobody could tell me where it goes\nbob: the same here, and mine smells of burnt plastic since this morning already';
    expect(barely(`Summarise what was said.\n\n${talk}`)).toEqual([talk]);
  });

  it('stands behind a label, unless the label is a field of the answer', () => {
    const kinds = (text: string) => blocksOf(text).map(({ kind }) => kind);
    expect(kinds('Answer this.\nquestion: why is the sea salt?')).toEqual(['text', 'data']);
    expect(kinds('JSON with status, question.\nquestion: what is missing, if it is held; else null.')).toEqual([
      'text',
    ]);
  });
});
