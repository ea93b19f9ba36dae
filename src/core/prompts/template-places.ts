import type { Span } from '#core/language/span.ts';
import type { RenderedMessage, TemplatePlace } from './template.ts';

/** A place of a prompt as it was typed. */
export type PromptPlace = TemplatePlace & {
  span: Span;
  /** Set when the place lies in the value of a variable: then `span` is the whole `{{name}}`. */
  variable?: string;
};

/**
 * Leads a place in a rendered message back to the templates. A place that reaches over a variable comes back in pieces:
 * the typed text exactly, the value as the whole `{{name}}`.
 */
export function placesInTemplates(
  messages: readonly RenderedMessage[],
  { message, start, end }: Span & { message: number },
): PromptPlace[] {
  const places: PromptPlace[] = [];
  for (const { span, origin, variable } of messages[message]?.segments ?? []) {
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    if (from >= to) continue;
    const { span: typed, ...place } = origin;
    if (variable !== undefined) {
      places.push({ ...place, span: typed, variable });
      continue;
    }
    const found = { start: typed.start + from - span.start, end: typed.start + to - span.start };
    places.push({ ...place, span: found });
  }
  return places;
}
