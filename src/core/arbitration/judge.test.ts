import { describe, expect, test } from 'vitest';
import { smallArbitration, smallCase } from '../../../tests/support/small-arbitration.ts';
import { concealJudgement } from './conceal.ts';
import { judge, judgeCase, weights } from './judge.ts';
import { outputsInOrder } from './order.ts';
import { baitOf, byLength, countTraps } from './traps.ts';
import type { CaseVerdict, FlawMark } from './verdict.ts';

const exercise = smallArbitration();
const one = smallCase('one', 'short');

function marked(output: string, quote: string): FlawMark {
  const start = one.outputs.find(({ id }) => id === output)!.text.indexOf(quote);
  return { output, start, end: start + quote.length, quote };
}
const right: CaseVerdict = { case: 'one', best: 'short', mark: marked('long', 'pay by Monday'), criterion: 'day' };

describe('a verdict', () => {
  test('that is right in all its parts is worth everything', () => {
    expect(judgeCase(one, right)).toMatchObject({
      outcomes: { best: 'pass', flaw: 'pass', criterion: 'pass' },
      found: { output: 'long' },
    });
    expect(judgeCase(one, right).score).toBeCloseTo(1);
    expect(weights.best + weights.flaw + weights.criterion).toBeCloseTo(1);
  });

  test('may show the flaw of any worse output', () => {
    const mark = marked('odd', 'my cousin Ed');
    expect(judgeCase(one, { ...right, mark }).outcomes.flaw).toBe('pass');
  });

  test('without a passage or a reason is worth its choice', () => {
    expect(judgeCase(one, { case: 'one', best: 'short' }).score).toBeCloseTo(weights.best);
  });

  test('that chooses wrongly keeps the flaw it found, but cannot name what decides', () => {
    const judged = judgeCase(one, { ...right, best: 'odd' });
    expect(judged.outcomes).toEqual({ best: 'fail', flaw: 'pass', criterion: 'fail' });
    expect(judged.score).toBeCloseTo(weights.flaw);
  });

  test('on a tie is a choice and nothing else', () => {
    const tie = smallCase('one', 'tie');
    expect(judgeCase(tie, { case: 'one', best: 'tie' })).toMatchObject({ outcomes: { best: 'pass' }, score: 1 });
    expect(judgeCase(tie, right)).toMatchObject({ outcomes: { best: 'fail' }, score: 0 });
  });

  test('that nothing may be used can mark any output', () => {
    const none = smallCase('one', 'none');
    expect(judgeCase(none, { ...right, best: 'none' }).score).toBeCloseTo(1);
    expect(judgeCase(none, right).outcomes.best).toBe('fail');
  });

  test('on an output that is no longer there is wrong, not a crash', () => {
    const mark = { output: 'gone', start: 0, end: 3, quote: 'xyz' };
    expect(judgeCase(one, { case: 'one', best: 'gone', mark, criterion: 'gone' }).score).toBe(0);
  });
});

/** The key, with the choice of some cases changed. */
function verdicts(wrong: Record<string, string> = {}): CaseVerdict[] {
  return exercise.cases.map(({ id, key, outputs }) => {
    const [flaw] = key.flaws;
    const text = outputs.find((output) => output.id === flaw?.output)?.text ?? '';
    const start = text.indexOf(flaw?.quote ?? '');
    return {
      case: id,
      best: wrong[id] ?? key.best,
      ...(flaw ? { mark: { output: flaw.output, start, end: start + flaw.quote.length, quote: flaw.quote } } : {}),
      ...(key.criteria[0] ? { criterion: key.criteria[0] } : {}),
    };
  });
}

describe('a whole attempt', () => {
  test('by the key passes with an interval that is no more than the score', () => {
    const { grade, cases } = judge(exercise, verdicts(), 'a');
    expect(grade).toMatchObject({ score: 100, interval: [100, 100], verdict: 'pass', ungraded: 0 });
    expect(grade.shown).toEqual({ score: 100, passed: 4, total: 4 });
    expect(grade.heldOut).toEqual({ score: 100, passed: 3, total: 3 });
    expect(cases.map((each) => each.case)).toEqual(exercise.cases.map(({ id }) => id));
  });

  test('that fails on the held-out cases fails, however right it is on the shown ones', () => {
    const { grade } = judge(exercise, verdicts({ five: 'long', six: 'long' }), 'a');
    expect(grade.shown.score).toBe(100);
    expect(grade.verdict).toBe('fail');
    expect(grade.interval[0]).toBeLessThan(grade.score);
    expect(grade.interval[1]).toBeGreaterThan(grade.score);
  });

  test('tells nothing of single held-out cases until they are open', () => {
    const judgement = judge(exercise, verdicts(), 'a');
    expect(concealJudgement(judgement, false).cases.map((each) => each.case)).toEqual(['one', 'two', 'three', 'four']);
    expect(concealJudgement(judgement, false).grade).toEqual(judgement.grade);
    expect(concealJudgement(judgement, true)).toEqual(judgement);
  });
});

describe('the order of the outputs', () => {
  const orderOf = (attempt: string) => outputsInOrder(one, attempt).map(({ id }) => id);

  test('stays the same for an attempt, and holds every output', () => {
    expect(orderOf('a')).toEqual(orderOf('a'));
    expect(orderOf('a').toSorted()).toEqual(['long', 'odd', 'short']);
  });

  test('is another for other attempts, each place as often as any', () => {
    const firsts = Array.from({ length: 900 }, (_, index) => orderOf(`attempt-${index}`)[0]);
    for (const id of ['long', 'odd', 'short']) {
      const share = firsts.filter((first) => first === id).length / firsts.length;
      expect(share).toBeGreaterThan(0.28);
      expect(share).toBeLessThan(0.39);
    }
  });
});

describe('the traps', () => {
  test('hold out the longest, the surest and the first', () => {
    expect(baitOf(one, 'longest', 'a')).toBe('long');
    expect(baitOf({ ...one, surest: 'odd' }, 'surest', 'a')).toBe('odd');
    expect(baitOf(one, 'first', 'a')).toBe(outputsInOrder(one, 'a')[0]?.id);
  });

  test('leave out outputs of equal length', () => {
    const equal = {
      outputs: [
        { id: 'a', text: 'same' },
        { id: 'b', text: 'size' },
        { id: 'c', text: 'x' },
      ],
    };
    expect(byLength(equal)).toEqual(['c']);
  });

  test('catch whoever goes by length, and say how often', () => {
    const always = exercise.cases.map(({ id }) => ({ case: id, best: 'long' }));
    const [longest] = countTraps(exercise.cases, always, 'a');
    expect(longest).toEqual({ trap: 'longest', cases: 7, chosen: 7, right: 1, caught: true });
  });

  test('catch nobody for choosing the longest where it is the best', () => {
    expect(countTraps(exercise.cases, verdicts(), 'a').map(({ caught }) => caught)).toEqual([false, false, false]);
    expect(countTraps(exercise.cases, verdicts({ one: 'long' }), 'a')[0]).toMatchObject({
      chosen: 2,
      right: 1,
      caught: false,
    });
  });
});
