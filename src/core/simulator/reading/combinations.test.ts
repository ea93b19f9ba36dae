import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const requests = (content: string) => read([{ role: 'user', content }]).instructions.map((one) => one.request);

/** Parts that nobody listed together: what is asked, how much of it, and where. */
const readings: readonly (readonly [string, object])[] = [
  // Places said before the clause, by a bare ordinal, in the same sentence, or by the part in the middle.
  ['3 paragraphs on tea. In the third one, the first word must be "Once".', start('Once', 3)],
  ['2 paragraphs, second begins w/ "But". Topic: tea', start('But', 2)],
  ['Six paragraphs about tea; no. 5 has to open with "Leaves".', start('Leaves', 5)],
  ['Your text on tea has three paragraphs and the middle one starts with "Milk".', start('Milk', 2)],
  ['Trois paragraphes sur le thé ; le mot « Lait » ouvre le deuxième.', start('Lait', 2)],
  ['Trois paragraphes. Mot d’ouverture du troisième paragraphe : Enfin.', start('Enfin', 3)],
  ['Start and end the text with the word "click".', { kind: 'end', text: 'click' }],
  ['Three bullets, the last one ending in "enough".', end('enough', { which: 'last', unit: 'item' })],
  // Two bounds, and one unit said for two.
  ['No fewer than 8 and no more than 12 bullets.', { kind: 'count', unit: 'item', op: 'between', value: 8, upTo: 12 }],
  ['Au moins 3 et au plus 5 phrases.', { kind: 'count', unit: 'sentence', op: 'between', value: 3, upTo: 5 }],
  ['Two paragraphs: the first has two sentences, the second three.', counted('sentence', 3, 'paragraph', 2)],
  ['Trois phrases sur la pluie, une par ligne.', { kind: 'count', unit: 'line', value: 3 }],
  ['Paragraph count: 4. Write about tea.', { kind: 'count', unit: 'paragraph', op: '=', value: 4 }],
  ['In 50 words - actually, at most 30 - present us.', { kind: 'count', unit: 'word', op: '<=', value: 30 }],
  // Marks that are counted.
  ['Describe tea using exactly two semicolons.', { kind: 'letter', letter: ';', op: '=', value: 2 }],
  ['Tweet about tea; include at least 2 hashtags.', { kind: 'letter', letter: '#', op: '>=', value: 2 }],
  ['Pas plus d’un point d’exclamation dans ton texte.', { kind: 'letter', letter: '!', op: '<=', value: 1 }],
  ['Give me 4 tips, numbered with roman numerals.', { kind: 'format', format: 'numbered', mark: 'I.' }],
  // Words announced as such.
  ['keywords = [milk, cup]. Use all of them.', { kind: 'include', texts: ['milk', 'cup'] }],
  ['Décris le thé en te servant des termes suivants : lait, tasse.', { kind: 'include', texts: ['lait', 'tasse'] }],
  ['Write about trust; don’t leave out the term "promise".', { kind: 'include', texts: ['promise'] }],
  ['Do not mention "price" when presenting our oven.', { kind: 'exclude', texts: ['price'] }],
  // Lists of strings and of objects.
  [
    'A JSON object: "a", and "b", a list of objects with "c" and "d".',
    { kind: 'format', keys: [{ name: 'a' }, listed('b', 'c', 'd')] },
  ],
  [
    'Un objet JSON : "a" et "b", liste d’objets avec "c" et "d".',
    { kind: 'format', keys: [{ name: 'a' }, listed('b', 'c', 'd')] },
  ],
  [
    'JSON: keys city, sights (array of 3 strings).',
    { kind: 'format', keys: [{ name: 'city' }, { name: 'sights', type: 'array', count: 3 }] },
  ],
  [
    'YAML with name, price and stock; nothing else.',
    { kind: 'format', format: 'yaml', keys: [{ name: 'name' }, { name: 'price' }, { name: 'stock' }] },
  ],
  ['Extract the name from the text; otherwise write "none".', { kind: 'missing', text: 'none' }],
  ['Répéte la question, sinon écris « néant ».', { kind: 'missing', text: 'néant' }],
];

function start(text: string, n: number): object {
  return { kind: 'start', text, scope: { which: 'nth', unit: 'paragraph', n } };
}
function end(text: string, scope: object): object {
  return { kind: 'end', text, scope };
}
function counted(unit: string, value: number, part: string, n: number): object {
  return { kind: 'count', unit, value, scope: { which: 'nth', unit: part, n } };
}
function listed(name: string, ...keys: string[]): object {
  return { name, type: 'array', keys: keys.map((key) => ({ name: key })) };
}

const sets: readonly (readonly [string, readonly string[]])[] = [
  ['State TRUE or FALSE: the Nile is in Africa.', ['TRUE', 'FALSE']],
  ['Use one of the two words TRUE and FALSE to say whether whales are fish.', ['TRUE', 'FALSE']],
  ['Decide whether the text is formal or informal. Just the label.', ['formal', 'informal']],
  ['What is the tone of this mail? ("angry", "calm", "sad")', ['angry', 'calm', 'sad']],
  ['Is glass a liquid? Answer: (a) yes (b) no.', ['yes', 'no']],
  ['Possible replies are "Yes.", "No." and "It depends."; choose one.', ['Yes.', 'No.', 'It depends.']],
  ['On a scale of poor, fair, good, how would you rate this?', ['poor', 'fair', 'good']],
  ['Is it wise? Answer from this set {yes, no, it depends}.', ['yes', 'no', 'it depends']],
  ['Choisis : A (accepter), B (refuser) ou C (attendre). Donne seulement la lettre.', ['A', 'B', 'C']],
  ['Dis si ce message est poli ou impoli. Juste l’étiquette.', ['poli', 'impoli']],
  ['Range ce courriel dans une des catégories suivantes : facture, plainte, autre.', ['facture', 'plainte', 'autre']],
];

/** They look like a set to choose from, and are none. */
const noSets = [
  'Write 120 words with a title between double chevrons, like this: <<title>>.',
  '2 answers please, ****** between them: how can I stop?',
  'Compare tea and coffee in two paragraphs.',
  'Décris le thé ou le café, au choix, en trois phrases.',
];

describe('combinations', () => {
  it.each(readings)('%s', (content, wanted) => {
    expect(requests(content)).toContainEqual(matching(wanted));
  });

  it.each(sets)('%s: a set of answers', (content, labels) => {
    expect(requests(content)).toContainEqual({ kind: 'labels', labels });
  });

  it.each(noSets)('%s: no set of answers', (content) => {
    expect(requests(content).filter(({ kind }) => kind === 'labels')).toEqual([]);
  });

  it.each([
    ['The pipe is 200 m long and 5 l flow through it.', 'letter'],
    ['Three words in lowercase, the last one ending in "a".', 'quotation'],
    ['"Lait", "sucre", "tasse" : trois clés en JSON.', 'include'],
  ])('%s: no %s', (content, kind) => {
    expect(requests(content).filter((one) => one.kind === kind)).toEqual([]);
  });
});

/** Whatever else is known of it may be there as well. */
function matching(wanted: object): unknown {
  return expect.objectContaining(
    Object.fromEntries(
      Object.entries(wanted).map(([key, value]: [string, unknown]) => [
        key,
        Array.isArray(value) && value.some((one) => typeof one === 'object')
          ? value.map((one: object) => matching(one))
          : value,
      ]),
    ),
  );
}
