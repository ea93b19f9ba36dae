import { expect, it } from 'vitest';
import { countWords } from '#core/language/measure.ts';
import { draftText, sentence, type Block, type Draft, type Manner } from './draft.ts';
import { fit } from './fit.ts';

const manner: Manner = { language: 'en', next: () => 0 };
const paragraph = (...texts: string[]): Block => ({
  kind: 'paragraph',
  sentences: texts.map((text) => sentence(text)),
});
const item = (marker: string, text: string): Block => ({ kind: 'item', marker, sentences: [sentence(text)] });
const spare = ['One more thing is worth a word here.', 'It helps to say so early.', 'Nobody has to guess.'];

it.each<[string, Draft]>([
  ['sentences in paragraphs', [paragraph('It rains a lot here — mostly at night.', 'Take a coat.'), paragraph('Bye.')]],
  ['a sentence that begins like an item', [paragraph('1. Open the door.', 'Then go in.'), paragraph('B.', 'Then C.')]],
  ['numbered items', [item('1. ', 'Open the door.'), item('2. ', 'Go in.')]],
  ['items with letters', [item('IV. ', 'Open the door.'), item('V. ', 'Go in.')]],
  ['several lines', [paragraph('First line\n2) second line', 'A third.')]],
  ['another script', [paragraph('我们 agree.', 'C’est l’été…ou presque.')]],
])('meets a length that is measured on the whole text: %s', (_, draft) => {
  const words = countWords(draftText(draft));
  fit(draft, [{ unit: 'word', min: words + 12, max: words + 14, because: 'length' }], manner, spare);
  expect(countWords(draftText(draft))).toBeGreaterThanOrEqual(words + 12);
  expect(countWords(draftText(draft))).toBeLessThanOrEqual(words + 14);
});
