import type { Instruction, Reading } from '../reading/reading.ts';
import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** An instruction that would have been kept by itself is missed among the others; how much likelier stands below. */
export const load: Weakness = {
  id: 'load',
  source: 'IFScale, Jaroslawicz 2025, arXiv 2507.11538; ManyIFEval, Harada 2025, arXiv 2509.21051',
  chance: bySize(1, 1, 1),
};

/**
 * How much one, two, three and more things to keep cost each of them: the share that is kept is raised to this power.
 * All kept of one, two, three: weak models 49 / 20 / 6 %, middle 76 / 51 / 34 %, strong 88 / 78 / 64 % (own count on
 * published responses to IFEval's prompts; ManyIFEval, arXiv 2509.21051). The product of the base rates is most of
 * that; the powers are part of the rest, and one on the mean over those prompts.
 */
const powers = [0.93, 1, 1.1] as const;

export const powerOf = (matters: number): number => powers[Math.min(Math.max(matters, 1), powers.length) - 1] ?? 1;

/**
 * Many instructions crowd out the later ones (IFScale, arXiv 2507.11538), and the middle of a long prompt is read less
 * (Liu 2023, arXiv 2307.03172). Small, so that stating one thing more hardly costs the others.
 */
export function burden(reading: Reading, instruction: Pick<Instruction, 'span' | 'signals'>, rank: number): number {
  const crowd = 1 + 0.015 * Math.max(0, rank - 6);
  const data = reading.data.reduce((most, block) => Math.max(most, block.text.length), 0);
  const buried = data > 4000 && !instruction.signals.afterData && !instruction.signals.repeated;
  return crowd * (buried ? 1.25 : 1);
}
