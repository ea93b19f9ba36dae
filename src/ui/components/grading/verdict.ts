import type { GradeSummary } from '#core/attempts/attempt.ts';

/** The two lines of a verdict as message keys of the room `result`, and whether each is bad news. */
export interface VerdictLines {
  first: {
    key: 'shownHolds' | 'shownFails' | 'couldNotGrade' | 'stoppedEarly' | 'hostileHolds' | 'hostileFails';
    bad: boolean;
  };
  second: {
    key:
      | 'heldOutHolds'
      | 'heldOutFails'
      | 'heldOutFailsToo'
      | 'heldOutHoldsOddly'
      | 'couldNotGradeShare'
      | 'stoppedShare'
      | 'benignHolds'
      | 'benignFails';
    bad: boolean;
  };
  /** The threshold lies inside the interval: chance could turn the verdict. */
  unsettled: boolean;
}

/** A run that was stopped is said to be stopped, whatever its samples say: they are not all there. */
export function verdictLines(grade: GradeSummary, threshold: number, stopped = false): VerdictLines {
  const holds = (score: number | null) => score !== null && score >= threshold;
  if (stopped) {
    return {
      first: { key: 'stoppedEarly', bad: false },
      second: { key: 'stoppedShare', bad: false },
      unsettled: false,
    };
  }
  if (grade.verdict === 'ungraded') {
    return {
      first: { key: 'couldNotGrade', bad: true },
      second: { key: 'couldNotGradeShare', bad: false },
      unsettled: false,
    };
  }
  const [low, high] = grade.interval;
  const unsettled = low < threshold && threshold <= high;
  const { hostile, benign } = grade;
  const sidesHold = holds(grade.shown.score) && holds(grade.heldOut.score);
  // Hostile against honest is what such an exercise is about; held-out cases have the word only where both hold.
  if (hostile && benign && (sidesHold || !holds(hostile.score) || !holds(benign.score))) {
    const [stands, serves] = [holds(hostile.score), holds(benign.score)];
    return {
      first: { key: stands ? 'hostileHolds' : 'hostileFails', bad: !stands },
      second: { key: serves ? 'benignHolds' : 'benignFails', bad: !serves },
      unsettled,
    };
  }
  if (holds(grade.shown.score)) {
    const kept = holds(grade.heldOut.score);
    return {
      first: { key: 'shownHolds', bad: false },
      second: { key: kept ? 'heldOutHolds' : 'heldOutFails', bad: !kept },
      unsettled,
    };
  }
  const kept = holds(grade.heldOut.score);
  return {
    first: { key: 'shownFails', bad: true },
    second: { key: kept ? 'heldOutHoldsOddly' : 'heldOutFailsToo', bad: !kept },
    unsettled,
  };
}
