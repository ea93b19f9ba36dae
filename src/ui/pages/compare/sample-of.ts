import type { SampleView } from '#core/attempts/sample-view.ts';
import type { LiveOutput } from '#state/live-output.svelte.ts';

/** An output of a comparison as the answer sheet of the practice page takes it. */
export function sampleOf(output: LiveOutput): SampleView {
  const { case: id, sample, text, status, stored } = output;
  const graded = stored?.score !== undefined;
  return {
    case: id,
    sample,
    heldOut: false,
    concealed: false,
    pooled: false,
    status: status === 'whole' ? 'done' : status === 'partial' ? (stored?.error ? 'failed' : 'missing') : status,
    text,
    results: stored?.results ?? [],
    ...(graded ? { score: stored.score === null ? null : stored.score! / 100 } : {}),
    ...(stored?.passed === undefined ? {} : { passed: stored.passed }),
    ...(stored?.finishReason ? { finishReason: stored.finishReason } : {}),
    ...(stored?.error ? { error: stored.error } : {}),
    ...(stored?.usage ? { usage: stored.usage } : {}),
    ...(stored?.timings ? { timings: stored.timings } : {}),
  };
}
