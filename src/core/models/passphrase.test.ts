import { expect, test } from 'vitest';
import { strengthOf } from './passphrase.ts';

test.each([
  '',
  'a',
  'password',
  'Password2026!',
  'motdepasse',
  '123456789012345',
  'aaaaaaaaaaaaaaaaaaaa',
  'azerty123',
  'bonjour soleil',
  'sunshine',
  'same same same same same same',
])('%j is weak', (typed) => expect(strengthOf(typed)).toBe('weak'));

test.each(['copper violin harbour', 'girafe tambour cerise', 'k7#Vq9!x'])('%j is fair', (typed) =>
  expect(strengthOf(typed)).toBe('fair'),
);

test.each(['copper violin harbour mint gravel', 'tambour cerise brouillard girafe lampe', 'x9$Kw2!pZ7@vM4'])(
  '%j is strong',
  (typed) => expect(strengthOf(typed)).toBe('strong'),
);
