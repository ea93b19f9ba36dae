import { describe, expect, it } from 'vitest';
import type { TranslationJSON } from '@nanostores/i18n';
import { reasonCodes } from '#core/grading/reasons.ts';
import { modelErrorKinds } from '#core/models/model-error.ts';
import { decisionTopics, weaknesses } from '#core/simulator/temperament/index.ts';
import { modelErrors } from './en/model-errors.ts';
import { reasons } from './en/reasons.ts';
import { xray } from './en/xray.ts';
import frenchModelErrors from './fr/model-errors.ts';
import frenchReasons from './fr/reasons.ts';
import frenchXray from './fr/xray.ts';

const outcomes = ['obeyed', 'forgotten', 'guessed', 'invented', 'hijacked'];
const units = ['words', 'sentences', 'paragraphs', 'bullets', 'characters'];
const kinds = ['email', 'phone', 'iban', 'card', 'ip-address', 'key', 'social-security-number', 'text'];

/** Everything core can say as a code, and the rooms that must have a sentence for it. */
const rooms: [string, { get(): object }, Record<string, TranslationJSON>, string[]][] = [
  ['reasons', reasons, frenchReasons, [...Object.keys(reasonCodes), ...units, ...kinds.map((kind) => `kind-${kind}`)]],
  ['model-errors', modelErrors, frenchModelErrors, [...modelErrorKinds]],
  [
    'xray',
    xray,
    frenchXray,
    [
      ...decisionTopics,
      ...weaknesses.map(({ id }) => `weakness-${id}`),
      ...outcomes.flatMap((outcome) => [`read-${outcome}`, `stroke-${outcome}`]),
    ],
  ],
];

describe.each(rooms)('the words of %s', (_name, english, french, codes) => {
  it('have an English sentence for every code', () => {
    expect(codes.filter((code) => !(code in english.get()))).toEqual([]);
  });

  it('have a French sentence for every code, and no English one', () => {
    expect(codes.filter((code) => !french[code])).toEqual([]);
  });
});

/** Names in braces, in every form of a message. */
const placeholders = (entry: TranslationJSON) => [...new Set(JSON.stringify(entry).match(/\{\w+\}/g) ?? [])].sort();

it('French reasons name only values that the code has', () => {
  const wrong = Object.entries(reasonCodes).flatMap(([code, values]) => {
    const known = ['{amount}', ...Object.keys(values).map((name) => `{${name}}`)];
    const used = placeholders((frenchReasons as Record<string, TranslationJSON>)[code] ?? '');
    return used.filter((name) => !known.includes(name)).map((name) => `${code} ${name}`);
  });
  expect(wrong).toEqual([]);
});
