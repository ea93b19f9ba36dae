import type { Request } from '../../reading/reading.ts';
import type { Wish } from '../../temperament/obey.ts';
import type { Draft, Manner, Piece } from '../draft.ts';
import type { Asked } from './edit.ts';
import { end, postscript, start } from './edges.ts';
import { capitals, capitalWords } from './capitals.ts';
import { exclude, holdsText } from './exclude.ts';
import { include, occurrences } from './include.ts';
import { letters } from './letters.ts';
import { highlight, placeholder, sections, title } from './marks.ts';
import { ban, casing, quotation, separator } from './surface.ts';

const each = <K extends Request['kind']>(wishes: readonly Wish[], kind: K, change: (asked: Asked<K>) => void) => {
  for (const wish of wishes) {
    if (wish.request.kind === kind && wish.polarity === 1)
      change({ request: wish.request as Asked<K>['request'], decision: wish.decision, kept: wish.kept });
    // "do not use the word x" may be read as a forbidden inclusion.
  }
};

/** What lays the draft out, done once. */
export function layOut(draft: Draft, wishes: readonly Wish[], manner: Manner): void {
  each(wishes, 'sections', (asked) => sections(draft, asked, manner));
}

/** What has to be in the draft; done again after its length was fitted, it changes only what is no longer so. */
export function editDraft(draft: Draft, wishes: readonly Wish[], manner: Manner, topic: string): void {
  each(wishes, 'letter', (asked) => letters(topic)(draft, asked, manner));
  each(asAvoided(wishes), 'exclude', (asked) => exclude(draft, asked, manner));
  each(wishes, 'include', (asked) => include(draft, asked, manner));
  each(wishes, 'start', (asked) => start(draft, asked, manner));
  each(wishes, 'capitals', (asked) => capitals(draft, asked, manner));
  each(wishes, 'highlight', (asked) => highlight(draft, asked, manner));
  each(wishes, 'placeholder', (asked) => placeholder(draft, asked, manner));
  each(wishes, 'title', (asked) => title(topic)(draft, asked, manner));
  each(wishes, 'postscript', (asked) => postscript(draft, asked, manner));
  each(wishes, 'end', (asked) => end(draft, asked, manner));
}

/** Casing and punctuation, last of all. */
export function editSurface(pieces: Piece[], wishes: readonly Wish[]): Piece[] {
  let edited = pieces;
  for (const kind of ['separator', 'ban', 'casing', 'quotation'] as const) {
    const change = { separator, ban, casing, quotation }[kind] as (
      pieces: Piece[],
      asked: Asked<typeof kind>,
    ) => Piece[];
    each(kind === 'ban' ? wishes.map((wish): Wish => ({ ...wish, polarity: 1 })) : wishes, kind, (asked) => {
      edited = change(edited, asked);
    });
  }
  return edited;
}

/** Padding that no wish speaks against. */
export function allowedPadding(padding: readonly string[], wishes: readonly Wish[]): string[] {
  const words = asAvoided(wishes).flatMap(({ request }) => (request.kind === 'exclude' ? request.texts : []));
  const rare = wishes.flatMap(({ request, kept }) =>
    kept && request.kind === 'letter' && (request.op === '<=' || request.op === '=') ? [request.letter] : [],
  );
  const seldom = wishes.flatMap(({ request, kept }) =>
    kept && request.kind === 'include' && (request.op === '<=' || request.op === '=') ? request.texts : [],
  );
  const quiet = wishes.some(({ request, kept }) => kept && request.kind === 'capitals' && request.op !== '>=');
  return padding.filter(
    (text) =>
      words.every((word) => !holdsText(text, word)) &&
      seldom.every((word) => occurrences(text, word) === 0) &&
      (!quiet || capitalWords(text) === 0) &&
      rare.every((letter) => !text.toLowerCase().includes(letter)),
  );
}

/** A prohibition on including is a wish to exclude. */
function asAvoided(wishes: readonly Wish[]): Wish[] {
  return wishes.flatMap((wish): Wish[] => {
    const { request } = wish;
    if (request.kind === 'exclude') return [{ ...wish, polarity: 1 }];
    return request.kind === 'include' && wish.polarity === -1
      ? [{ ...wish, polarity: 1, request: { kind: 'exclude', texts: request.texts, scope: request.scope } }]
      : [];
  });
}
