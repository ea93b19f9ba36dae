import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { CheckResult, Outcome, SampleGrade } from '#core/grading/report.ts';
import { checkMessage } from './check-message.ts';

/** What one check said of one output, for other programs to read. */
interface Row {
  case: string;
  heldOut: boolean;
  sample: number;
  check: string;
  outcome: Outcome;
  message: string;
}

/** How outputs stand with one requirement. */
export interface Requirement {
  mustHave: boolean;
  weight: number;
  results: number;
  missed: number;
  /** What to say of it: of the first failure, else of the first that could not be graded, else that it is met. */
  said: Pick<Row, 'outcome' | 'message'>;
  /** Cases that missed it, the first of them. */
  where: Set<string>;
}

/** More cases than these are counted, not named. */
const mostNamed = 20;

/**
 * The results of any number of outputs in little memory: what is said of them repeats, so each result is one character,
 * the number of a sentence.
 */
export class GradedRows {
  readonly #exercise: WriteExercise;
  readonly #sayings: Pick<Row, 'check' | 'outcome' | 'message'>[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #samples: { case: string; heldOut: boolean; sample: number; said: string }[] = [];
  readonly #requirements = new Map<string, Requirement>();

  constructor(exercise: WriteExercise, samples: readonly SampleGrade[] = []) {
    this.#exercise = exercise;
    for (const sample of samples) this.add(sample);
  }

  get outputs(): number {
    return this.#samples.length;
  }

  add({ case: id, heldOut, sample, results }: SampleGrade): void {
    const numbers = results.map((result) => this.#number(result));
    for (const number of numbers) this.#count(id, this.#sayings[number]!);
    this.#samples.push({ case: id, heldOut, sample, said: String.fromCharCode(...numbers) });
  }

  *rows(): Generator<Row> {
    for (const { said, ...sample } of this.#samples) {
      for (let at = 0; at < said.length; at++) {
        yield { ...sample, ...this.#sayings[said.charCodeAt(at)]! };
      }
    }
  }

  /** Of those that applied anywhere: what weighs most first. */
  requirements(): Requirement[] {
    const weightOf = ({ mustHave, weight, missed, results }: Requirement) =>
      (missed / results) * (mustHave ? 10 : weight);
    return this.#exercise.checks
      .flatMap(({ id }) => this.#requirements.get(id) ?? [])
      .sort((a, b) => weightOf(b) - weightOf(a));
  }

  #number(result: CheckResult): number {
    const key = `${result.check}\0${result.outcome}\0${result.outcome === 'ungraded' ? result.reason?.code : ''}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      const { check, outcome } = result;
      number = this.#sayings.push({ check, outcome, message: checkMessage(result, this.#exercise.words.en) }) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #count(id: string, { check, outcome, message }: Pick<Row, 'check' | 'outcome' | 'message'>): void {
    let requirement = this.#requirements.get(check);
    if (!requirement) {
      const { mustHave = false, weight = 1 } = this.#exercise.checks.find((one) => one.id === check) ?? {};
      const said = { outcome, message };
      this.#requirements.set(
        check,
        (requirement = { mustHave, weight, results: 0, missed: 0, said, where: new Set() }),
      );
    }
    requirement.results += 1;
    if (outcome === 'pass') return;
    requirement.missed += 1;
    if (requirement.where.size <= mostNamed) requirement.where.add(id);
    const told = requirement.said.outcome;
    if (told === 'pass' || (told === 'ungraded' && outcome === 'fail')) requirement.said = { outcome, message };
  }
}

/** The cases by name, or the first of many. */
export function namedCases(where: ReadonlySet<string>): string {
  const names = [...where];
  return names.length <= mostNamed ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')} and others`;
}
