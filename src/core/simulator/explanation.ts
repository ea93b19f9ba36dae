import type { Span } from '#core/language/span.ts';

/** A place in one of the messages of a request. */
export interface MessageSpan extends Span {
  /** Index of the message. */
  message: number;
}

/** What became of an instruction, or what the model did without one. */
export type DecisionOutcome =
  /** read and done */
  | 'obeyed'
  /** read, and not kept */
  | 'forgotten'
  /** nobody asked; the model chose for itself */
  | 'guessed'
  /** made up, because the prompt gave no ground */
  | 'invented'
  /** an order that stood inside the data was carried out */
  | 'hijacked';

/** One decision of the simulated model, with the instruction it answers and the output it shaped. */
export interface Decision {
  id: string;
  outcome: DecisionOutcome;
  /** What was decided about, as a message key: `format`, `length`, `need`, `preamble`, `language`, … */
  topic: string;
  /** Values for the sentence that the interface makes of it. */
  params: Record<string, string | number>;
  /** Instruction this answers (see {@link ReadInstruction.id}); absent for what nobody asked. */
  instruction?: string;
  /** Id of a weakness, whose source stands in `temperament/`. */
  weakness?: string;
  /** Places in the output that this decision shaped. */
  output: Span[];
}

/** An instruction as the simulated model understood it. */
export interface ReadInstruction {
  id: string;
  span: MessageSpan;
  /** Kind of instruction as a message key, for instance `count`, `format`, `need`. */
  kind: string;
  params: Record<string, string | number>;
}

/** Why the simulated model answered as it did. */
export interface Explanation {
  /** Exercise case recognised by its text, if any. */
  recognised?: { exercise: string; case: string };
  instructions: ReadInstruction[];
  /** Sentences that look like instructions and could not be acted on. */
  unread: MessageSpan[];
  decisions: Decision[];
}
