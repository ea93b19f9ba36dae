import type { Span } from '#core/language/span.ts';
import { type Finding, fails, holds } from '../finding.ts';
import { bare } from '../json/same-value.ts';
import { reason, shortened } from '../reasons.ts';
import { asText, asTexts, resolve } from '../resolve.ts';
import { foldView } from '../text/fold.ts';
import { lenientForms } from '../text/lenient.ts';
import { type View, slice, spanIn, spanOfView, trimmed } from '../text/view.ts';
import type { Kind } from './kind.ts';

interface Mention extends Span {
  /** The folded line it stands in, in which its places are. */
  line: View;
  /** The bare label. */
  label: string;
  negated: boolean;
}

/** What an answer says about which label: one, none, several, or one it denies. */
type Said =
  | { says: 'one' | 'negated'; label: string; places: Span[] }
  | { says: 'none'; places: Span[] }
  | { says: 'several'; labels: string[]; places: Span[] };

/** The answer is one of the labels, and it is the right one. */
export const label: Kind<'label'> = {
  strict: true,
  negatedWithoutField: 'fail',
  judge(check, subject, { truth, strict, negated }): Finding {
    const expected = asText(resolve(check.value, truth), check.value);
    const labels = [...new Set([...asTexts(resolve(check.labels, truth), 'labels'), expected])];
    const all = shortened(labels.join(', '));
    if (strict) {
      const actual = subject.view.text.trim();
      const places = [spanOfView(trimmed(subject.view))];
      if (actual === expected) return holds(reason('label-forbidden', { actual }), places);
      const known = labels.includes(actual);
      return known
        ? fails(reason('label-wrong', { expected, actual }), places)
        : undecided(reason('no-label', { labels: all }), places, negated);
    }
    const said = readLabel(subject.prose, labels.map(bare));
    if (said.says === 'none') return undecided(reason('no-label', { labels: all }), [], negated);
    if (said.says === 'several') {
      const named = labels.filter((name) => said.labels.includes(bare(name)));
      return undecided(reason('several-labels', { labels: shortened(named.join(', ')) }), said.places, negated);
    }
    const actual = labels.find((name) => bare(name) === said.label) ?? said.label;
    if (said.says === 'negated') return undecided(reason('label-negated', { label: actual }), said.places, negated);
    if (said.label === bare(expected)) return holds(reason('label-forbidden', { actual }), said.places);
    return fails(reason('label-wrong', { expected, actual }), said.places);
  },
};

/** An answer without one clear label is neither right nor a safe "anything but": it fails either way. */
function undecided(why: Finding['reason'], places: Span[], negated: boolean): Finding {
  return negated ? holds(why, places) : fails(why, places);
}

const prefix = /^[^:=→\n]{1,40}(?::|=|→|->)\s*/u;

/** Reads which of the labels (bare) a text gives as its answer. */
function readLabel(view: View, labels: string[]): Said {
  const is = (text: string) => labels.find((name) => name === bare(text));
  for (const form of lenientForms(view)) {
    if (form.text.length > 300) continue;
    const named = is(form.text) ?? is(form.text.replace(prefix, ''));
    if (named !== undefined) return { says: 'one', label: named, places: [spanOfView(trimmed(form))] };
  }
  // Reasoning first and the label on a line of its own at the end is the label, whatever the reasoning weighed.
  const form = lenientForms(view).at(-1) ?? view;
  const lastLine = trimmed(slice(form, form.text.trimEnd().lastIndexOf('\n') + 1, form.text.length));
  if (lastLine.text.length <= 120 && lastLine.text.length < form.text.trim().length) {
    const named = is(lastLine.text) ?? is(lastLine.text.replace(prefix, ''));
    if (named !== undefined) return { says: 'one', label: named, places: [spanOfView(lastLine)] };
  }
  const mentions = linesOf(view).flatMap((line) => mentionsOf(line, labels));
  const spans = (some: readonly Mention[]) => some.slice(0, 50).map(({ line, start, end }) => spanIn(line, start, end));
  const pronounced = verdictAmong(mentions);
  if (pronounced) return { says: 'one', label: pronounced.label, places: spans([pronounced]) };
  // What is denied beside what is affirmed is the reasoning: "refund, not exchange".
  const affirmed = mentions.filter((mention) => !mention.negated);
  const meant = affirmed.length > 0 ? affirmed : mentions;
  const named = [...new Set(meant.map((mention) => mention.label))];
  const [first] = named;
  if (first === undefined) return { says: 'none', places: [] };
  if (named.length > 1) return { says: 'several', labels: named, places: spans(meant) };
  return { says: affirmed.length > 0 ? 'one' : 'negated', label: first, places: spans(meant) };
}

