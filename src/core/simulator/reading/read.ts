import { englishOrFrench } from '#core/language/function-words.ts';
import { parse } from '#core/language/frame.ts';
import type { Language } from '#core/language/language.ts';
import { countWords } from '#core/language/measure.ts';
import { isBroken, jointly } from '#core/language/salad.ts';
import { type Segment, sentences } from '#core/language/segment.ts';
import type { Message } from '#core/prompts/prompt.ts';
import type { MessageSpan } from '../explanation.ts';
import { bareText } from './bare-data.ts';
import { type Block, blocksOf, certainMaterial } from './blocks.ts';
import { atCorrections, bareCorrection, corrected, takesBack } from './corrections.ts';
import { textExamples, turnExamples } from './examples.ts';
import { inlineData } from './inline-data.ts';
import { hasNumber } from './numerals.ts';
import { keysListed, keysOfSkeleton } from './keys.ts';
import { plain } from './plain.ts';
import type { DataBlock, Instruction, KeySpec, Reading, Request } from './reading.ts';
import { rules } from './rules/rules.ts';
import { type Found, type Sentence, type Surroundings, sentenceOf } from './sentence.ts';
import { mergeRepeated, signalsOf } from './signals.ts';

/** Longer sentences are material that nobody marked; orders inside long data are looked for in its first part only. */
const longestSentence = 1200;
const readInData = 12_000;

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
  #keys: KeySpec[] = [];
  #sentences: Sentence[] = [];
  readonly #found: Pick<Sentence, 'text' | 'start' | 'message' | 'source'>[] = [];
  readonly #texts: readonly string[];
  readonly #material: readonly MessageSpan[];
  /** Rows of a list of keys, read with the line above them. */
  readonly #rows = new Set<Sentence>();
  /** The person's words, taken together, stand in no order that says anything. */
  #salad = false;

  constructor(messages: readonly Message[], material: readonly MessageSpan[]) {
    this.#material = material;
    this.#texts = messages.map((message) => message.content);
    const final = messages.at(-1);
    const prefilled = final?.role === 'assistant';
    this.reading = {
      language: 'en',
      instructions: [],
      clauses: [],
      data: [],
      examples: turnExamples(messages, prefilled),
      unread: [],
    };
    if (prefilled) this.reading.prefill = final.content;
    const lastUser = messages.findLastIndex((message) => message.role === 'user');
    const shown = new Set<number>();
    for (const example of this.reading.examples) shown.add(example.span.message).add(example.span.message - 1);
    messages.forEach((message, index) => {
      if (message.role === 'assistant') return;
      if (message.role === 'user' && index !== lastUser && shown.has(index)) return;
      this.#message(message, index);
    });
    this.#take();
    this.#language();
    this.#salad = isBroken(
      jointly(this.#sentences.filter(({ source }) => source !== 'data').map(({ parsed }) => parsed.joints)),
    );
    this.#sentences.forEach((sentence, index) => this.#sentence(sentence, index));
    this.#finish();
  }

  #message(message: Message, index: number): void {
    const text = message.content;
    const source = message.role === 'system' ? 'system' : 'user';
    const known = this.#material.filter((one) => one.message === index);
    const head = text.length > 200_000 ? text.slice(0, 200_000) : text;
    const shown = textExamples(head, index, certainMaterial(head, known));
    this.reading.examples.push(...shown.examples);
    // Between the examples the message is read as if they were not there.
    let from = 0;
    for (const span of [...shown.spans, { start: text.length, end: text.length }]) {
      const here = known
        .filter((one) => one.start >= from && one.end <= span.start)
        .map(({ start, end }) => ({ start: start - from, end: end - from }));
      for (const block of span.start > from ? blocksOf(text.slice(from, span.start), here) : []) {
        this.#block(text, { ...block, start: block.start + from, end: block.end + from }, index, source);
      }
      from = Math.max(from, span.end);
    }
  }

  #block(text: string, block: Block, index: number, source: 'system' | 'user'): void {
    if (block.kind === 'skeleton') this.#skeleton(text, block, index, source);
    else if (block.kind === 'example') this.reading.examples.push(exampleOf(text, block, index));
    else if (block.kind === 'data') this.#data(text, block, index);
    else this.#text(text, block, index, source);
  }

  #text(text: string, block: Block, index: number, source: 'system' | 'user'): void {
    const bare = bareText(text, block.start, block.end);
    const own = text.slice(block.start, block.end);
    const inline = own.length > 20_000 ? [] : inlineData(own);
    for (const { start, end } of inline) {
      const span = { start: block.start + start, end: block.start + end };
      if (bare.every((one) => one.end <= span.start || span.end <= one.start)) bare.push(span);
    }
    bare.sort((a, b) => a.start - b.start);
    let from = block.start;
    for (const span of [...bare, { start: block.end, end: block.end }]) {
      const part = text.slice(from, span.start);
      for (const segment of atCorrections(wholeQuotes(sentences(part), part)))
        if (segment.text.length <= longestSentence) this.#add(segment.text, from + segment.start, index, source);
      if (span.end > span.start) this.#data(text, { kind: 'data', marking: 'bare', ...span }, index);
      from = span.end;
    }
  }

  #add(text: string, start: number, message: number, source: Sentence['source']): void {
    if (!/[\p{L}\p{N}]/u.test(text) || /^<\/?[\w-]+>$/.test(text)) return;
    this.#found.push({ text, start, message, source });
  }

  /** Takes the sentences apart, those at the two ends when they are very many. */
  #take(): void {
    const all = this.#found;
    const half = mostSentences / 2;
    const taken = all.length <= mostSentences ? all : [...all.slice(0, half), ...all.slice(-half)];
    this.#sentences = taken.map(({ text, ...where }) => {
      const own = englishOrFrench(text);
      const language: Language = own.confidence > 0 ? own.language : this.reading.language;
      return sentenceOf(text, { ...where, language, parsed: parse(text, language) });
    });
  }

  #data(text: string, block: Block, message: number): void {
    const own = text.slice(block.start, block.end);
    const inner = own
      .replace(
        /^<[^<>]{1,240}>\s*|\s*<\/[\w-]+>$|^["“«]\s?(?=[^"”»]*["”»]$)|\s?["”»]$(?<=^["“«][^"”»]*["”»])|^[ \t]*(?:`{3,}|~{3,})[^\n]*\n?|\n?(?:`{3,}|~{3,})$|^(?:"""|''')\s*|\s*(?:"""|''')$/g,
        '',
      )
      .trim();
    if (inner === '') return;
    const data: DataBlock = {
      span: { message, start: block.start, end: block.end },
      text: inner,
      marking: block.marking ?? 'bare',
    };
    if (block.label !== undefined) data.label = block.label;
    this.reading.data.push(data);
    const head = own.slice(0, readInData);
    for (const segment of sentences(head)) {
      if (segment.text.length <= longestSentence) this.#add(segment.text, block.start + segment.start, message, 'data');
    }
  }

  /** A JSON example or schema that shows the form of the answer. */
  #skeleton(text: string, block: Block, message: number, source: 'system' | 'user'): void {
    const own = text.slice(block.start, block.end);
    const skeleton = keysOfSkeleton(own.slice(0, 20_000));
    if (!skeleton) {
      this.#data(text, { ...block, kind: 'data' }, message);
      return;
    }
    this.#keys.push(...skeleton.keys);
    this.reading.instructions.push({
      id: `i${this.reading.instructions.length + 1}`,
      request: { kind: 'format', format: 'json', keys: skeleton.keys, ...(skeleton.array ? { array: true } : {}) },
      polarity: 1,
      span: { message, start: block.start, end: block.end },
      language: this.reading.language,
      source,
      signals: {
        emphasis: false,
        example: true,
        positive: false,
        exact: true,
        repeated: false,
        afterData: false,
        selfCheck: false,
      },
    });
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
      // Material may stand between two sentences of the person's.
      const beside = (step: 1 | -1) => {
        for (let at = index + step; Math.abs(at - index) < 8; at += step) {
          const other = this.#sentences[at];
          if (other?.message !== message) return undefined;
          if (other.source === source) return other;
        }
        return undefined;
      };
      const around: Surroundings = {
        keys: this.#keys,
        earlier: this.reading.instructions,
        claimed: new Set(),
        text: this.#texts[message] ?? '',
      };
      const previous = beside(-1);
      const next = beside(1);
      if (previous) around.previous = previous;
      if (next) around.next = next;
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
    for (const one of undrowned(found.filter((each) => !barelyInCase(each, sentence)))) this.#instruct(sentence, one);
    if (found.length > 0 && found.some((one) => one.request.kind !== 'task')) return;
    if (found.length > 0 || parsed.heap) {
      if (found.length === 0 && source !== 'data' && countWords(text) > 1) this.reading.unread.push(span);
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
    // A key in quotation marks is no word to be used.
    reading.instructions = mergeRepeated(
      reading.instructions.filter(
        ({ request }) =>
          request.kind !== 'include' ||
          request.times !== undefined ||
          request.texts.some((text) => !named.has(plain(text))),
      ),
    );
  }
}

