import type { SampleView } from '#core/attempts/sample-view.ts';

/** How a sample came out: its sign, and its word as a key of the room `result`. */
export interface SampleOutcome {
  mark: 'tick' | 'cross' | 'unsure' | 'open' | 'part' | 'stop';
  word:
    | 'pass'
    | 'fail'
    | 'ungraded'
    | 'statusWaiting'
    | 'statusStreaming'
    | 'statusGrading'
    | 'statusFailed'
    | 'statusMissing';
}

export function outcomeOf({ status, passed, score }: SampleView): SampleOutcome {
  switch (status) {
    case 'waiting':
      return { mark: 'open', word: 'statusWaiting' };
    case 'streaming':
      return { mark: 'part', word: 'statusStreaming' };
    case 'grading':
      return { mark: 'part', word: 'statusGrading' };
    case 'failed':
      return { mark: 'stop', word: 'statusFailed' };
    case 'missing':
      return { mark: 'open', word: 'statusMissing' };
    case 'done':
      if (score === null || score === undefined) return { mark: 'unsure', word: 'ungraded' };
      return passed ? { mark: 'tick', word: 'pass' } : { mark: 'cross', word: 'fail' };
  }
}
