import type { Span } from '#core/language/span.ts';
import type { Message, StepPrompt } from './prompt.ts';

/** A piece of a parsed template, with its place in the template. */
export type TemplatePart = { type: 'text'; text: string; span: Span } | { type: 'variable'; name: string; span: Span };

/** What is wrong with a template; the interface says it in a sentence. */
export type TemplateProblem =
  | { code: 'unclosed-variable'; span: Span }
  | { code: 'empty-variable'; span: Span }
  | { code: 'unknown-variable'; name: string; span: Span };

export interface ParsedTemplate {
  parts: TemplatePart[];
  problems: TemplateProblem[];
}

/** Which template of a prompt a piece of a message came from. */
export type TemplatePlace = { part: 'system' } | { part: 'turn'; index: number } | { part: 'user' };

/** A piece of a rendered message and the place it came from. */
export interface RenderedSegment {
  /** Place in the rendered message. */
  span: Span;
  /** Place in the template. For a variable: the whole `{{name}}`. */
  origin: TemplatePlace & { span: Span };
  /** Set when the piece is the value of a variable. */
  variable?: string;
}

export interface RenderedMessage extends Message {
  segments: RenderedSegment[];
}

const variable = /\{\{\s*(?:([\p{L}_][\p{L}\p{N}_.-]*)\s*)?\}\}/gu;

/**
 * Splits a template into text and `{{variables}}`. An opening `{{` that is never closed on its line is text
 * and a problem: nothing a person typed is ever dropped. `known` limits the variables that may be used.
 */
export function parseTemplate(template: string, known?: ReadonlySet<string>): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const problems: TemplateProblem[] = [];
  let last = 0;
  const pushText = (end: number) => {
    if (end <= last) return;
    const text = template.slice(last, end);
    parts.push({ type: 'text', text, span: { start: last, end } });
    for (const open of text.matchAll(/\{\{(?!\s*\}\})/g)) {
      const start = last + open.index;
      problems.push({ code: 'unclosed-variable', span: { start, end: start + 2 } });
    }
  };
  for (const match of template.matchAll(variable)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const name = match[1];
    if (name === undefined) {
      problems.push({ code: 'empty-variable', span });
      continue;
    }
    pushText(span.start);
    parts.push({ type: 'variable', name, span });
    if (known && !known.has(name)) problems.push({ code: 'unknown-variable', name, span });
    last = span.end;
  }
  pushText(template.length);
  return { parts, problems };
}

/** The names of the variables that a prompt uses, in the order of their first use. */
export function variablesOf(prompt: StepPrompt): string[] {
  const templates = [prompt.system, ...prompt.turns.map((turn) => turn.content), prompt.user];
  const names = templates.flatMap((template) =>
    parseTemplate(template).parts.flatMap((part) => (part.type === 'variable' ? [part.name] : [])),
  );
  return [...new Set(names)];
}

/**
 * Fills the variables of a prompt with the values of a case. A variable without a value stays as it was typed.
 * Every segment of a message remembers where it came from, so that marks on the message lead back to the template.
 */
export function renderPrompt(prompt: StepPrompt, values: Readonly<Record<string, string>>): RenderedMessage[] {
  const messages: RenderedMessage[] = [];
  if (prompt.system.trim() !== '') {
    messages.push({ role: 'system', ...renderTemplate(prompt.system, values, { part: 'system' }) });
  }
  prompt.turns.forEach((turn, index) => {
    messages.push({ role: turn.role, ...renderTemplate(turn.content, values, { part: 'turn', index }) });
  });
  if (prompt.user.trim() !== '' || messages.length === 0) {
    messages.push({ role: 'user', ...renderTemplate(prompt.user, values, { part: 'user' }) });
  }
  return messages;
}

function renderTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  place: TemplatePlace,
): { content: string; segments: RenderedSegment[] } {
  let content = '';
  const segments: RenderedSegment[] = [];
  for (const part of parseTemplate(template).parts) {
    const typed = template.slice(part.span.start, part.span.end);
    const value = part.type === 'variable' && Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    const text = value ?? typed;
    const span = { start: content.length, end: content.length + text.length };
    const segment: RenderedSegment = { span, origin: { ...place, span: part.span } };
    if (part.type === 'variable') segment.variable = part.name;
    segments.push(segment);
    content += text;
  }
  return { content, segments };
}
