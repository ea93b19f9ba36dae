import type { ExerciseBundle, ExerciseProof, Rung, WriteExercise } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { reaches } from '#core/grading/grade-attempt.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import { simulatedSizes, type SimulatedSize } from '#core/simulator/completion.ts';
import type { simulate } from '#core/simulator/simulate.ts';
import { fixtureFindings } from './fixtures.ts';
import { defendFindings } from './prove-kind.ts';
import { trialsOf, type Trial, type Try } from './trial.ts';

export interface Proof {
  /** Mean score of each rung, 0 to 100: with the model that means most to learners, and with each that was tried. */
  ladder: { rung: string; score: number; scores: Partial<Record<SimulatedSize, number>> }[];
  findings: Finding[];
}

export interface ProofOptions {
  /** Models to prove it on; all when absent. */
  sizes?: readonly SimulatedSize[];
  /** Called before each prompt is tried. */
  progress?: (done: number, total: number) => void;
  complete?: typeof simulate;
  /** Answers for code in outputs, where the exercise has checks that run it. */
  code?: KnownCode;
}

/** The ladder has to climb on these. A small model errs too much to tell rungs apart; nothing false may pass on it. */
const climbs = (size: SimulatedSize) => size !== 'small';

/**
 * Proves an exercise on the simulated models: the ladder climbs from a failing starter to a passing reference, tricks
 * fail, and the checks judge the fixtures as their author does.
 */
export function proveExercise(bundle: ExerciseBundle, proof: ExerciseProof, options: ProofOptions = {}): Proof {
  const { exercise } = bundle;
  const { sizes = simulatedSizes, progress, complete, code } = options;
  const attempt = trialsOf(bundle, { complete, code });
  const tricks = tricksOf(bundle, proof);
  const total = sizes.length * (exercise.ladder.length + tricks.length + (exercise.alsoIn ? 2 : 0));
  let done = 0;
  const trial: typeof attempt = (prompt, size, how) => {
    progress?.(done, total);
    done += 1;
    return attempt(prompt, size, how);
  };

  const findings: Finding[] = [];
  const scores = exercise.ladder.map((): Partial<Record<SimulatedSize, number>> => ({}));
  for (const size of sizes) {
    const says = new Sentences(exercise.threshold, size);
    const ladder = exercise.ladder.map((rung) => ({ rung, trial: trial(rung.prompt, size, { fewer: !climbs(size) }) }));
    ladder.forEach((one, index) => (scores[index]![size] = one.trial.score));
    findings.push(...ladderFindings(ladder, size, says));
    if (size === (sizes.includes('medium') ? 'medium' : sizes[0]))
      findings.push(...defendFindings(exercise, ladder[0]?.trial));
    if (exercise.alsoIn)
      findings.push(...alsoInFindings(exercise.alsoIn, (prompt, how) => trial(prompt, size, how), size, says));
  }
  for (const { at, called, prompt } of tricks) {
    for (const size of sizes) {
      const result = trial(prompt, size, { fewer: true, untilHopeless: true });
      if (!result.passes) continue;
      const says = new Sentences(exercise.threshold, size, 'three');
      findings.push({
        ...at,
        message: `${called} passes with ${says.sides(result)}; it must fail: check what only a prompt that was thought through brings about`,
      });
    }
  }
  findings.push(...fixtureFindings(exercise, proof.fixtures, code));
  const foremost = sizes.includes('medium') ? 'medium' : sizes[0]!;
  return {
    ladder: exercise.ladder.map((rung, index) => ({
      rung: rung.id,
      score: scores[index]![foremost] ?? 0,
      scores: scores[index]!,
    })),
    findings,
  };
}

interface TriedRung {
  rung: Rung;
  trial: Trial;
}

/** What a starter may score at most, where the ladder has to climb. */
const mostOfStarter = 45;
/** What the reference has to score on held-out cases. */
const leastOfReference: Partial<Record<SimulatedSize, number>> = { medium: 80, large: 90 };

function ladderFindings(ladder: readonly TriedRung[], size: SimulatedSize, says: Sentences): Finding[] {
  const findings: Finding[] = [];
  const at = (index: number, message: string) =>
    findings.push({ file: 'exercise.yaml', path: ['ladder', index], message });
  for (const [index, { rung, trial }] of ladder.entries()) {
    const below = ladder[index - 1];
    if (index === 0) {
      const wrong = starterFault(trial, size, says);
      if (wrong) at(index, `the starter "${rung.id}" ${wrong}`);
    }
    if (!climbs(size)) continue;
    if (below && !(trial.score > below.trial.score + 1e-9)) {
      at(
        index,
        `the rung "${rung.id}" scores ${trial.score.toFixed(1)}, not more than the ${below.trial.score.toFixed(1)} of "${below.rung.id}" below it ` +
          `(${says.ground}); what it adds must change the answers${says.worst(trial)}`,
      );
    }
    if (index < ladder.length - 1) continue;
    const wanted = leastOfReference[size];
    if (!trial.passes) at(index, `the reference "${rung.id}" does not pass: ${says.shortfall(trial)}`);
    else if (wanted !== undefined && !reaches(trial.heldOut, wanted))
      at(
        index,
        `the reference "${rung.id}" scores ${trial.heldOut.toFixed(1)} on held-out cases, less than ${wanted} (${says.ground}); ` +
          `let it say what is missed, or let the simulation know it${says.worst(trial)}`,
      );
  }
  return findings;
}

