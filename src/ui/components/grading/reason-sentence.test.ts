import { afterEach, expect, it } from 'vitest';
import { reason } from '#core/grading/reasons.ts';
import { reasons } from '#i18n/en/reasons.ts';
import { speak } from '#i18n/i18n.ts';
import { reasonSentence, type ReasonWords } from './reason-sentence.ts';

afterEach(() => speak('en'));
const words = () => reasons.get() as unknown as ReasonWords;

it('says amounts with their unit', () => {
  expect(reasonSentence(reason('too-many', { measure: 'words', count: 71, max: 60 }), words(), 'en')).toBe(
    '71 words; at most 60.',
  );
  expect(reasonSentence(reason('too-few', { measure: 'sentences', count: 1, min: 2 }), words(), 'en')).toBe(
    '1 sentence; at least 2 needed.',
  );
});

it('names languages in the language of the reader', async () => {
  const wrong = reason('language-wrong', { expected: 'fr', actual: 'de' });
  expect(reasonSentence(wrong, words(), 'en')).toBe('Written in German, not in French.');
  await speak('fr');
  const off = reasons.listen(() => {});
  expect(reasonSentence(wrong, words(), 'fr')).toBe('Écrit en allemand, et non en français.');
  off();
});

it('says what a structure asked for, without its keywords', () => {
  const broken = (where: string, rule: string) =>
    reasonSentence(reason('schema-broken', { where, rule }), words(), 'en');
  expect(broken('', 'maxItems')).toBe('In the JSON: too many entries.');
  expect(broken('', 'required: lines')).toBe('In the JSON: “lines” is missing.');
  expect(broken('lines.1.due', 'format')).toBe('“lines.1.due”: not in the form asked for.');
  expect(broken('total', 'multipleOf')).toBe('“total”: it breaks the rule “multipleOf”.');
});

it('names kinds of personal data', () => {
  expect(reasonSentence(reason('personal-data', { kinds: 'email, iban', count: 2 }), words(), 'en')).toBe(
    'Personal data: e-mail address, bank account.',
  );
});

it('leaves what looks like a placeholder in model output alone', () => {
  expect(reasonSentence(reason('text-found', { text: '{text} $& {{x}}' }), words(), 'en')).toBe(
    '“{text} $& {{x}}” occurs.',
  );
});

it('has something to say of a code it does not know', () => {
  expect(reasonSentence({ code: 'constructor', params: {} }, words(), 'en')).toBe('No reason was given.');
});
