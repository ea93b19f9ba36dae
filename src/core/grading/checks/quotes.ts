import { bounded } from '#core/language/bounded.ts';
import { stringsIn } from '../json/string-view.ts';
import { type Finding, fails, holds, unknown } from '../finding.ts';
import { reason, shortened } from '../reasons.ts';
import { asText, resolve } from '../resolve.ts';
import { foldText } from '../text/fold.ts';
import { quotations } from '../text/quotations.ts';
import { type View, spanOfView } from '../text/view.ts';
import type { Kind } from './kind.ts';

/** Shorter passages in quotation marks are words spoken of, not claims about the source. */
const fewestWords = 3;
/** No answer quotes more often; it bounds the work. */
const mostPassages = 500;

/** All answers to a case are held against the same source. */
const sources = {
  strict: bounded(50, (text) => spelled(text, true)),
  lenient: bounded(50, (text) => spelled(text, false)),
};

/**
 * Every quotation stands word for word in the source, and there are enough of them. Forgiven are white space,
 * typography, marks of omission, a capital at the beginning and punctuation at the end; strictly, case as well counts.
 */
export const quotes: Kind<'quotes'> = {
  strict: true,
  negatedWithoutField: 'fail',
  judge(check, subject, { truth, strict, answer }): Finding {
    const named = check.source.replace(/^\{\{\s*|\s*\}\}$/g, '');
    const source = Object.hasOwn(truth.values, named)
      ? truth.values[named]
      : check.source.includes('{{')
        ? asText(resolve(check.source, truth), check.source)
        : undefined;
    if (source === undefined) return unknown(reason('unknown-source', { source: check.source }));
    const spell = (text: string) => spelled(text, strict);
    const whole = ` ${sources[strict ? 'strict' : 'lenient'](source)} `;
    // A field named by the check is the quotation itself, with or without marks.
    const passages = (subject.node ? [subject.view] : quotations(subject.prose)).slice(0, mostPassages);
    const invented: View[] = [];
    let genuine = 0;
    for (const passage of passages) {
      if (standsIn(passage.text, whole, spell)) genuine += 1;
      else if (subject.node || wordsIn(passage.text) >= fewestWords) invented.push(passage);
    }
    const [first] = invented;
    if (first) {
      const params = { quote: shortened(first.text), count: invented.length };
      return fails(reason('quote-not-in-source', params), invented.slice(0, 50).map(spanOfView));
    }
    const min = subject.node ? 0 : check.min;
    const json = answer.json(strict);
    if (genuine < min && json) {
      // Fields may hold quotations without marks; those that are none claim nothing.
      const fields = stringsIn(subject.output, json).slice(0, mostPassages);
      genuine += fields.filter((text) => wordsIn(text.text) >= fewestWords && standsIn(text.text, whole, spell)).length;
    }
    if (genuine < min) return fails(reason('too-few-quotes', { count: genuine, min }));
    return holds(reason('quotes-in-source', { count: genuine }), passages.slice(0, 50).map(spanOfView));
  },
};

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const omission = /\s*[[(]?\s?(?:…|\.\.\.)\s?[\])]?\s*/g;

function spelled(text: string, strict: boolean): string {
  const unmarked = text.replace(/[*_`]+/g, '').replace(/^[ \t]*>[ \t]?/gm, '');
  const folded = foldText(unmarked, 'typography').trim();
  return (strict ? folded : folded.toLowerCase()).replace(/"/g, "'").replace(/ (?=[,.;:!?%»)])/g, '');
}

/** Whether the parts of a quotation, which marks of omission divide, stand in the source in order. */
function standsIn(quotation: string, source: string, spell: (text: string) => string): boolean {
  const parts = quotation
    .replace(/\[(\p{L})\]/gu, '$1') // "[T]he supplier": a capital changed to fit the sentence
    .split(omission)
    .map((part) =>
      spell(part)
        .replace(/^['«» ]+/, '')
        .replace(trailing, '$1'),
    )
    .filter((part) => part !== '');
  let from = 0;
  for (const part of parts) {
    const at = wordAt(source, part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return parts.length > 0;
}

const trailing = /([^'«» .,;:!?]|^)['«» .,;:!?]+$/;

/** Where a part stands in the source as whole words. */
function wordAt(source: string, part: string, from: number): number {
  for (let at = source.indexOf(part, from); at >= 0; at = source.indexOf(part, at + 1)) {
    const before = source[at - 1] ?? ' ';
    const after = source[at + part.length] ?? ' ';
    const inWord = (inside: string | undefined, outside: string) =>
      /[\p{L}\p{N}]/u.test(inside ?? '') && /[\p{L}\p{N}]/u.test(outside);
    if (!inWord(part[0], before) && !inWord(part.at(-1), after)) return at;
  }
  return -1;
}
