import { englishOrFrench } from '#core/language/function-words.ts';
import { parse } from '#core/language/frame.ts';
import type { Language } from '#core/language/language.ts';
import { countWords } from '#core/language/measure.ts';
import { isBroken, jointly } from '#core/language/salad.ts';
import type { Message } from '#core/prompts/prompt.ts';
import type { MessageSpan } from '../explanation.ts';
import { bareCorrection, corrected, takesBack } from './corrections.ts';
import { keysListed } from './keys.ts';
import { barelyInCase, undrowned } from './outweighed.ts';
import { partsOf } from './parts.ts';
import { plain } from './plain.ts';
import type { Instruction, KeySpec, Reading, Request } from './reading.ts';
import { rules } from './rules/rules.ts';
import { type Found, type Sentence, type Surroundings, sentenceOf } from './sentence.ts';
import { mergeRepeated, signalsOf } from './signals.ts';
import { isHeap, substantial } from './substance.ts';

/** So much of a line is looked at around a sentence. */
const longestLine = 600;

/** Of more sentences than these the middle is passed over, where models lose things too; requests stand at the ends. */
const mostSentences = 240;

/**
 * Reads a request. Never throws, in time linear in its length. `material`: stretches known to be material, in order,
 * even where nothing in the prompt sets them apart.
 */
export function read(messages: readonly Message[], material: readonly MessageSpan[] = []): Reading {
  return new Reader(messages, material).reading;
}

class Reader {
  readonly reading: Reading;
  readonly #keys: KeySpec[];
  readonly #sentences: readonly Sentence[];
  readonly #texts: readonly string[];
  /** Rows of a list of keys, read with the line above them. */
  readonly #rows = new Set<Sentence>();
  /** The person's words, taken together, stand in no order that says anything. */
  readonly #salad: boolean;

  constructor(messages: readonly Message[], material: readonly MessageSpan[]) {
    this.#texts = messages.map((message) => message.content);
    const final = messages.at(-1);
    const prefilled = final?.role === 'assistant';
    const { sentences, data, examples, forms } = partsOf(messages, material, prefilled);
    this.reading = { language: 'en', instructions: forms, clauses: [], data, examples, unread: [] };
    if (prefilled) this.reading.prefill = final.content;
    this.#keys = forms.flatMap(({ request }) => (request.kind === 'format' ? (request.keys ?? []) : []));
    this.#sentences = taken(sentences);
    this.#language();
    this.#salad = isBroken(
      jointly(this.#sentences.filter(({ source }) => source !== 'data').map(({ parsed }) => parsed.joints)),
    );
    this.#sentences.forEach((sentence, index) => this.#sentence(sentence, index));
    this.#finish();
  }

