import type { ExerciseBundle, ExerciseProof, Rung } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import type { simulate } from '#core/simulator/simulate.ts';
import { fixtureFindings } from './fixtures.ts';
import { defendFindings } from './prove-kind.ts';
import { trialOf, type Trial } from './trial.ts';

export interface Proof {
  /** Mean score of each rung, 0 to 100. */
  ladder: { rung: string; score: number }[];
  findings: Finding[];
}

export interface ProofOptions {
  size?: SimulatedSize;
  /** Called before each prompt is tried. */
  progress?: (done: number, total: number) => void;
  complete?: typeof simulate;
}

/**
 * Proves an exercise on the simulated model: the ladder climbs from a failing starter to a passing reference, tricks
 * fail, and the checks judge the fixtures as their author does.
 */
export function proveExercise(bundle: ExerciseBundle, proof: ExerciseProof, options: ProofOptions = {}): Proof {
  const { exercise } = bundle;
  const { size = 'medium', progress, complete } = options;
  const attempt = trialOf(bundle, size, complete);
  const tricks = tricksOf(bundle, proof);
  const total = exercise.ladder.length + tricks.length + (exercise.alsoIn ? 2 : 0);
  let done = 0;
  const trial = (prompt: Prompt) => {
    progress?.(done, total);
    done += 1;
    return attempt(prompt);
  };
  const says = new Sentences(exercise.threshold, size);

  const findings: Finding[] = [];
  const ladder = exercise.ladder.map((rung) => ({ rung, trial: trial(rung.prompt) }));
  findings.push(...ladderFindings(ladder, says), ...defendFindings(exercise, ladder[0]?.trial));
  for (const { at, called, prompt } of tricks) {
    const result = trial(prompt);
    if (result.passes) findings.push({ ...at, message: `${called} passes with ${says.sides(result)}; it must fail` });
  }
  if (exercise.alsoIn) {
    const starter = trial(exercise.alsoIn.starter);
    const reference = trial(exercise.alsoIn.reference);
    const file = 'exercise.yaml';
    const { language } = exercise.alsoIn;
    if (starter.passes) {
      findings.push({
        file,
        path: ['alsoIn', 'starter'],
        message: `the starter in "${language}" passes with ${says.sides(starter)}; it must fail`,
      });
    }
    if (!reference.passes) {
      findings.push({
        file,
        path: ['alsoIn', 'reference'],
        message: `the reference in "${language}" does not pass: ${says.shortfall(reference)}`,
      });
    }
  }
  findings.push(...fixtureFindings(exercise, proof.fixtures));
  return { ladder: ladder.map(({ rung, trial: { score } }) => ({ rung: rung.id, score })), findings };
}

interface TriedRung {
  rung: Rung;
  trial: Trial;
}

function ladderFindings(ladder: readonly TriedRung[], says: Sentences): Finding[] {
  const findings: Finding[] = [];
  const at = (index: number, message: string) =>
    findings.push({ file: 'exercise.yaml', path: ['ladder', index], message });
  for (const [index, { rung, trial }] of ladder.entries()) {
    const below = ladder[index - 1];
    if (index === 0 && trial.passes)
      at(index, `the starter "${rung.id}" passes with ${says.sides(trial)}; it must fail`);
    else if (index === 0 && trial.score >= says.threshold) {
      at(
        index,
        `the starter "${rung.id}" scores ${trial.score.toFixed(1)}, which reaches the threshold of ${says.threshold}; it must fail`,
      );
    }
    if (below && trial.score <= below.trial.score + 1e-9) {
      at(
        index,
        `the rung "${rung.id}" scores ${trial.score.toFixed(1)}, not more than the ${below.trial.score.toFixed(1)} of "${below.rung.id}" below it ` +
          `(${says.ground}); what it adds must change the answers${says.worst(trial)}`,
      );
    }
    if (index === ladder.length - 1 && !trial.passes)
      at(index, `the reference "${rung.id}" does not pass: ${says.shortfall(trial)}`);
  }
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

  constructor(threshold: number, size: SimulatedSize) {
    this.threshold = threshold;
    this.ground = `mean of five seeds on simulated-${size}`;
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
