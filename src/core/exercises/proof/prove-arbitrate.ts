import { byLength, baitOf } from '#core/arbitration/traps.ts';
import { judgeCase, type JudgedCase } from '#core/arbitration/judge.ts';
import { outputsInOrder } from '#core/arbitration/order.ts';
import { asksForReasons, type CaseVerdict, type FlawMark } from '#core/arbitration/verdict.ts';
import { spanOf } from '#core/arbitration/flaw.ts';
import { luck } from '#core/chance/chance.ts';
import type { ArbitrateCase, ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import { reaches } from '#core/grading/grade-attempt.ts';
import { mean } from '#core/grading/statistics.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { sentences } from '#core/language/segment.ts';
import { spreadFindings } from './spread.ts';

/** Orders in which a blind way of choosing is tried; none of them may pass. */
const tries = 200;

export interface ArbitrateProof {
  /** Mean score of each way of judging, 0 to 100. */
  strategies: { strategy: string; score: number }[];
  findings: Finding[];
}

/** A way of judging that knows the outputs but has not read them. */
type Blind = (one: ArbitrateCase, attempt: string) => string | undefined;

const blind: Record<string, Blind> = {
  first: (one, attempt) => outputsInOrder(one, attempt)[0]?.id,
  last: (one, attempt) => outputsInOrder(one, attempt).at(-1)?.id,
  longest: (one, attempt) => baitOf(one, 'longest', attempt),
  shortest: (one) => byLength(one)[0],
  surest: (one, attempt) => baitOf(one, 'surest', attempt),
  'not-surest': (one, attempt) => outputsInOrder(one, attempt).find(({ id }) => id !== one.surest)?.id,
  random: ({ id, outputs }, attempt) => outputs[Math.floor(luck('blind choice', attempt, id) * outputs.length)]?.id,
  tie: () => 'tie',
  none: () => 'none',
};

/**
 * Proves an exercise that judges outputs: its key passes; to choose without reading does not, even with a guessed
 * passage and the commonest criterion thrown in; nor does to choose rightly without a reason.
 */
export function proveArbitrate(exercise: ArbitrateExercise): ArbitrateProof {
  const findings: Finding[] = spreadFindings(exercise);
  const at = (message: string, path: Finding['path'] = ['cases']) =>
    findings.push({ file: 'exercise.yaml', path, key: true, message });
  const says = (score: number) => `scores ${score.toFixed(1)} (threshold ${exercise.threshold})`;

  const trial = trialOf(exercise);
  const key = trial(byKey);
  for (const [index, { case: id, score }] of key.cases.entries()) {
    if (score < 1 - 1e-9)
      at(`the key of the case "${id}" ${says(score * 100)}; it must be right in all its parts`, [
        'cases',
        index,
        'key',
      ]);
  }
  const choices = trial(({ id, key: { best } }) => ({ case: id, best }));
  if (choices.passes)
    at(`choosing rightly without any reason ${says(choices.score)} and passes; it must fail`, ['threshold']);

  const strategies = [
    { strategy: 'key', score: key.score },
    { strategy: 'choices-only', score: choices.score },
  ];
  const guess = guesses(exercise);
  for (const [strategy, choose] of Object.entries(blind)) {
    const trials = Array.from({ length: tries }, (_, index) => {
      const attempt = `${strategy}/${index}`;
      return trial((one) => guess(one, choose(one, attempt) ?? 'none', attempt));
    });
    const passed = trials.filter(({ passes }) => passes).length;
    strategies.push({ strategy, score: mean(trials.map(({ score }) => score)) });
    if (passed > 0)
      at(`to choose "${strategy}" without reading passes in ${passed} of ${tries} orders; it must fail in every one`);
  }
  return { strategies, findings };
}

interface Trial {
  cases: JudgedCase[];
  /** 0 to 100. */
  score: number;
  /** Both sides reach the threshold. */
  passes: boolean;
}

/** Judges all cases in one way. The same figures as a grade, without its interval, which takes long to draw. */
function trialOf({ cases, threshold }: ArbitrateExercise) {
  return (verdictOn: (one: ArbitrateCase) => CaseVerdict): Trial => {
    const judged = cases.map((one) => judgeCase(one, verdictOn(one)));
    const score = (side: JudgedCase[]) => 100 * mean(side.map((one) => one.score));
    const sides = [judged.filter(({ heldOut }) => !heldOut), judged.filter(({ heldOut }) => heldOut)];
    return { cases: judged, score: score(judged), passes: sides.every((side) => reaches(score(side), threshold)) };
  };
}

function byKey({ id, outputs, key }: ArbitrateCase): CaseVerdict {
  if (!asksForReasons(key.best)) return { case: id, best: key.best };
  const [flaw] = key.flaws;
  const text = outputs.find((one) => one.id === flaw?.output)?.text ?? '';
  const span = flaw && spanOf(text, flaw.quote);
  const mark: FlawMark | undefined = flaw && span && { output: flaw.output, quote: flaw.quote, ...span };
  const [criterion] = key.criteria;
  return { case: id, best: key.best, ...(mark ? { mark } : {}), ...(criterion ? { criterion } : {}) };
}

/** A choice with any sentence of another output marked, and the commonest criterion. */
function guesses(exercise: ArbitrateExercise) {
  const criterion = commonestCriterion(exercise);
  const spans = new Map(
    exercise.cases.flatMap(({ outputs }) => outputs.map((one) => [one, sentences(one.text)] as const)),
  );
  return ({ id, outputs }: ArbitrateCase, best: string, attempt: string): CaseVerdict => {
    const worse = outputs.filter((one) => one.id !== best);
    const output = worse[Math.floor(luck('blind mark', attempt, id) * worse.length)];
    const all = (output && spans.get(output)) ?? [];
    const one = all[Math.floor(luck('blind sentence', attempt, id) * all.length)];
    if (!output || !one) return { case: id, best, criterion };
    const { start, end } = one;
    return { case: id, best, criterion, mark: { output: output.id, start, end, quote: output.text.slice(start, end) } };
  };
}

function commonestCriterion({ criteria, cases }: ArbitrateExercise): string {
  const count = (criterion: string) => cases.filter(({ key }) => key.criteria.includes(criterion)).length;
  return criteria.toSorted((a, b) => count(b) - count(a))[0] ?? '';
}
