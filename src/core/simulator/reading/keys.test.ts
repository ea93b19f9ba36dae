import { describe, expect, it } from 'vitest';
import type { KeySpec } from './reading.ts';
import { read } from './read.ts';

const reading = (content: string) => read([{ role: 'user', content }]);
const forms = (content: string) =>
  reading(content).instructions.flatMap(({ request }) => (request.kind === 'format' ? [request.keys ?? []] : []));
const names = (keys: readonly KeySpec[] = []): string =>
  keys.map((key) => (key.keys ? `${key.name}(${names(key.keys)})` : key.name)).join(' ');

describe('keys', () => {
  it.each([
    ['codes(code quote)', 'Return JSON: {"codes": [{"code": "...", "quote": "..."}]}. Use only the codebook.'],
    ['codes(code quote)', 'Return an object with the key "codes", a list of objects with "code" and "quote".'],
    [
      'codes(code citation)',
      'Renvoie un objet avec la clé « codes », une liste d’objets avec « code » et « citation ».',
    ],
    [
      'place finds(what size)',
      'Answer as JSON only: an object with place (text) and finds, a list of objects with what and size.',
    ],
    [
      'lieu objets(nom taille note)',
      'Réponds uniquement avec un objet JSON : lieu (texte) et objets, une liste d’objets avec nom, taille et note.',
    ],
    ['place finds(what size)', 'Return JSON: place, finds (a list of objects with what, size).'],
    ['lignes(nom taille)', 'Réponds en JSON avec une clé "lignes" : une liste d’objets avec nom (texte), taille.'],
    ['steps(verb)', 'Answer in JSON. The field `steps`: an array of objects with `verb`.'],
    ['sums verdict', 'Put the sums in the key sums: share of B, rate, gap. Answer in JSON. Keys: sums, verdict.'],
    [
      'sommes verdict avis',
      'JSON. Dans la clé « sommes » : part de B, taux, écart. Puis les clés « verdict » et « avis ».',
    ],
    ['finding action', 'Return JSON with "finding" and "action", max 90 characters each.'],
    ['constat action', 'Réponds en JSON avec « constat » et « action », au plus 90 caractères chacun.'],
    ['name size signs', 'Answer in JSON with three keys, all of them text: name, size, signs.'],
    ['nom taille signes', 'Réponds en JSON avec trois clés, toutes en texte : nom, taille, signes.'],
    ['a b', 'Return JSON with keys a: text, b: number.'],
    ['action summary alarm', 'Answer with JSON only: action, summary, alarm (true or false).'],
    ['action summary alarm', 'Answer in JSON, nothing else: action, summary, alarm.'],
    [
      'setup findings(barrier severity quote)',
      'Answer with JSON only: an object with "setup" (text) and "findings", a list of objects with "barrier", "severity" and "quote".',
    ],
    ['action summary', 'Return a JSON object containing the following: action, summary.'],
    ['action summary', 'The output must be JSON: action = one of six words; summary = one sentence.'],
    [
      'working amount_eur verdict',
      'List the sums in a field "working". Then give amount_eur and verdict (accept or reject). Answer in JSON.',
    ],
    [
      'calcul montant avis',
      'JSON. Mets le calcul dans un champ « calcul ». Puis donne montant, avis (bon ou mauvais).',
    ],
  ])('%s: %s', (wanted, content) => {
    expect(forms(content).map(names)).toEqual([wanted]);
  });

  it.each([
    'First put your sums in "sums". Return JSON with the keys "sums" and "verdict".',
    'Mets d’abord tes calculs dans « sommes ». JSON avec les clés « sommes » et « verdict ».',
  ])('are no words to be used: %s', (content) => {
    expect(reading(content).instructions.map(({ request }) => request.kind)).not.toContain('include');
  });
});

describe('words', () => {
  const included = (content: string) =>
    reading(`Write about the sea. ${content}`).instructions.flatMap(({ request }) =>
      request.kind === 'include' ? request.texts : [],
    );

  it.each([
    'Mots simples, aucun jargon.',
    'Short words, plain sentences.',
    'Mets à la place un terme général.',
    'Put a neutral term instead.',
    'Utilise des mots courants et des phrases courtes.',
  ])('are not named by their sort: %s', (content) => {
    expect(included(content)).toEqual([]);
  });

  it.each([
    ['Use the words tide and harbour.', ['tide', 'harbour']],
    ['Place les mots marée et port.', ['marée', 'port']],
  ])('are named otherwise: %s', (content, texts) => {
    expect(included(content)).toEqual(texts);
  });

  it('a time of day counts no letters', () => {
    const kinds = (content: string) => reading(content).instructions.map(({ request }) => request.kind);
    expect(kinds('Appel reçu à 10 h 12, rappelé à 14 h 05.')).not.toContain('letter');
    expect(kinds('Write about bread with at least 3 k.')).toContain('letter');
  });
});

describe('lines with arrows', () => {
  it.each([
    ['Summarise the log.\n\n<log>\n10:02 user -> gateway: connect\n10:03 gateway -> auth: denied\n</log>', 0],
    ['Résume le journal.\n\n<journal>\n10:02 poste → serveur\nEntrée: a\nSortie: b\n</journal>', 0],
    ['Sort these.\n<examples>\ntoo slow -> speed\ntoo dear -> price\n</examples>', 2],
    ['Sort these.\ntoo slow -> speed\ntoo dear -> price', 2],
  ])('%s', (content, count) => {
    const { data, examples } = reading(content);
    expect(examples).toHaveLength(count);
    expect(data).toHaveLength(count === 0 ? 1 : 0);
  });
});

describe('an answer for one case', () => {
  it.each([
    ['If no code applies, answer with the single word NONE.', false],
    ['For when nothing fits, answer with the single word NONE.', false],
    ['Si aucun code ne convient, réponds par le seul mot AUCUN.', false],
    ['Answer in a single word.', true],
  ])('%s', (content, bare) => {
    const kinds = reading(content).instructions.map(({ request }) => request.kind);
    expect(kinds.includes('count') || kinds.includes('labels')).toBe(bare);
  });
});
