import { expect, it } from 'vitest';
import { typeset } from './typography.ts';

it.each([
  ['It\'s the "best" of the authors\' work...', 'It’s the “best” of the authors’ work…'],
  ['Answer `"x": it\'s` with {{"y"}}.', 'Answer `"x": it\'s` with {{"y"}}.'],
  ['```\nlet a = "b";\n```\n"c"', '```\nlet a = "b";\n```\n“c”'],
  ["5' tall", "5' tall"],
])('sets English: %s', (typed, printed) => expect(typeset(typed, 'en')).toBe(printed));

it.each([
  ['L\'ami dit "bonjour" ; quoi ?', 'L’ami dit «\u00a0bonjour\u00a0»\u202f; quoi\u202f?'],
  ['Voir [ici](https://a.b/c?d=1) : oui !', 'Voir [ici](https://a.b/c?d=1)\u00a0: oui\u202f!'],
  ['déjà «\u00a0là\u00a0»\u202f!', 'déjà «\u00a0là\u00a0»\u202f!'],
  ['M. Brun et Mme Ruiz doivent 6 000 euros', 'M.\u00a0Brun et Mme\u00a0Ruiz doivent 6\u202f000 euros'],
  ['Le Me ne suit rien, 12 345 678 si', 'Le Me ne suit rien, 12\u202f345\u202f678 si'],
])('sets French: %s', (typed, printed) => expect(typeset(typed, 'fr')).toBe(printed));

it('keeps every line where it was', () => {
  const text = 'a "b\nc" d\n\n```\n"x"\n```\n';
  expect(typeset(text, 'fr').split('\n')).toHaveLength(text.split('\n').length);
});
