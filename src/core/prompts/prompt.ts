/** Who speaks in a conversation; the names of the chat completions protocol. */
export type Role = 'system' | 'user' | 'assistant';

/** One message as it is sent to a model. */
export interface Message {
  role: Role;
  content: string;
}

/** One example turn of a prompt (few-shot), before its variables are filled. */
export interface Turn {
  role: 'user' | 'assistant';
  content: string;
}

/** Sampling parameters; what is left out is left to the model. */
export interface Parameters {
  /** 0 to 2. */
  temperature?: number;
  /** 0 to 1: nucleus sampling. */
  topP?: number;
  /** Most tokens of the answer. */
  maxTokens?: number;
  /** Texts at which the answer stops; they are not part of it. */
  stop?: string[];
  /** How long a reasoning model may think; other models say in a warning that they ignore it. */
  reasoningEffort?: 'minimal' | 'low' | 'medium' | 'high';
}

/** Everything that shapes one request except the data. */
export interface StepPrompt {
  /** Template of the system message; empty when there is none. */
  system: string;
  turns: Turn[];
  /** Template of the user message, with `{{variables}}`. */
  user: string;
  parameters: Parameters;
}

/** What a learner writes: one request, or in a chain one for each step. */
export interface Prompt extends StepPrompt {
  /** Of a chain: the prompts of the steps after the first. One with nothing in it passes on what it was given. */
  later?: StepPrompt[];
}

/** A prompt in which nothing is written yet. */
export const emptyPrompt: Prompt = { system: '', turns: [], user: '', parameters: {} };
