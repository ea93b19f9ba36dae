import { describe, expect, it } from 'vitest';
import { parse } from './frame.ts';

describe('a salad of words', () => {
  it.each([
    [
      'en',
      'works have only piece behind panel every homes what week leave text only shifts bullet what them security nothing something most',
    ],
    ['en', 'the of reply into a to customer the and amount write your is policy never the in sentences offer of the'],
    [
      'fr',
      'points avant nouveautés laisse seulement tout donne côté corriger personne promis entretien citation version'.repeat(
        2,
      ),
    ],
    ['fr', 'résume le des client une réponse du et la que montant dans cette pour ton en phrases le un trois'],
  ] as const)('is words in no order (%s)', (language, text) => {
    expect(parse(text, language).salad).toBe(true);
  });

  it.each([
    [
      'en',
      'JSON only; keys name, amount, due date; amounts plain numbers; dates ISO; missing values null; nothing else',
    ],
    ['en', 'Write to the customer that we have received the parcel and that the money will be back within five days'],
    ['en', 'extract vendor name invoice number amount currency due date as json with null for missing'],
    ['fr', 'Réponds au client que nous avons bien reçu le colis et que son argent lui sera rendu sous cinq jours'],
    [
      'fr',
      'tableau markdown ; colonnes nom, montant, échéance ; montants sans espace ; rien de plus ; 10 lignes au plus',
    ],
  ] as const)('is never a request, however short it is put (%s)', (language, text) => {
    expect(parse(text, language).salad).toBe(false);
  });
});
