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
  const { folded, mentions } = mentionsOf(view, labels);
  const places = mentions.slice(0, 50).map(({ start, end }) => spanIn(folded, start, end));
  const named = [...new Set(mentions.map((mention) => mention.label))];
  const [first] = named;
  if (first === undefined) return { says: 'none', places };
  if (named.length > 1) return { says: 'several', labels: named, places };
  return { says: mentions.some((mention) => mention.negated) ? 'negated' : 'one', label: first, places };
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

/** Every mention of a label as words of its own; where labels overlap, the longest. */
function mentionsOf(view: View, labels: string[]): { folded: View; mentions: Mention[] } {
  const folded = foldView(view, 'letters');
  const text = folded.text.replace(/[_-]/g, ' ');
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
        negation.test(folded.text.slice(Math.max(0, at - 60), at)) ||
        negationAfter.test(folded.text.slice(end, end + 30));
      mentions.push({ start: at, end, label: name, negated });
    }
  }
  return { folded, mentions: mentions.sort((a, b) => a.start - b.start) };
}
