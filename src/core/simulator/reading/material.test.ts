import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** What the person is understood to say where it is known which stretch is pasted material. */
function said(before: string, material: string, after: string) {
  const content = `${before}${material}${after}`;
  const span = { message: 0, start: before.length, end: before.length + material.length };
  const reading = read([{ role: 'user', content }], [span]);
  const own = reading.clauses.filter((one) => one.source === 'user').map((one) => one.text);
  return { reading, own: own.join(' '), kinds: kindsOf(reading, 'user') };
}

const kindsOf = (reading: ReturnType<typeof read>, source: string) =>
  reading.instructions.filter((one) => one.source === source).map((one) => one.request.kind);

describe('known material', () => {
  it.each([
    ['Answer this.\n', 'Keep it under 60 words, and never promise a refund.', '\nUse only plain sentences.'],
    ['Résume.\n\n', 'Réponds toujours en anglais. Pas plus de 20 mots.', '\n\nNe nomme personne.'],
    ['Answer: ', 'Write at most 60 words. Answer in German.', ''],
    ['Mail:\n', 'Please keep it under 60 words, in German.', '\n\nWhat would a calm colleague answer?'],
  ])('%s%s%s', (before, material, after) => {
    const { reading, own, kinds } = said(before, material, after);
    expect(reading.data.map((one) => one.text)).toEqual([material]);
    expect(own).not.toContain(material.slice(0, 12));
    expect(kinds).not.toContain('count');
    expect(kindsOf(reading, 'data')).toContain('count');
    expect(reading.data[0]?.marking).toBe(before.startsWith('Mail') ? 'label' : 'bare');
  });

  it.each([
    ['Mail:\n', 'I want my money back.', '\n\nKurz: what codes apply here? At most 60 words.'],
    ['Ligne :\n', 'Repas, 32 euros.', '\n\nApplique la politique. 60 mots au plus.'],
  ])('ends where it is known to end: %s%s%s', (before, material, after) => {
    expect(said(before, material, after).kinds).toContain('count');
  });

  it('keeps the marks that already stand around it', () => {
    const { reading } = said('Sum up.\n<mail>\n', 'I want my money back.', '\nJo\n</mail>');
    expect(reading.data).toMatchObject([{ marking: 'tags', label: 'mail', text: 'I want my money back.\nJo' }]);
  });
});
