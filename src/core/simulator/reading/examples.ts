import type { Span } from '#core/language/span.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { plain } from './plain.ts';
import type { Example } from './reading.ts';

/** Pairs shown as earlier turns: what the user said, and what the assistant answered. */
export function turnExamples(messages: readonly Message[], prefilled: boolean): Example[] {
  const found: Example[] = [];
  const last = prefilled ? messages.length - 1 : messages.length;
  for (let i = 0; i + 1 < last; i++) {
    const asked = messages[i];
    const answered = messages[i + 1];
    if (asked?.role !== 'user' || answered?.role !== 'assistant') continue;
    found.push({
      input: asked.content,
      output: answered.content,
      span: { message: i + 1, start: 0, end: answered.content.length },
    });
  }
  return found;
}

interface Labelled {
  name: string;
  value: string;
  start: number;
  valueStart: number;
  end: number;
}

const label =
  /^[ \t]*(?:[-*•]\s|\d+[.)]\s)?(?:\*\*)?(?:(?:example|exemple)\s?\d*\s?[-:–]\s?)?([\p{L}][\p{L} ]{0,24}?)(?:\s\d+)?(?:\*\*)?[ \u00a0\u202f]?:(?:\*\*)?[ \t]*/u;
const answers =
  /^(?:output|answer|reply|response|label|category|result|sentiment|classification|json|sortie|reponse|etiquette|categorie|resultat|a|r|class|classe|summary|resume|translation|traduction|assistant|motif|reason|verdict|decision|expected|attendu|alt)$/;
const asks =
  /^(?:input|text|question|email|mail|message|comment|review|entree|texte|courriel|commentaire|avis|q|user|utilisateur|sentence|phrase|invoice|facture|ticket|example|exemple|element|clause|note|notes|context)$/;

/** Pairs in a text: "Input: … Output: …", repeated labels, `text -> label`. Also where the target that follows them begins. */
export function textExamples(
  text: string,
  message: number,
  material: readonly Span[] = [],
): { examples: Example[]; spans: { start: number; end: number }[] } {
  const inMaterial = (start: number, end: number) => material.some((one) => start < one.end && one.start < end);
  const rows = labelled(text).filter((row) => !inMaterial(row.start, row.end));
  const examples: Example[] = [];
  const spans: { start: number; end: number }[] = [];
  const pairs = new Map<string, number>();
  const key = (a: Labelled, b: Labelled) => `${a.name}\n${b.name}`;
  for (let i = 0; i + 1 < rows.length; i++) {
    const [one, two] = [rows[i], rows[i + 1]];
    if (one && two && one.name !== two.name && two.value !== '')
      pairs.set(key(one, two), (pairs.get(key(one, two)) ?? 0) + 1);
  }
  for (let i = 0; i + 1 < rows.length; i++) {
    const [one, two] = [rows[i], rows[i + 1]];
    if (!one || !two || one.value === '' || two.value === '' || one.name === two.name) continue;
    const known = asks.test(one.name) && answers.test(two.name);
    const repeated = (pairs.get(key(one, two)) ?? 0) >= 2 && (asks.test(one.name) || answers.test(two.name));
    if (!known && !repeated) continue;
    examples.push({ input: one.value, output: two.value, span: { message, start: one.start, end: two.end } });
    spans.push({ start: one.start, end: two.end });
    i++;
  }
  for (const match of text.matchAll(
    /^[ \t]*(?:[-*•]\s)?(["“«']?(?=\S)[^\n→]{1,300}?(?<=\S)["”»']?)\s*(?:→|->|=>|⇒)\s*([^\n]{1,200})$/gmu,
  )) {
    if (spans.some((span) => match.index < span.end && match.index + match[0].length > span.start)) continue;
    if (inMaterial(match.index, match.index + match[0].length)) continue;
    const bare = (one: string) => one.trim().replace(/^["“«']\s?|\s?["”»']$/g, '');
    examples.push({
      input: bare(match[1] ?? ''),
      output: bare(match[2] ?? ''),
      span: { message, start: match.index, end: match.index + match[0].length },
    });
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return { examples, spans: spans.sort((a, b) => a.start - b.start) };
}

/** Lines that begin with a label, and what belongs to each: up to the next label or blank line. */
function labelled(text: string): Labelled[] {
  const found: Labelled[] = [];
  let start = 0;
  let open: Labelled | undefined;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end);
    const match = line.length < 4000 ? label.exec(line) : null;
    if (match) {
      open = {
        name: plain(match[1] ?? '').trim(),
        value: line.slice(match[0].length).trim(),
        start,
        valueStart: start + match[0].length,
        end,
      };
      found.push(open);
    } else if (line.trim() === '') {
      if (open && open.value !== '') open = undefined;
    } else if (open) {
      open.value = open.value === '' ? line.trim() : `${open.value}\n${line.trim()}`;
      open.end = end;
    }
    start = end + 1;
  }
  return found;
}

/** An example in a tag of its own. */
export function exampleIn(text: string, block: Span, message: number): Example {
  const inner = text.slice(block.start, block.end).replace(/^<[^<>]{1,240}>\s*|\s*<\/[\w-]+>$/g, '');
  const pair = textExamples(inner, message).examples[0];
  const span = { message, start: block.start, end: block.end };
  return pair ? { input: pair.input, output: pair.output, span } : { input: '', output: inner, span };
}
