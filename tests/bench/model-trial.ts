import { simulatedSizes, type SimulatedSize } from '#core/simulator/completion.ts';
import { profile, spearman } from '../model/profile.ts';
import { runTrial } from '../model/run-trial.ts';
import { halfOf, trialSet, type Half, type TrialPrompt } from '../model/trial-set.ts';
import type { Figure } from './figure.ts';

const seedsOff = [0, 1, 2];
const seedsOn = [0, 1, 2, 3, 4];
const drawsPerKind = 100;

export interface KindRow {
  kind: string;
  draws: number;
  off: number;
  measured: Record<SimulatedSize, number>;
  real?: Record<SimulatedSize, number>;
}

export const promptsOf = (half: Half): TrialPrompt[] =>
  [...trialSet('en'), ...trialSet('fr')].filter((one) => halfOf(one.prompt) === half);

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The share of prompts all of whose instructions are followed, by language and size, and the profile by kind. */
export function trialFigures(half: Half): { figures: Figure[]; kinds: KindRow[] } {
  const prompts = promptsOf(half);
  const figures: Figure[] = [];
  const share = (some: readonly TrialPrompt[], seeds: readonly number[], size: SimulatedSize, off?: 'off') =>
    mean(some.flatMap((one) => seeds.map((seed) => Number(runTrial(one, size, seed, off).all))));
  const row = (what: string, measured: number, [low, high]: readonly [number, number]) =>
    figures.push({
      what,
      measured: percent(measured),
      goal: high === 1 ? `≥ ${Math.round(low * 100)} %` : `${Math.round(low * 100)}–${Math.round(high * 100)} %`,
      kept: measured >= low && measured <= high,
    });
  row(`temperament off, ${half} half, ${prompts.length} prompts`, share(prompts, seedsOff, 'medium', 'off'), [0.93, 1]);
  for (const language of ['en', 'fr'] as const) {
    const some = prompts.filter((one) => one.language === language);
    row(`  of which ${language}, ${some.length} prompts`, share(some, seedsOff, 'medium', 'off'), [0.93, 1]);
  }
  const goals = { small: [0.2, 0.45], medium: [0.55, 0.77], large: [0.78, 0.88] } as const;
  for (const size of simulatedSizes) row(`temperament on, ${size}`, share(prompts, seedsOn, size), goals[size]);
  const kinds = kindRows(prompts);
  for (const size of simulatedSizes) {
    const rho = spearman(kinds.flatMap(({ measured, real }) => (real ? [[measured[size], real[size]] as const] : [])));
    const what = `order of the kinds as real models have it, ${size}`;
    figures.push({ what, measured: rho.toFixed(2), goal: '≥ 0.8', kept: rho >= 0.8 });
  }
  return { figures, kinds };
}

/** How often each kind is followed, over at least a hundred draws (prompts × seeds). */
function kindRows(prompts: readonly TrialPrompt[]): KindRow[] {
  const kinds = [...new Set(prompts.flatMap((one) => one.instructions.map(({ kind }) => kind)))].sort();
  return kinds.map((kind) => {
    const having = prompts.filter((one) => one.instructions.some((instruction) => instruction.kind === kind));
    const seeds = Array.from({ length: Math.ceil(drawsPerKind / having.length) }, (_, seed) => seed);
    const followed = (size: SimulatedSize, off?: 'off') =>
      mean(
        having.flatMap((one) =>
          seeds.flatMap((seed) =>
            runTrial(one, size, seed, off)
              .followed.filter((result) => result.kind === kind)
              .map((result) => Number(result.followed)),
          ),
        ),
      ) * 100;
    const measured = { small: followed('small'), medium: followed('medium'), large: followed('large') };
    const real = profile[kind];
    const draws = having.length * seeds.length;
    return { kind, draws, off: followed('medium', 'off'), measured, ...(real ? { real } : {}) };
  });
}

export function printKinds(kinds: readonly KindRow[]): void {
  const cell = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(0)).padStart(4);
  console.log('\nfollowed, %, with what real models do behind the bar');
  console.log(`${'kind'.padEnd(46)} draws  off small      medium     large`);
  for (const { kind, draws, off, measured, real } of kinds) {
    const sizes = simulatedSizes.map((size) => `${cell(measured[size])} |${cell(real?.[size])}`).join(' ');
    console.log(`${kind.padEnd(46)} ${String(draws).padStart(5)} ${cell(off)} ${sizes}`);
  }
}

/** What goes wrong with the temperament off, for developers. The other half stays closed, so that it stays honest. */
export function printFailures(): void {
  let failing = 0;
  for (const one of promptsOf('tune')) {
    const run = seedsOff.map((seed) => runTrial(one, 'medium', seed, 'off')).find((result) => !result.all);
    if (!run) continue;
    failing += 1;
    console.log(`\n■ [${one.language}] ${one.prompt}`);
    for (const { kind, found } of run.followed.filter((result) => !result.followed)) {
      const at = run.followed.findIndex((result) => result.kind === kind);
      console.log(`  ✗ ${kind}: found ${found}; judged by ${JSON.stringify(one.instructions[at]?.judges)}`);
    }
    const { output } = run;
    console.log(`  → ${output.length > 420 ? `${output.slice(0, 260)} […] ${output.slice(-140)}` : output}`);
  }
  console.log(`\n${failing} prompts of the tune half fail in at least one of ${seedsOff.length} seeds.`);
}
