import type { SimulatedSize } from '../completion.ts';

/** A figure for each size of the simulated model. */
export type BySize<T> = Readonly<Record<SimulatedSize, T>>;

/** Short form for figures in the order small, medium, large. */
export const bySize = (small: number, medium: number, large: number): BySize<number> => ({ small, medium, large });
