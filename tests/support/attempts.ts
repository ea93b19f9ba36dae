import type { PromptAttempt, AttemptOutput } from '#core/attempts/attempt.ts';

/** An attempt as a run begins it; `change` says what matters to the test. */
export function someAttempt(change: Partial<PromptAttempt> = {}): PromptAttempt {
  return {
    id: 'one',
    exercise: 'support/refund',
    createdAt: 1_000,
    status: 'running',
    prompt: { system: '', turns: [], user: 'Answer {{email}}', parameters: {} },
    fingerprint: 'f',
    model: { id: 'simulated-medium', seed: 0 },
    samples: 1,
    ...change,
  };
}

/** The same attempt, ended with a score. */
export function ended(attempt: PromptAttempt, score = 50, change: Partial<PromptAttempt> = {}): PromptAttempt {
  const side = { score, passed: 1, total: 2 };
  return {
    ...attempt,
    status: 'done',
    endedAt: attempt.createdAt + 10,
    grade: {
      score,
      interval: [score, score],
      verdict: score >= 75 ? 'pass' : 'fail',
      shown: side,
      heldOut: side,
      ungraded: 0,
      results: 4,
    },
    ...change,
  };
}

export function someOutput(attempt: string, change: Partial<AttemptOutput> = {}): AttemptOutput {
  const { case: id = 'late', sample = 0 } = change;
  return {
    id: `${attempt}/${id}/${sample}`,
    attempt,
    case: id,
    heldOut: false,
    sample,
    text: 'Sorry, no refund.',
    finishReason: 'stop',
    score: 0,
    passed: false,
    results: [
      {
        check: 'outcome',
        outcome: 'fail',
        reason: { code: 'field-missing', params: { path: 'outcome' } },
        places: [{ start: 0, end: 5 }],
      },
    ],
    ...change,
  };
}