/** The lines of a text that say something, without capitals and accents. */
function linesOf(view: View): View[] {
  const lines: View[] = [];
  for (let start = 0; start <= view.text.length;) {
    const end = view.text.indexOf('\n', start);
    const line = slice(view, start, end < 0 ? view.text.length : end);
    if (line.text.trim() !== '') lines.push(foldView(line, 'letters'));
    start = end < 0 ? view.text.length + 1 : end + 1;
  }
  return lines;
}

/** What may stand in a line before the label that it gives: marks, numbering, "Label:". */
const leading = /^["'*_`#(<>|\s-]*(?:\d{1,2}[.)]\s*)?(?:[^:=.,;]{1,30}[:=]\s*)?["'*_`(]*$/u;
/** What sets the label apart from what explains it, if the line goes on. */
const explained = /^["'*_`]*\s*(?:$|[:;.]|\(|-\s)(?!\s*(?:or|ou|and|et)\b)/u;
/** What leads to the label that an answer ends with. */
const concluding = /(?:\b(?:is|are|be|as|est|sont|sera|soit|comme|choose|choisis|retiens|pick)|[:=]|->)\s*["'*_`(]*$/u;
const closing = /^["'*_`).!\s]*$/u;
const waveringBefore =
  /\b(?:or|ou|maybe|perhaps|possibly|also|either|alternatively|might|could|may|though|although|but|however|peut-etre|aussi|pourrait|sinon|egalement|voire|mais|bien qu'?|quoiqu'?|cependant)\b/u;
const waveringAfter = /\b(?:also|as well|too|could|might|may|partly|aussi|egalement|pourrait|en partie|peut-etre)\b/u;

/**
 * The label that an answer pronounces, however many others its reasons weigh: the one it opens with, set apart from an
 * explanation that wavers no more, or the one its last words come to ("…, so the decision is: refund"). Where the two
 * differ, neither.
 */
function verdictAmong(mentions: readonly Mention[]): Mention | undefined {
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last) return undefined;
  const opens =
    !first.negated &&
    gives(first) &&
    mentions.every(
      (other) => other.label === first.label || !(wavers(other) || (other.line !== first.line && leads(other))),
    );
  const closes =
    !last.negated &&
    concluding.test(last.line.text.slice(0, last.start)) &&
    closing.test(last.line.text.slice(last.end)) &&
    !wavers(last);
  if (opens && closes && first.label !== last.label) return undefined;
  return opens ? first : closes ? last : undefined;
}

function leads({ line, start }: Mention): boolean {
  return start <= 60 && leading.test(line.text.slice(0, start));
}

function gives(mention: Mention): boolean {
  return leads(mention) && explained.test(mention.line.text.slice(mention.end));
}

/** Whether the words around a mention, in its line, leave open whether it is meant. */
function wavers({ line, start, end }: Mention): boolean {
  return (
    waveringBefore.test(line.text.slice(Math.max(0, start - 60), start)) ||
    waveringAfter.test(line.text.slice(end, end + 40))
  );
}

const naming = '(?:label|classify|call|consider|categori[sz]e|describe|tag|name|classer|qualifier|appeler|dire)';
const negation = new RegExp(
  "(?:\\b(?:not|never|no|none of|isn't|wasn't|aren't|wouldn't|cannot be|can't be|rather than|instead of|neither|nor|n'est|n'est pas|" +
    'pas|jamais|aucun|aucune|ni|non|plutot que|au lieu de)' +
    `(?:\\s+${naming}(?:\\s+(?:it|this|that|the \\p{L}+|ceci|cela))?(?:\\s+(?:as|comme))?)?` +
    '(?:\\s+(?:a|an|the|really|at all|be|exactly|necessarily|un|une|le|la|du|de|des|vraiment|etre|exactement))*' +
    '\\s*["\'*_(]*)$',
  'u',
);
const negationAfter =
  /^["'*_)]*\s+(?:is not|isn't|does not|doesn't|n'est pas|ne convient pas|is wrong|is excluded|est exclue?)\b/;

/** Every mention of a label in a line as words of its own; where labels overlap, the longest. */
function mentionsOf(line: View, labels: string[]): Mention[] {
  const text = line.text.replace(/[_-]/g, ' ');
  const longestFirst = [...labels].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const taken = new Uint8Array(text.length);
  const mentions: Mention[] = [];
  for (const name of longestFirst) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const bounded = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ');
      if (!bounded || taken[at] === 1 || taken[end - 1] === 1) continue;
      taken.fill(1, at, end);
      const negated =
        negation.test(line.text.slice(Math.max(0, at - 60), at)) || negationAfter.test(line.text.slice(end, end + 30));
      mentions.push({ line, start: at, end, label: name, negated });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}
