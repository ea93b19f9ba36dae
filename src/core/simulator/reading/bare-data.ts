import type { Span } from '#core/language/span.ts';
import { englishOrFrench } from '#core/language/function-words.ts';
import { parse } from '#core/language/frame.ts';
import { countWords } from '#core/language/measure.ts';
import { paragraphs, sentences } from '#core/language/segment.ts';
import { isField } from './blocks.ts';
import { rulesIn, speaksToModel } from './orders.ts';
import { plain } from './plain.ts';

/** A paragraph from this many words on that gives no order is material somebody pasted. */
const manyWords = 25;
const mostRead = 1500;
const ofTheModel =
  /^(?:you are|you're|your |act as|we |our |the (?:answer|reply|output|reader|email|text|customer)|tu es|vous etes|ta |ton |nous |notre |la reponse|le lecteur|context|contexte|background|cette |ce |this )/;

/** Stretches of unmarked text that are material: long paragraphs without orders, and what stands between them. */
export function bareText(text: string, from: number, to: number): Span[] {
  const parts = paragraphs(text.slice(from, to)).map((one) => ({
    start: from + one.start,
    end: from + one.end,
    text: one.text,
  }));
  const pasted = parts.map((one, index) =>
    isPasted(one.text, index === 0, text.slice(Math.max(0, one.start - mostRead), one.start)),
  );
  const first = pasted.indexOf(true);
  if (first < 0) return [];
  const spans: Span[] = [];
  let open: Span | undefined;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part) continue;
    const beside =
      pasted[i] === true ||
      (nearPasted(pasted, i) &&
        !/:\s*$/.test(part.text) &&
        !speaksToModel(part.text) &&
        !ofTheModel.test(plain(part.text.slice(0, 40))));
    if (beside && open) open.end = part.end;
    else if (beside) open = { start: part.start, end: part.end };
    else if (open) {
      spans.push(open);
      open = undefined;
    }
  }
  if (open) spans.push(open);
  return spans;
}

/** "If they complain about several things, pick …": the order comes behind its condition. */
const afterCondition = (sentence: string): string =>
  sentence.replace(
    /^\s*(?:if|when|whenever|where|unless|should|si|s'|quand|lorsque?|là où)\b[^,;:]{3,160}[,;:]\s+(?:then\s|alors\s)?/i,
    '',
  );

/** "status is blocked if …", « question : une phrase si … »: what stands in a field that was named above. */
function tellsOfField(sentence: string, before: string): boolean {
  const field =
    /^\s*(?:[-*•]\s*)?["“«`]?\s?(\p{Ll}[\p{Ll}\p{N}_]{1,24})\s?["”»`]?\s?(?:[:=]|(?:is|holds|gets|says|vaut|est|contient|dit)\s)/u.exec(
      sentence,
    )?.[1];
  return field !== undefined && isField(field, before);
}

/** A greeting before and a signature after pasted paragraphs belong to them. */
function nearPasted(pasted: readonly boolean[], at: number): boolean {
  return pasted[at - 1] === true || pasted[at + 1] === true;
}

function isPasted(paragraph: string, first: boolean, before: string): boolean {
  const head = paragraph.slice(0, mostRead);
  const words = countWords(head);
  if (words < (first ? 60 : manyWords)) return false;
  if (speaksToModel(head) || ofTheModel.test(plain(head.slice(0, 40)))) return paragraph.length > 6000;
  if (rulesIn(head) >= 0) return false;
  const all = sentences(head).filter((one) => /\p{L}/u.test(one.text));
  const { language } = englishOrFrench(head);
  const orders = all.filter(
    ({ text }) =>
      speaksToModel(text) ||
      speaksToModel(afterCondition(text)) ||
      tellsOfField(text, before) ||
      parse(text, language).directive,
  ).length;
  return orders / Math.max(1, all.length) < 0.4;
}
