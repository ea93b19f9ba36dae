import { type View, slice, trimmed, without } from './view.ts';

/**
 * The forms of a text that a fair reader would accept as the answer: as it is, without Markdown marks, and without
 * the model's small talk before and after. IFEval drops the first and the last line blindly; here a line is dropped
 * only when it reads as small talk, so that nobody is forgiven half an answer.
 */
export function lenientForms(view: View): View[] {
  const whole = trimmed(view);
  const bare = withoutMarks(whole);
  const after = withoutPreamble(bare);
  const before = withoutClosing(bare);
  const core = withoutClosing(after);
  return distinct([view, whole, bare, after, before, core]);
}

/** The forms in which something forbidden may hide: no line is dropped. */
export function wholeForms(view: View): View[] {
  return distinct([view, withoutMarks(view)]);
}

function distinct(views: View[]): View[] {
  const seen = new Set<string>();
  return views.filter((view) => !seen.has(view.text) && seen.add(view.text));
}

const fence = /^[ \t]*(?:```|~~~)[^\n]*(?:\n|$)/gm;
const heading = /^[ \t]*#{1,6}[ \t]+/gm;
const emphasis = /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])|`/gu;

/** The text without emphasis, heading marks, back-ticks and fence lines. */
function withoutMarks(view: View): View {
  if (!/[*_`#~]/.test(view.text)) return view;
  const drop = new Uint8Array(view.text.length);
  for (const pattern of [fence, heading, emphasis]) {
    for (const match of view.text.matchAll(pattern)) drop.fill(1, match.index, match.index + match[0].length);
  }
  // A bullet's star is no emphasis.
  for (const match of view.text.matchAll(/^[ \t]*\*(?=[ \t])/gm)) drop[match.index + match[0].length - 1] = 0;
  return drop.includes(1) ? trimmed(without(view, drop)) : view;
}

const opener =
  /^(?:sure|certainly|of course|absolutely|okay|ok|great|no problem|here(?:'|’)?s|here is|here are|below is|bien sûr|certainement|d['’]accord|très bien|voici|voilà|avec plaisir|ci-dessous)(?![\p{L}\p{N}])/iu;
const closer =
  /^(?:let me know|i hope|hope this|feel free|if you (?:need|want|would|have)|would you like|do you want|please let me know|is there anything|n['’]hésite[zs]?|j['’]espère|si vous (?:avez|souhaitez|voulez)|souhaitez-vous|voulez-vous|dites-moi|faites-moi savoir|y a-t-il autre chose)(?![\p{L}\p{N}])/iu;
const rule = /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/;
const longestSmallTalk = 200;

function withoutPreamble(view: View): View {
  const end = view.text.indexOf('\n');
  if (end < 0) return view;
  const line = view.text.slice(0, end).trim();
  if (line.length > longestSmallTalk || !(line.endsWith(':') || opener.test(line))) return view;
  return withoutRule(trimmed(slice(view, end + 1, view.text.length)), 'start');
}

function withoutClosing(view: View): View {
  const start = view.text.lastIndexOf('\n');
  if (start < 0) return view;
  const line = view.text.slice(start + 1).trim();
  if (line.length > longestSmallTalk || !closer.test(line)) return view;
  return withoutRule(trimmed(slice(view, 0, start)), 'end');
}

/** Drops a horizontal rule that set the small talk apart. */
function withoutRule(view: View, side: 'start' | 'end'): View {
  const { text } = view;
  const at = side === 'start' ? text.indexOf('\n') : text.lastIndexOf('\n');
  if (at < 0) return view;
  const line = side === 'start' ? text.slice(0, at) : text.slice(at + 1);
  if (!rule.test(line.trim())) return view;
  return trimmed(side === 'start' ? slice(view, at + 1, text.length) : slice(view, 0, at));
}
