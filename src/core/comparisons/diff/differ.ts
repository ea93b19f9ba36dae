import type { JsonDiff } from './json-diff.ts';
import type { TextDiff } from './text-diff.ts';

/** Asked again for the same slot before it was answered: the newest question alone gets an answer. */
export type Superseded = 'superseded';

/**
 * Works out differences away from the page. A slot is a place that shows one difference at a time: a new question for it
 * takes the place of the one before. Rejects when it cannot be worked out at all.
 */
export interface Differ {
  texts(slot: string, before: string, after: string): Promise<TextDiff | Superseded>;
  /** `before` undefined: the JSON of `after` alone. */
  json(slot: string, before: string | undefined, after: string): Promise<JsonDiff | Superseded>;
  /** Nothing more is wanted for this slot. */
  forget(slot: string): void;
}
