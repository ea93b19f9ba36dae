import type { Message, Parameters } from '#core/prompts/prompt.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { Explanation } from './explanation.ts';

/** The sizes differ in how strongly each weakness shows. */
export const simulatedSizes = ['small', 'medium', 'large'] as const;
export type SimulatedSize = (typeof simulatedSizes)[number];

export interface SimulatedRequest {
  messages: readonly Message[];
  parameters: Parameters;
  size: SimulatedSize;
  seed: number;
  sample: number;
  /** Exercises whose cases the model may recognise by their text. */
  knowledge: readonly ExerciseKnowledge[];
  /** `off`: no weakness shows, whatever was read is obeyed. For measuring how well it reads and writes. */
  temperament?: 'off';
}

export interface SimulatedCompletion {
  text: string;
  finishReason: 'stop' | 'length';
  explanation: Explanation;
}
