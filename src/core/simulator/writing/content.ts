import type { KeySpec } from '../reading/reading.ts';
import type { Genre } from './phrases/genre.ts';
import type { Field, Simulation, Value } from '#core/exercises/simulation.ts';

/** Something the answer may say: an atom after it was decided how the model puts it. */
export interface Fact {
  id: string;
  role: 'greeting' | 'conclusion' | 'fact' | 'reason' | 'action' | 'closing';
  field?: string;
  value?: Value;
  /** The value is code in this language. */
  code?: string;
  /** Wordings in the language of the answer, longest first. */
  say: string[];
  /** Text fields it belongs to; all of them when absent. */
  in?: string[];
  /** 1 is kept to the last, 5 dropped first. */
  importance: number;
  /** Decisions that made it so. */
  because: string[];
}

/** All that an answer is made from. */
export interface Content {
  facts: Fact[];
  fields: Record<string, Field>;
  usualForm: Simulation['usualForm'];
  /** What it is about, for phrases that need a subject; may be empty. */
  topic: string;
  /** True when nothing of the matter was in the prompt and the model speaks in general. */
  general: boolean;
  /** True when, besides, nothing was given to look in: fields and tables speak of the topic as well. */
  spoken?: true;
  genre?: Genre;
  /** One sentence a line. */
  verse?: boolean;
  /** The language to write in where it is neither English nor French. */
  tongue?: string;
  /** A short answer is all there is to give; nothing is said around it. */
  short?: boolean;
  /** Records in the material, for tables and lists of objects. */
  records?: (keys: readonly KeySpec[]) => [string, Value][][];
  /** The records are the rows of a table: there are several in any form. */
  rows?: boolean;
  /** Finds a plausible value for a key that no fact fills. */
  lookUp: (key: { name: string; type?: string; oneOf?: string[] }) => { value: Value; because: string[] };
}