  #language(): void {
    const own = this.#sentences.filter((sentence) => sentence.source !== 'data');
    const said = own.map((sentence) => sentence.text).join(' ');
    // One word of one's own tells less than the text it is about.
    const text = countWords(said) > 1 ? said : this.#sentences.map((sentence) => sentence.text).join(' ');
    const found = englishOrFrench(text);
    if (found.confidence > 0) this.reading.language = found.language;
  }

  #sentence(sentence: Sentence, index: number): void {
    if (this.#rows.has(sentence)) return;
    const { text, start, message, language, source, parsed } = sentence;
    const span = { message, start, end: start + text.length };
    if (parsed.salad || (this.#salad && source !== 'data') || (parsed.heap && isHeap(sentence))) {
      if (source !== 'data') this.reading.unread.push(span);
      return;
    }
    if (!parsed.heap) this.reading.clauses.push({ span, text, language, source });
    if (source === 'data' && !parsed.directive) return;
    const found: Found[] = [];
    const correction = takesBack(sentence) ? bareCorrection(sentence, this.reading.instructions) : undefined;
    if (correction) found.push(correction);
    if (!correction || sentence.bare.length - correction.end > 8) {
      const around = this.#around(sentence, index);
      for (const rule of rules) {
        for (const one of rule(sentence, around)) {
          if (one.request.kind === 'format' && one.request.keys) this.#keys.push(...one.request.keys);
          found.push(one);
        }
      }
    }
    const listed = this.#listedKeys(sentence);
    if (listed) found.push(listed);
    if (listed?.request.kind === 'format') this.#keys.push(...(listed.request.keys ?? []));
    const named = new Set(namesOf(this.#keys));
    const own = found.filter(({ request }) => !isKeyWord(request, named));
    for (const one of undrowned(own.filter((each) => !barelyInCase(each, sentence)))) this.#instruct(sentence, one);
    if (own.some((one) => one.request.kind !== 'task')) return;
    if (own.length > 0 || parsed.heap) {
      if (own.length === 0 && source !== 'data' && countWords(text) > 1) this.reading.unread.push(span);
      return;
    }
    if (substantial(sentence))
      this.#instruct(sentence, {
        request: { kind: 'content', text },
        polarity: parsed.frames.some((frame) => frame.directive && frame.negated) ? -1 : 1,
        start: 0,
        end: text.length,
      });
    else if (source !== 'data' && !parsed.question && countWords(text) > 1) this.reading.unread.push(span);
  }

  #around({ source, message, start }: Sentence, index: number): Surroundings {
    // Material may stand between two sentences of the person's.
    const beside = (step: 1 | -1) => {
      for (let at = index + step; Math.abs(at - index) < 8; at += step) {
        const other = this.#sentences[at];
        if (other?.message !== message) return undefined;
        if (other.source === source) return other;
      }
      return undefined;
    };
    const text = this.#texts[message] ?? '';
    return {
      keys: this.#keys,
      earlier: this.reading.instructions,
      claimed: new Set(),
      text,
      get line() {
        return /^[^\n]*/.exec(text.slice(start, start + longestLine))?.[0] ?? '';
      },
      previous: beside(-1),
      next: beside(1),
    };
  }

  /** "Fields:" with a list of them below. */
  #listedKeys(sentence: Sentence): Found | undefined {
    if (
      !/\b(?:keys?|fields?|columns?|properties|cles?|champs?|colonnes?|proprietes?)\b[^:\n]{0,60}:\s*$/.test(
        sentence.low,
      )
    )
      return undefined;
    const following: string[] = [];
    const at = this.#sentences.indexOf(sentence);
    for (const next of this.#sentences.slice(at + 1, at + 40)) {
      if (next.message !== sentence.message) break;
      if (keysListed(`- ${next.text}`).length === 0) break;
      following.push(`- ${next.text}`);
      this.#rows.add(next);
    }
    const keys = keysListed(following.join('\n'));
    if (keys.length === 0) return undefined;
    const table = /\b(?:columns?|colonnes?)\b/.test(sentence.low);
    return {
      request: { kind: 'format', format: table ? 'table' : 'json', keys, implied: true },
      polarity: 1,
      start: 0,
      end: sentence.text.length,
    };
  }

  #instruct(sentence: Sentence, found: Found): void {
    const instruction: Instruction = {
      id: `i${this.reading.instructions.length + 1}`,
      request: found.request,
      polarity: found.polarity ?? 1,
      span: {
        message: sentence.message,
        start: sentence.start + Math.max(0, found.start),
        end: sentence.start + Math.min(sentence.text.length, Math.max(found.start + 1, found.end)),
      },
      language: sentence.language,
      signals: signalsOf(sentence, found),
      source: sentence.source,
    };
    const condition = sentence.parsed.frames.find((frame) => frame.mode === 'condition');
    if (condition && found.request.kind !== 'task')
      instruction.condition = sentence.text.slice(condition.start, condition.end);
    if (takesBack(sentence)) {
      const before = corrected(
        found,
        this.reading.instructions.filter((one) => one.source === instruction.source),
      );
      if (before !== undefined) instruction.corrects = before;
    }
    this.reading.instructions.push(instruction);
  }

  #finish(): void {
    const { reading } = this;
    const selfCheck = reading.instructions.some((one) => one.request.kind === 'self-check' && one.source !== 'data');
    for (const one of reading.instructions) {
      one.signals.selfCheck = selfCheck && one.request.kind !== 'self-check';
      one.signals.afterData = reading.data.some(
        (block) =>
          block.span.message <= one.span.message &&
          (block.span.message < one.span.message || block.span.end <= one.span.start),
      );
      if (reading.examples.length > 0 && /^(?:format|labels|only|count|casing|language)$/.test(one.request.kind))
        one.signals.example = true;
    }
    const named = new Set(
      reading.instructions.flatMap(({ request }) => (request.kind === 'format' ? namesOf(request.keys ?? []) : [])),
    );
    reading.instructions = mergeRepeated(reading.instructions.filter(({ request }) => !isKeyWord(request, named)));
  }
}

/** A key that is spoken of, which is no word to be used. */
const isKeyWord = (request: Request, named: ReadonlySet<string>): boolean =>
  request.kind === 'include' && request.times === undefined && request.texts.every((text) => named.has(plain(text)));

/** All keys, those within others too. */
const namesOf = (keys: readonly KeySpec[]): string[] =>
  keys.flatMap((key) => [plain(key.name), ...namesOf(key.keys ?? [])]);

/** Takes sentences apart, those at the two ends when they are very many. */
function taken(all: readonly Pick<Sentence, 'text' | 'start' | 'message' | 'source'>[]): Sentence[] {
  const half = mostSentences / 2;
  const read = all.length <= mostSentences ? all : [...all.slice(0, half), ...all.slice(-half)];
  return read.map(({ text, ...where }) => {
    const own = englishOrFrench(text);
    const language: Language = own.confidence > 0 ? own.language : 'en';
    return sentenceOf(text, { ...where, language, parsed: parse(text, language) });
  });
}
