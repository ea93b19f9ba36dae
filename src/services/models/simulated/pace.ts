/** How fast an answer is spoken, in milliseconds. */
export interface Pace {
  beforeFirstToken: number;
  perToken: number;
}

/** No waiting at all: tests and the command line. */
export const atOnce: Pace = { beforeFirstToken: 0, perToken: 0 };

/**
 * They write a little faster than hosted models do: waiting is not what is practised here. For the same reason nothing is
 * waited for before the first word.
 */
export const lifelike: Record<'small' | 'medium' | 'large', Pace> = {
  small: { beforeFirstToken: 0, perToken: 6 },
  medium: { beforeFirstToken: 0, perToken: 9 },
  large: { beforeFirstToken: 0, perToken: 13 },
};
