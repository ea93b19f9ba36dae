import type { Message } from '#core/prompts/prompt.ts';
import type { MessageSpan } from '../explanation.ts';
import { remember } from '../remember.ts';
import { recognise, type Recognised } from './recognise.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';

/** Shorter texts ("12 May", a name) stand in what the person says too. */
const fewestLetters = 12;
const mostPlaces = 20;

/**
 * Where the data of the recognised case, and what all cases share, stand in the messages: nobody who pastes them says
 * what stands in them.
 */
export function materialIn(
  messages: readonly Message[],
  known: readonly ExerciseKnowledge[],
): { recognised: Recognised; spans: readonly MessageSpan[] } | undefined {
  const recognised = recognise(messages, known);
  return recognised && { recognised, spans: spansOf(messages, recognised.knowledge) };
}

/** A prompt holds one case of an exercise, so that the two of them say which. */
const spansOf = remember((messages: readonly Message[], knowledge: ExerciseKnowledge): MessageSpan[] => {
  const found = recognise(messages, [knowledge]);
  const values = found ? [...Object.values(knowledge.data[found.case] ?? {}), ...(knowledge.shared ?? [])] : [];
  return messages.flatMap(({ role, content }, message) => {
    if (role === 'assistant') return [];
    const spans = values.flatMap((value) => placesOf(content, value));
    return joinedSpans(content, spans).map((span) => ({ message, ...span }));
  });
});

interface Place {
  start: number;
  end: number;
}

/** The whole text where it stands as it is, else its lines. */
function placesOf(content: string, value: string): Place[] {
  const whole = occurrences(content, value);
  if (whole.length > 0) return whole;
  return value.includes('\n') ? value.split('\n').flatMap((line) => occurrences(content, line)) : [];
}

function occurrences(content: string, text: string): Place[] {
  const wanted = text.trim();
  const found: Place[] = [];
  if (wanted.length < fewestLetters) return found;
  let at = content.indexOf(wanted);
  while (at >= 0 && found.length < mostPlaces) {
    found.push({ start: at, end: at + wanted.length });
    at = content.indexOf(wanted, at + wanted.length);
  }
  return found;
}

/** Lines with nothing but marks between them are one text. */
function joinedSpans(content: string, spans: Place[]): Place[] {
  const joined: Place[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && (span.start <= last.end || /^[\s>|*-]{1,60}$/.test(content.slice(last.end, span.start))))
      last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