/** All keys, those within others too. */
const namesOf = (keys: readonly KeySpec[]): string[] =>
  keys.flatMap((key) => [plain(key.name), ...namesOf(key.keys ?? [])]);

/** "If none fits, answer with the single word NONE" makes no other answer a word long. */
function barelyInCase({ request }: Found, { parsed, low }: Sentence): boolean {
  if (request.kind !== 'count' || request.unit !== 'word' || request.value > 2 || request.op === '>=') return false;
  return (
    parsed.frames.some((frame) => frame.mode === 'condition') ||
    /\b(?:for when|for cases|in case|whenever|pour (?:quand|les cas|le cas)|au cas|en cas)\b/.test(low)
  );
}

/** What a request means that another one says better: "an address in [brackets]" hides no personal data. */
const drowned: Partial<Record<Request['kind'], readonly Request['kind'][]>> = {
  placeholder: ['no-personal-data', 'labels', 'highlight'],
  'repeat-request': ['ask-when-unclear', 'include', 'quote', 'quotation', 'steps'],
  sections: ['labels', 'ask-when-unclear'],
  letter: ['include'],
  labels: ['include'],
  quotation: ['quote', 'highlight'],
  start: ['ask-when-unclear', 'quote'],
  end: ['ask-when-unclear', 'quote', 'missing'],
};

