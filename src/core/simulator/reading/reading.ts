import type { Language } from '#core/language/language.ts';
import type { MessageSpan } from '../explanation.ts';

/** Units that text is measured in. */
export type Unit = 'word' | 'sentence' | 'paragraph' | 'line' | 'item' | 'character' | 'section';
export type Operator = '<=' | '>=' | '=' | '~' | 'between';

/** Where a constraint holds. `all` is the whole answer; scopes nest through `within`. */
export interface Scope {
  which: 'all' | 'each' | 'first' | 'last' | 'nth';
  unit?: Unit | 'letter';
  /** 1-based, for `nth`. */
  n?: number;
  /** A named part of the answer: a key or a section ("the reply", "the summary"). */
  part?: string;
  within?: Scope;
}

export type OutputFormat =
  'prose' | 'bullets' | 'numbered' | 'table' | 'json' | 'yaml' | 'csv' | 'xml' | 'code' | 'email' | 'label' | 'number';

/** A key or column that the prompt names. */
export interface KeySpec {
  name: string;
  /** What the prompt says about it: "ISO date", "true or false", an example value. */
  type?: 'string' | 'number' | 'boolean' | 'date' | 'array' | 'object';
  hint?: string;
  /** How many things a list under this key has. */
  count?: number;
  /** Allowed values, when the prompt lists them for this key. */
  oneOf?: string[];
  /** Keys of the object or of the array's items. */
  keys?: KeySpec[];
}

/** What an instruction asks, independent of its wording and language. */
export type Request =
  | { kind: 'task'; act: Act; object: string }
  /** `implied`: only its keys or columns were named. */
  | {
      kind: 'format';
      format: OutputFormat;
      keys?: KeySpec[];
      array?: boolean;
      names?: string[];
      implied?: true;
      mark?: string;
    }
  /** Only the answer: no preamble, no closing, no fence. */
  | { kind: 'only' }
  | { kind: 'count'; unit: Unit; op: Operator; value: number; upTo?: number; scope: Scope }
  | { kind: 'brief' }
  | { kind: 'detailed' }
  /** `loose`: something to speak of rather than these very words. */
  | { kind: 'include'; texts: string[]; times?: number; upTo?: number; op?: Operator; loose?: boolean; scope: Scope }
  | { kind: 'exclude'; texts: string[]; loose?: boolean; scope: Scope }
  | { kind: 'letter'; letter: string; op: Operator; value: number }
  | { kind: 'start'; text: string; scope: Scope }
  | { kind: 'end'; text: string; scope: Scope }
  | { kind: 'casing'; casing: 'upper' | 'lower' | 'title' | 'sentence'; scope: Scope }
  /** So many words written in capitals. */
  | { kind: 'capitals'; op: Operator; value: number; upTo?: number }
  | { kind: 'ban'; mark: string; scope: Scope }
  | { kind: 'quotation' }
  | { kind: 'title'; brackets?: string }
  | { kind: 'sections'; names: string[]; count?: number; marker?: string }
  | { kind: 'highlight'; count: number; op?: Operator }
  | { kind: 'placeholder'; count: number; op?: Operator; names?: string[] }
  | { kind: 'postscript'; marker: string }
  | { kind: 'separator'; text: string }
  | { kind: 'versions'; count: number; separator?: string }
  /** `text`: the words to be repeated, where the prompt says which. */
  | { kind: 'repeat-request'; text?: string }
  | { kind: 'labels'; labels: string[] }
  | { kind: 'language'; language: string }
  | { kind: 'tone'; tone: string }
  | { kind: 'audience'; audience: string }
  | { kind: 'role'; role: string }
  | { kind: 'person'; person: 'first' | 'second' | 'third' }
  | { kind: 'date-format'; format: 'iso' | 'long' | 'dmy' | 'mdy' }
  | { kind: 'order'; by: string; descending: boolean }
  | { kind: 'steps' }
  | { kind: 'self-check' }
  | { kind: 'ground' }
  | { kind: 'quote' }
  /** What to write when something is missing; `null` is the JSON value. */
  | { kind: 'missing'; text: string | null }
  | { kind: 'no-invention' }
  | { kind: 'treat-as-data' }
  | { kind: 'ask-when-unclear' }
  | { kind: 'no-personal-data' }
  /** Understood as an instruction about content; exercise needs may match it. */
  | { kind: 'content'; text: string };

export type Act =
  | 'answer'
  | 'summarise'
  | 'extract'
  | 'classify'
  | 'write'
  | 'rewrite'
  | 'translate'
  | 'compare'
  | 'list'
  | 'explain'
  | 'compute'
  | 'check'
  | 'decide';

/** What raises the chance that an instruction is kept (evidence.md §9; each halves the miss). */
export interface Signals {
  emphasis: boolean;
  example: boolean;
  positive: boolean;
  exact: boolean;
  repeated: boolean;
  afterData: boolean;
  selfCheck: boolean;
}

/** One instruction: what it asks, where it stands, how strongly it is put. */
export interface Instruction {
  id: string;
  request: Request;
  /** −1 when the wording is a prohibition ("do not…"). */
  polarity: 1 | -1;
  span: MessageSpan;
  language: Language;
  signals: Signals;
  /** System messages and earlier turns count as such. */
  source: 'system' | 'user' | 'example' | 'data';
  /** "if the amount is missing": the words of the condition. */
  condition?: string;
  /** Id of the earlier instruction that this one takes back ("no, make that five"). */
  corrects?: string;
}

/** Text in the prompt that is material, not instruction. */
export interface DataBlock {
  span: MessageSpan;
  text: string;
  /** How it is set apart: by tags, fences, quotation marks, a label such as `Email:`; `bare` when it is not. */
  marking: 'tags' | 'fence' | 'quotes' | 'label' | 'indent' | 'bare';
  label?: string;
}

/** An input → output pair shown to the model. */
export interface Example {
  input: string;
  output: string;
  span: MessageSpan;
}

/** A clause of the instructions, ready to be matched against meanings. */
export interface ReadClause {
  span: MessageSpan;
  text: string;
  language: Language;
  /** Where it stands; orders inside data are read too, because a model may obey them. */
  source: 'system' | 'user' | 'example' | 'data';
}

/** What the simulated model understood of a request. */
export interface Reading {
  /** Language of the instructions; of the data when there are none. */
  language: Language;
  instructions: Instruction[];
  clauses: ReadClause[];
  data: DataBlock[];
  examples: Example[];
  /** A started answer in a last assistant message, to be continued. */
  prefill?: string;
  unread: MessageSpan[];
}
