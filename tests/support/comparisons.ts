import type { Comparison, ComparisonOutput, Matrix, Variant, Vote } from '#core/comparisons/comparison.ts';

export function someVariant(id: string, change: Partial<Variant> = {}): Variant {
  return {
    id,
    prompt: { system: '', turns: [], user: 'Answer {{email}}', parameters: {} },
    model: { id: 'simulated-medium', seed: 0 },
    ...change,
  };
}

/** A comparison of two panes at an exercise; `change` says what matters to the test. */
export function someComparison(change: Partial<Comparison> = {}): Comparison {
  return {
    id: 'one',
    title: 'Refunds',
    createdAt: 1_000,
    updatedAt: 1_000,
    subject: { kind: 'exercise', exercise: 'support/refund' },
    case: 'late',
    panes: [someVariant('a'), someVariant('b', { name: 'Shorter' })],
    linked: { prompt: false, parameters: true, model: true },
    samples: 1,
    ...change,
  };
}

export function someMatrix(change: Partial<Matrix> = {}): Matrix {
  const { prompt, model } = someVariant('p');
  return {
    id: 'grid',
    title: 'Refunds by model',
    createdAt: 1_000,
    updatedAt: 1_000,
    subject: { kind: 'exercise', exercise: 'support/refund' },
    prompts: [{ id: 'p', name: 'Plain', prompt }],
    models: [{ id: 'm', model }],
    cases: ['late'],
    samples: 1,
    ...change,
  };
}

export function someComparisonOutput(
  owner: string,
  variant: string,
  change: Partial<ComparisonOutput> = {},
): ComparisonOutput {
  const { case: id = 'late', sample = 0 } = change;
  return {
    id: `${owner}/${variant}/${id}/${sample}`,
    owner,
    variant,
    case: id,
    sample,
    fingerprint: 'f',
    at: 2_000,
    status: 'whole',
    text: 'Sorry, no refund.',
    finishReason: 'stop',
    usage: { inputTokens: 12, outputTokens: 5, estimated: true },
    timings: { firstTokenInMs: 20, totalInMs: 80 },
    score: 50,
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

export function someVote(change: Partial<Vote> = {}): Vote {
  return {
    id: 'vote',
    comparison: 'one',
    case: 'late',
    at: 3_000,
    left: { variant: 'b', output: 'one/b/late/0', prompt: 'p2', model: 'simulated-medium' },
    right: { variant: 'a', output: 'one/a/late/0', prompt: 'p1', model: 'simulated-medium' },
    verdict: 'left',
    criteria: ['concise', 'tone'],
    ...change,
  };
}