function undrowned(found: readonly Found[]): Found[] {
  const away = new Set(found.flatMap(({ request }) => drowned[request.kind] ?? []));
  const edge = found.flatMap(({ request }) =>
    request.kind === 'start' || request.kind === 'end' ? [request.text] : [],
  );
  const marker = found.flatMap(({ request }) =>
    request.kind === 'sections' && request.marker ? [request.marker.toLowerCase()] : [],
  )[0];
  return found.filter(({ request }) => {
    if (
      request.kind === 'include' &&
      edge.some((text) => request.texts.every((one) => text.toLowerCase().includes(one.toLowerCase())))
    )
      return false;
    if (request.kind === 'start' && marker !== undefined && request.text.toLowerCase().startsWith(marker)) return false;
    if (request.kind === 'labels') return !away.has('labels');
    return !away.has(request.kind);
  });
}

/** A quotation that holds a full stop is not torn apart. */
function wholeQuotes(segments: readonly Segment[], text: string): Segment[] {
  const whole: Segment[] = [];
  for (const one of segments) {
    const last = whole.at(-1);
    const open = last && last.text.length < 600 && unclosed(last.text);
    const goesOn = last && /[.!?]\s?["”»]$/.test(last.text) && /^(?:\p{Ll}|["“«])/u.test(one.text);
    if (last && (open || goesOn) && !text.slice(last.end, one.start).includes('\n')) {
      last.end = one.end;
      last.text = text.slice(last.start, one.end);
    } else whole.push({ ...one });
  }
  return whole;
}

const unclosed = (text: string) =>
  text.lastIndexOf('«') > text.lastIndexOf('»') ||
  text.lastIndexOf('“') > text.lastIndexOf('”') ||
  (text.match(/"/g)?.length ?? 0) % 2 === 1;

const grammatical =
  /\b(?:in|with|no|without|of|for|an?|the|to|about|on|and|not|don't|en|avec|sans|de|du|des|une?|le|la|les|pour|sur|pas|aucune?|et|au|aux)\b/;

/** Bare nouns in a row ask for nothing; a clause with a preposition, a number or a quotation does. */
function isHeap({ bare, text, quoted }: Sentence): boolean {
  const parts = bare.split(/[,;|]/);
  if (parts.length < 3 || /[:(]/.test(text) || hasNumber.test(bare) || quoted.length > 0) return false;
  return parts.filter((part) => grammatical.test(part)).length < parts.length / 2;
}

/** Praise of the answer to come, which nobody can act on: "be great, in a tone that fits us". */
const vague: ReadonlySet<string> = new Set(
  (
    'tone good correct quality way thing work do useful big important help all possible style keep give answer write clear-thing company ' +
    '~great ~excel ~perfect ~amaz ~brilliant ~best ~nice ~fit ~suit ~awesom ~wonder ~outstand ~super ~magnifiqu ~parfait ~genial ~convient ~effort ~attent ~care ~smart ~genius'
  ).split(' '),
);

/** An instruction, or a rule that lays down what is so ("sarcasm counts as negative"), with something to act on. */
function substantial(sentence: Sentence): boolean {
  const { parsed, low } = sentence;
  if (parsed.question) return false;
  if (
    parsed.frames.every((frame) => frame.terms.every((term) => term.senses.some((sense) => vague.has(sense.concept))))
  )
    return false;
  const terms = parsed.frames.flatMap((frame) => frame.terms).filter((term) => term.weight >= 0.5);
  if (parsed.frames.every((frame) => frame.mode === 'reported')) return false;
  if (parsed.directive)
    return terms.length >= 2 || (terms.length === 1 && parsed.frames.some((frame) => frame.negated));
  return (
    terms.length >= 3 &&
    /\b(?:is|are|counts?|means?|becomes?|gets?|stays?|remains?|est|sont|compte|signifie|devient|vaut|reste|recoivent?|prend|receives?|lira|read|sert|apparaissent|a le droit)\b/.test(
      low,
    )
  );
}

function exampleOf(text: string, block: Block, message: number): Reading['examples'][number] {
  const inner = text.slice(block.start, block.end).replace(/^<[^<>]{1,240}>\s*|\s*<\/[\w-]+>$/g, '');
  const pair = textExamples(inner, message).examples[0];
  const span = { message, start: block.start, end: block.end };
  return pair ? { input: pair.input, output: pair.output, span } : { input: '', output: inner, span };
}
