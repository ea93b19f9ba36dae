/** How fast an answer is spoken, in milliseconds. */
export interface Pace {
  beforeFirstToken: number;
  perToken: number;
}

/** No waiting at all: tests and the command line. */
export const atOnce: Pace = { beforeFirstToken: 0, perToken: 0 };

/** About what hosted models do, a little faster: waiting is not what is practised here. */
export const lifelike: Record<'small' | 'medium' | 'large', Pace> = {
  small: { beforeFirstToken: 120, perToken: 6 },
  medium: { beforeFirstToken: 220, perToken: 9 },
  large: { beforeFirstToken: 380, perToken: 13 },
};
