import { sentences, type Segment } from '#core/language/segment.ts';
import type { Message } from '#core/prompts/prompt.ts';
import type { MessageSpan } from '../explanation.ts';
import { bareText } from './bare-data.ts';
import { type Block, blocksOf, certainMaterial } from './blocks.ts';
import { atCorrections } from './corrections.ts';
import { exampleIn, textExamples, turnExamples } from './examples.ts';
import { inlineData } from './inline-data.ts';
import { keysOfSkeleton } from './keys.ts';
import type { DataBlock, Example, Instruction } from './reading.ts';
import type { Sentence } from './sentence.ts';

/** Longer sentences are material that nobody marked; orders inside long data are looked for in its first part only. */
const longestSentence = 1200;
const readInData = 12_000;

/** What a request is made of, before anything in it is understood. */
interface Parts {
  /** Of the instructions and of the material, which may hold orders too. */
  sentences: Pick<Sentence, 'text' | 'start' | 'message' | 'source'>[];
  data: DataBlock[];
  examples: Example[];
  /** Forms of the answer that are shown. */
  forms: Instruction[];
}

/** Sets the material of a request apart from its instructions. `known`: stretches that are material for certain. */
export function partsOf(messages: readonly Message[], known: readonly MessageSpan[], prefilled: boolean): Parts {
  return new Splitter(messages, known, prefilled).parts;
}

class Splitter {
  readonly parts: Parts;
  readonly #material: readonly MessageSpan[];

  constructor(messages: readonly Message[], material: readonly MessageSpan[], prefilled: boolean) {
    this.#material = material;
    this.parts = { sentences: [], data: [], examples: turnExamples(messages, prefilled), forms: [] };
    const lastUser = messages.findLastIndex((message) => message.role === 'user');
    const shown = new Set<number>();
    for (const example of this.parts.examples) shown.add(example.span.message).add(example.span.message - 1);
    messages.forEach((message, index) => {
      if (message.role === 'assistant') return;
      if (message.role === 'user' && index !== lastUser && shown.has(index)) return;
      this.#message(message, index);
    });
  }

  #message(message: Message, index: number): void {
    const text = message.content;
    const source = message.role === 'system' ? 'system' : 'user';
    const known = this.#material.filter((one) => one.message === index);
    const head = text.length > 200_000 ? text.slice(0, 200_000) : text;
    const shown = textExamples(head, index, certainMaterial(head, known));
    this.parts.examples.push(...shown.examples);
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
    else if (block.kind === 'example') this.parts.examples.push(exampleIn(text, block, index));
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
    this.parts.sentences.push({ text, start, message, source });
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
    this.parts.data.push(data);
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
    this.parts.forms.push({
      id: `i${this.parts.forms.length + 1}`,
      request: { kind: 'format', format: 'json', keys: skeleton.keys, ...(skeleton.array ? { array: true } : {}) },
      polarity: 1,
      span: { message, start: block.start, end: block.end },
      language: 'en',
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
