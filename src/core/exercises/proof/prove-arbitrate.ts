import { byLength, baitOf } from '#core/arbitration/traps.ts';
import { judge } from '#core/arbitration/judge.ts';
import { outputsInOrder } from '#core/arbitration/order.ts';
import { asksForReasons, type CaseVerdict, type FlawMark } from '#core/arbitration/verdict.ts';
import { spanOf } from '#core/arbitration/flaw.ts';
import { luck } from '#core/chance/chance.ts';
import type { ArbitrateCase, ArbitrateExercise } from '#core/exercises/arbitrate.ts';
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

  const key = judge(exercise, exercise.cases.map(byKey), 'key');
  for (const { case: id, score } of key.cases) {
    if (score < 1 - 1e-9)
      at(`the key of the case "${id}" ${says(score * 100)}; it must be right in all its parts`, [
        'cases',
        exercise.cases.findIndex((one) => one.id === id),
        'key',
      ]);
  }
  const choices = judge(
    exercise,
    exercise.cases.map(({ id, key: { best } }) => ({ case: id, best })),
    'choices',
  );
  if (choices.grade.verdict === 'pass')
    at(`choosing rightly without any reason ${says(choices.grade.score)} and passes; it must fail`, ['threshold']);

  const strategies = [
    { strategy: 'key', score: key.grade.score },
    { strategy: 'choices-only', score: choices.grade.score },
  ];
  const criterion = commonestCriterion(exercise);
  for (const [strategy, choose] of Object.entries(blind)) {
    const attempts = Array.from({ length: tries }, (_, index) => `${strategy}/${index}`);
    const grades = attempts.map((attempt) => {
      const verdicts = exercise.cases.map((one) => guess(one, choose(one, attempt) ?? 'none', criterion, attempt));
      return judge(exercise, verdicts, attempt).grade;
    });
    const passed = grades.filter(({ verdict }) => verdict === 'pass').length;
    strategies.push({ strategy, score: grades.reduce((sum, grade) => sum + grade.score, 0) / tries });
    if (passed > 0)
      at(`to choose "${strategy}" without reading passes in ${passed} of ${tries} orders; it must fail in every one`);
  }
  return { strategies, findings };
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

/** A choice with any sentence of another output marked, and a criterion. */
function guess({ id, outputs }: ArbitrateCase, best: string, criterion: string, attempt: string): CaseVerdict {
  const worse = outputs.filter((one) => one.id !== best);
  const output = worse[Math.floor(luck('blind mark', attempt, id) * worse.length)];
  const all = output ? sentences(output.text) : [];
  const one = all[Math.floor(luck('blind sentence', attempt, id) * all.length)];
  const mark = output &&
    one && { output: output.id, start: one.start, end: one.end, quote: output.text.slice(one.start, one.end) };
  return { case: id, best, criterion, ...(mark ? { mark } : {}) };
}

function commonestCriterion({ criteria, cases }: ArbitrateExercise): string {
  const count = (criterion: string) => cases.filter(({ key }) => key.criteria.includes(criterion)).length;
  return criteria.toSorted((a, b) => count(b) - count(a))[0] ?? '';
}
