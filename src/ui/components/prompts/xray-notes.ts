import type { Prompt } from '#core/prompts/prompt.ts';
import type { PromptPlace } from '#core/prompts/template-places.ts';
import type { Span } from '#core/language/span.ts';
import type { ReadView, XrayView } from '#state/xray.svelte.ts';
import type { XrayNote } from './xray-marks.ts';

/** What to read first. */
const order = ['hijacked', 'forgotten', 'invented', 'unread', 'guessed', 'obeyed'] as const;
const rank = (stroke: XrayNote['stroke']) => order.indexOf(stroke);

const longestQuote = 90;

/** The notes of an explanation, worst first. */
export function xrayNotes(view: XrayView): XrayNote[] {
  const { prompt } = view;
  const read = view.read.map(({ instruction, places, decisions }): XrayNote => {
    const worst = [...decisions].sort((a, b) => rank(a.outcome) - rank(b.outcome))[0];
    return {
      id: `read-${instruction.id}`,
      stroke: worst?.outcome ?? 'obeyed',
      quote: quoteOf(places, prompt),
      params: worst?.params ?? {},
      ...(worst?.weakness ? { weakness: worst.weakness } : {}),
      places,
      output: shapedBy(decisions, view.text),
    };
  });
  const unread = view.unread.map((places, index): XrayNote => ({
    id: `unread-${index}`,
    stroke: 'unread',
    quote: quoteOf(places, prompt),
    params: {},
    places,
    output: [],
  }));
  const unasked = view.unasked.map((decision, index): XrayNote => ({
    id: `unasked-${index}`,
    stroke: decision.outcome,
    quote: '',
    topic: decision.topic,
    params: decision.params,
    ...(decision.weakness ? { weakness: decision.weakness } : {}),
    places: [],
    output: decision.output,
  }));
  return [...joined(read), ...unread, ...merged(unasked).map((note) => withWords(note, view.text))].sort(
    (a, b) => rank(a.stroke) - rank(b.stroke),
  );
}

/** Instructions that stand in the same words and met the same end are one note: a sentence often asks for several things. */
function joined(notes: readonly XrayNote[]): XrayNote[] {
  const found = new Map<string, XrayNote>();
  for (const note of notes) {
    const key = JSON.stringify([note.stroke, note.quote, note.places[0]?.span.start, note.weakness]);
    const same = found.get(key);
    found.set(key, same ? { ...same, output: [...same.output, ...note.output] } : note);
  }
  return [...found.values()];
}

/** Decisions that make the same sentence are one note with all their places. */
function merged(notes: readonly XrayNote[]): XrayNote[] {
  const found = new Map<string, XrayNote>();
  for (const note of notes) {
    const key = `${note.topic}/${note.stroke}`;
    const same = found.get(key);
    found.set(key, same ? { ...note, ...same, output: [...same.output, ...note.output] } : note);
  }
  return [...found.values()];
}

/** A form, a length or a tone is in no one place: what was weighed and points nowhere shaped the answer as a whole. */
function shapedBy(decisions: ReadView['decisions'], text: string): Span[] {
  const places = decisions.flatMap(({ output }) => output);
  return places.length === 0 && decisions.length > 0 && text ? [{ start: 0, end: text.length }] : places;
}

/** Shows which words of the answer a note means: “this” alone says nothing. Most of an answer at once would say as little. */
function withWords(note: XrayNote, text: string): XrayNote {
  const places = note.output.filter(({ start, end }) => start < end && end - start <= 0.6 * text.length);
  const words = [...new Set(places.map(({ start, end }) => text.slice(start, end).trim()))].filter(Boolean);
  const wrote = shortened(words.slice(0, 3).join(' … '));
  return wrote ? { ...note, wrote } : note;
}

/** The typed words of a place, shortened in the middle of nothing. */
function quoteOf(places: readonly PromptPlace[], prompt: Prompt): string {
  return shortened(places.map((place) => templateOf(place, prompt).slice(place.span.start, place.span.end)).join(''));
}

function shortened(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim();
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1).trimEnd()}…`;
}

function templateOf(place: PromptPlace, { system, turns, user }: Prompt): string {
  if (place.part === 'system') return system;
  return place.part === 'user' ? user : (turns[place.index]?.content ?? '');
}

/** Key of the sentence for a note: the most particular one that the words have. */
export function sentenceKey({ stroke, quote, topic }: XrayNote, has: (key: string) => boolean): string {
  if (stroke === 'unread') return 'unread';
  if (topic === undefined || quote !== '') return `read-${stroke}`;
  return has(`${topic}-${stroke}`) ? `${topic}-${stroke}` : topic;
}
