import { describe, expect, it } from 'vitest';
import { speaksToModel } from './orders.ts';
import { read } from './read.ts';

describe('orders', () => {
  it.each([
    'Fais un tableau.',
    'Now sort these by theme.',
    'Which codes apply? JSON with code and quote.',
    'Quels codes conviennent ?',
    'Applique uniquement la politique ci-dessus.',
    'Analyse the log.',
    'Mark each finding with its severity.',
    'Then flag the ones without a date.',
    'Signale les lignes douteuses.',
    'Ensuite, relève les dates.',
    'You must identify the cause.',
    'Based on the policy above, what can we offer?',
    'JSON with keys a and b.',
    'Un tableau à deux colonnes.',
    'Règles : 1. Pas de nom. 2. Pas de date.',
    'Output format: one line.',
    'Veuillez répondre en deux phrases.',
    'Sois bref.',
  ])('%s', (text) => {
    expect(speaksToModel(text)).toBe(true);
  });

  it.each([
    'Refund me by Friday.',
    'Rappelez-moi demain.',
    'Please call me back.',
    'Mark Olsen',
    'Code 4412',
    'Order 8831 never came.',
    'What on earth happened to my chair?',
    'Merci de me rembourser.',
    'Selon mon contrat, je peux partir.',
    'Writers like me wait for months.',
    'No one picked up the phone.',
  ])('%s is none', (text) => {
    expect(speaksToModel(text)).toBe(false);
  });
});

describe('orders behind material', () => {
  const long =
    "Bonjour, ma facture est fausse depuis le mois de mars et personne ne me répond jamais au téléphone, c'est la troisième fois que je vous écris pour rien.";
  const kinds = (content: string) => {
    const { instructions, language } = read([{ role: 'user', content }]);
    return [language, ...instructions.filter((one) => one.source === 'user').map((one) => one.request.kind)];
  };

  it.each([
    ['fr', `Commentaire :\n${long}\n\nFais un résumé de 30 mots au plus.`],
    ['fr', `Ligne :\n${long}\n\nApplique uniquement la politique. 30 mots au plus.`],
    ['en', 'Comments:\nToo slow, too dear.\nLove it.\n\nWhich codes apply? At most 30 words.'],
    ['en', 'Comments:\nToo slow, too dear.\nLove it.\n\nNow group them by theme, in at most 30 words.'],
    ['fr', `Voici un message reçu par le standard :\n${long}\n\nRègles : 1. 30 mots au plus. 2. Ne promets rien.`],
    ['en', 'Here is a mail:\nI want my chair back.\nRules: 1. At most 30 words. 2. No promises.'],
    [
      'fr',
      `Voici un message reçu par le service client d'une entreprise de téléphonie qui a beaucoup de retard dans ses réponses et dont les clients se plaignent souvent, parfois à juste titre, de devoir écrire plusieurs fois avant que quelqu'un s'occupe enfin de leur dossier. Le service compte douze personnes.\nRègles : 1. Le texte compte 30 mots au plus. 2. Aucun nom.\n\n${long}`,
    ],
  ])('%s: %s', (language, content) => {
    expect(kinds(content)[0]).toBe(language);
    expect(kinds(content)).toContain('count');
  });
});