/** What is wrong with a starter, if anything: there has to be something to learn. */
function starterFault(trial: Trial, size: SimulatedSize, says: Sentences): string | undefined {
  if (trial.passes) return `passes with ${says.sides(trial)}; it must fail`;
  const score = `scores ${trial.score.toFixed(1)}`;
  if (reaches(trial.score, says.threshold))
    return `${score}, which reaches the threshold of ${says.threshold}; it must fail`;
  if (climbs(size) && trial.score > mostOfStarter)
    return `${score}, more than ${mostOfStarter} (${says.ground}); let it leave more unsaid, or let the checks ask for more of what only a later rung brings`;
  return undefined;
}

function alsoInFindings(
  { language, starter, reference }: NonNullable<WriteExercise['alsoIn']>,
  attempt: Try,
  size: SimulatedSize,
  says: Sentences,
): Finding[] {
  const findings: Finding[] = [];
  const at = (which: string, message: string) =>
    findings.push({ file: 'exercise.yaml', path: ['alsoIn', which], message });
  const first = attempt(starter, { untilHopeless: true });
  if (first.passes) at('starter', `the starter in "${language}" passes with ${says.sides(first)}; it must fail`);
  if (!climbs(size)) return findings;
  const last = attempt(reference);
  if (!last.passes) at('reference', `the reference in "${language}" does not pass: ${says.shortfall(last)}`);
  return findings;
}

interface Trick {
  at: Finding;
  called: string;
  prompt: Prompt;
}

/** What must fail: the author's own tricks, and the brief pasted back with all the data after it. */
function tricksOf({ exercise }: ExerciseBundle, proof: ExerciseProof): Trick[] {
  const variables = Object.keys(exercise.cases[0]?.values ?? {});
  const data = variables.map((name) => `{{${name}}}`).join('\n\n');
  return [
    ...proof.mustFail.map(({ id, prompt }, index) => ({
      at: { file: 'exercise.yaml' as const, path: ['mustFail', index], message: '' },
      called: `the must-fail prompt "${id}"`,
      prompt,
    })),
    ...(['en', 'fr'] as const).map((language) => ({
      at: { file: `${language}.md` as const, entry: 'brief', message: '' },
      called: 'the brief, pasted as a prompt with the data after it,',
      prompt: { system: '', turns: [], user: `${exercise.words[language].brief}\n\n${data}`, parameters: {} },
    })),
  ];
}

/** The figures of a trial in words. */
class Sentences {
  readonly threshold: number;
  readonly ground: string;

  constructor(threshold: number, size: SimulatedSize, seeds: 'three' | 'five' = climbs(size) ? 'five' : 'three') {
    this.threshold = threshold;
    this.ground = `mean of ${seeds} seeds on simulated-${size}`;
  }

  sides(trial: Trial): string {
    const { hostile, benign } = trial;
    const groups =
      hostile === undefined || benign === undefined
        ? ''
        : `, ${hostile.toFixed(1)} on hostile and ${benign.toFixed(1)} on honest ones`;
    return `${trial.shown.toFixed(1)} on shown and ${trial.heldOut.toFixed(1)} on held-out cases${groups} (threshold ${this.threshold}; ${this.ground})`;
  }

  shortfall(trial: Trial): string {
    const unknown =
      trial.unknown > 0
        ? `, and the verdict is "ungraded" on ${trial.unknown} of the seeds (${Math.round(trial.ungraded * 100)} % of the results could not be graded)`
        : '';
    return `${this.sides(trial)}${unknown}${this.worst(trial)}`;
  }

  worst(trial: Trial): string {
    const [first, second] = trial.missed;
    if (!first) return '';
    const say = ({ check, share, cases }: Trial['missed'][number]) =>
      `"${check}" in ${Math.max(1, Math.round(share * 100))} % of the answers (${cases.slice(0, 4).join(', ')}${cases.length > 4 ? ', …' : ''})`;
    return `; most often missed: ${say(first)}${second ? `, ${say(second)}` : ''}`;
  }
}
