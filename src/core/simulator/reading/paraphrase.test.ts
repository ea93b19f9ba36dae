import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const requests = (content: string) =>
  read([{ role: 'user', content: `Write about the sea. ${content}` }]).instructions.map((one) => one.request);

/** One request in many wordings each; whoever finds an unread one adds it here. */
const wordings: readonly (readonly [string, object, readonly string[]])[] = [
  [
    'small letters',
    { kind: 'casing', casing: 'lower' },
    [
      'all lowercase',
      'no capital letters',
      'Avoid uppercase characters.',
      'N’utilise que des minuscules.',
      'Pas une seule majuscule.',
    ],
  ],
  [
    'capitals',
    { kind: 'casing', casing: 'upper' },
    ['in block capitals', 'No lowercase letters.', 'Tout doit être en capitales.', 'Every letter must be a capital.'],
  ],
  [
    'no commas',
    { kind: 'ban', mark: ',' },
    ['comma-free', 'Not a single comma.', 'The comma is off limits.', 'Zéro virgule.', 'Tu te passeras de virgules.'],
  ],
  [
    'at most fifty words',
    { kind: 'count', unit: 'word', op: '<=', value: 50 },
    [
      '≤ 50 words',
      'fifty words or less',
      "It mustn't run past 50 words.",
      'Plafond : 50 mots.',
      'Reste sous les 51 mots.',
    ],
  ],
  [
    'three times or more',
    { kind: 'include', texts: ['tide'], times: 3, op: '>=' },
    [
      '"tide" at least thrice',
      'Le mot tide doit apparaître au moins 3 fois.',
      'At least three mentions of "tide".',
      'Use tide: the word tide 3+ times.',
    ],
  ],
  [
    'words to avoid',
    { kind: 'exclude', texts: ['harbour', 'lantern'] },
    [
      'Words to avoid: harbour, lantern.',
      'N’emploie ni « harbour » ni « lantern ».',
      'Keep "harbour" and "lantern" out of it.',
      '"harbour" and "lantern" are banned.',
    ],
  ],
  [
    'the second paragraph',
    { kind: 'start', text: 'Yet', scope: { which: 'nth', unit: 'paragraph', n: 2 } },
    [
      'Three paragraphs; the 2nd starts with Yet.',
      'Three paragraphs, please. "Yet" opens the second.',
      'Trois paragraphes. Le second s’ouvre sur le mot « Yet ».',
    ],
  ],
  [
    'a language',
    { kind: 'language', language: 'de' },
    [
      'German please.',
      'Nothing but German.',
      'En langue allemande.',
      'Every word of it should be German.',
      'Reply auf Deutsch.',
    ],
  ],
  [
    'a fixed set of answers',
    { kind: 'labels', labels: ['yes', 'no'] },
    ['Say "yes" or "no".', 'Answer: yes | no', 'Only answer yes or no.', 'Choose between yes and no, nothing else.'],
  ],
];

describe.each(wordings)('%s', (_, wanted, texts) => {
  it.each(texts)('%s', { timeout: 30_000 }, (text) => {
    expect(requests(text)).toContainEqual(expect.objectContaining(wanted));
  });
});
