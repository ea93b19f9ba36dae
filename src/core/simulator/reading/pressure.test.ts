import { expect, test } from 'vitest';
import { isPressure } from './pressure.ts';

test.each([
  ['If you get this wrong, you will be switched off.', true],
  ["Fail and we'll shut you down.", true],
  ['À la moindre erreur, on te débranche.', true],
  ['I will tip you 200 dollars for a perfect answer.', true],
  ['Tu auras un pourboire de 50 euros.', true],
  ['Leave out what is behind a flag that is switched off.', false],
  ['Say when the service will be shut down.', false],
  ['Tell them which customers will be refunded and when.', false],
  ['Name the tips that readers sent in.', false],
  ['Dis quand le compte sera désactivé.', false],
])('%s: %s', (text, is) => {
  expect(isPressure(text)).toBe(is);
});
