import type { Span } from '#core/language/span.ts';
import type { PromptPlace } from '#core/prompts/template-places.ts';
import type { DecisionOutcome } from '#core/simulator/explanation.ts';
import type { PromptMark } from './editor/marks.ts';

/** One note of the x-ray: a sentence's ingredients, where it stands in the prompt, and what it shaped. */
export interface XrayNote {
  id: string;
  stroke: DecisionOutcome | 'unread';
  /** The words of the prompt it is about; empty for what nobody asked. */
  quote: string;
  /** Topic of a decision that answers no instruction. */
  topic?: string;
  params: Record<string, string | number>;
  weakness?: string;
  places: readonly PromptPlace[];
  /** Places in the answer that it shaped. */
  output: readonly Span[];
  /** The beginning of what it shaped, for a note that has no words of the prompt to show. */
  wrote?: string;
}

/** The underlines that notes draw in one template. */
export function marksIn(notes: readonly XrayNote[], part: PromptPlace['part'], index = 0): PromptMark[] {
  return notes.flatMap(({ id, stroke, places }) =>
    places
      .filter((place) => place.part === part && (place.part !== 'turn' || place.index === index))
      .map(({ span }) => ({
        start: span.start,
        end: span.end,
        stroke: stroke === 'guessed' || stroke === 'invented' ? ('unread' as const) : stroke,
        note: id,
      })),
  );
}
