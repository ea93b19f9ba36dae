import type { Instruction, Reading } from '../reading/reading.ts';

/**
 * How much likelier a miss becomes by what stands around an instruction. Each instruction has its own chance already,
 * so that the power law of ManyIFEval (all n kept = chance for one to the power n) comes by itself; this is the rest:
 * many instructions crowd out the later ones (IFScale, arXiv 2507.11538), and the middle of a long prompt is read less
 * (Liu 2023, arXiv 2307.03172). Small, so that stating one thing more hardly costs the others.
 */
export function burden(reading: Reading, instruction: Pick<Instruction, 'span' | 'signals'>, rank: number): number {
  const crowd = 1 + 0.015 * Math.max(0, rank - 6);
  const data = reading.data.reduce((most, block) => Math.max(most, block.text.length), 0);
  const buried = data > 4000 && !instruction.signals.afterData && !instruction.signals.repeated;
  return crowd * (buried ? 1.25 : 1);
}
