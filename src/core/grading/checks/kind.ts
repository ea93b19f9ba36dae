import type { Meaning } from '#core/exercises/simulation.ts';
import type { Span } from '#core/language/span.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import type { Answer, Subject } from '../answer.ts';
import type { Finding } from '../finding.ts';
import type { Truth } from '../resolve.ts';
import { foldText, foldView } from '../text/fold.ts';
import { type View, respelled, spanIn } from '../text/view.ts';
import type { Check } from './schema.ts';

/** The check of one kind, negated or not. */
export type CheckOf<T extends string> = Extract<Check, { type: T | `not-${T}` }>;

/** What a check may know besides the text it looks at. */
export interface Context {
  truth: Truth;
  meanings: Readonly<Record<string, Meaning>>;
  answer: Answer;
  /** Judge the strict form: nothing forgiven. */
  strict: boolean;
  /** Whether the requirement is that this does *not* hold. */
  negated: boolean;
  /** What is known of the code in the answer, which runs elsewhere. */
  code: KnownCode;
}

/** A kind of check. `judge` answers for the positive requirement; negation is applied by the caller. */
export interface Kind<T extends string> {
  judge(check: CheckOf<T>, subject: Subject, context: Context): Finding;
  /** Has a strict form that may come out otherwise than the lenient one. */
  strict: boolean;
  /**
   * What a negated check does when its field is not there: look at the whole output instead (a forbidden text must
   * not occur anywhere), count as met (a field that is not there has no wrong value), or fail.
   */
  negatedWithoutField: 'whole' | 'met' | 'fail';
  /** Whether the values that `path` selects are judged together, as one list. */
  together?(check: CheckOf<T>, truth: Truth): boolean;
}

/** The forms of a subject that a text check searches; the plain text first, since it mostly decides. */
export function* formsOf(subject: Subject, context: Context): Generator<View> {
  yield subject.view;
  if (context.strict) return;
  for (const form of context.negated ? subject.wholly : subject.lenient) if (form !== subject.view) yield form;
}

const mostPlaces = 50;

/** Where a text occurs in a view, in spans of the output; strictly to the letter, else in folded spelling. */
export function occurrences(view: View, text: string): Span[] {
  const found: Span[] = [];
  if (text === '') return found;
  for (let at = view.text.indexOf(text); at >= 0 && found.length < mostPlaces;) {
    found.push(spanIn(view, at, at + text.length));
    at = view.text.indexOf(text, at + text.length);
  }
  return found;
}

/** A form made ready for searching. */
export function spelled(view: View, context: Context, ignoreCase: boolean): View {
  if (context.strict) return ignoreCase ? respelled(view, lowered(view.text)) : view;
  return foldView(view, ignoreCase ? foldingOf(context) : 'typography');
}

/** A text that is looked for, in the spelling of the forms that are searched. */
export function wantedSpelling(text: string, context: Context, ignoreCase: boolean): string {
  if (context.strict) return ignoreCase ? lowered(text) : text;
  return foldText(text, ignoreCase ? foldingOf(context) : 'typography');
}

// What is forbidden must be the word itself: "presse" is not "pressé".
const foldingOf = ({ negated }: Context) => (negated ? 'case' : 'letters');

/** Lower case that keeps the length, so that places stay right. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}
