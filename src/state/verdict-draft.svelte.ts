import type { DraftVerdict, FlawMark } from '#core/arbitration/verdict.ts';
import type { ArbitrateDraft, Draft } from '#core/attempts/attempt.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { laterThan } from '#core/attempts/later.ts';

interface Services {
  drafts: Pick<DraftKeeper, 'keep'>;
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The verdicts of one attempt while they are formed: each change is kept, so that judging can go on another day. */
export class VerdictDraft {
  #services: Services;
  #exercise: string;
  /** Id of the attempt that is formed: what its outputs are shuffled by. */
  #attempt = $state('');
  #case = $state('');
  #verdicts = $state.raw<readonly DraftVerdict[]>([]);
  #saved = $state<'untouched' | 'saving' | 'saved' | 'failed'>('untouched');
  #updatedAt: number | undefined;

  constructor(services: Services, exercise: string) {
    this.#services = services;
    this.#exercise = exercise;
  }

  get attempt(): string {
    return this.#attempt;
  }

  /** Id of the case that is open. */
  get case(): string {
    return this.#case;
  }

  get verdicts(): readonly DraftVerdict[] {
    return this.#verdicts;
  }

  get saved(): 'untouched' | 'saving' | 'saved' | 'failed' {
    return this.#saved;
  }

  /** A new attempt, with nothing judged. */
  begin(firstCase: string): void {
    this.#attempt = this.#services.newId();
    this.#verdicts = [];
    this.#case = firstCase;
    this.#saved = 'untouched';
  }

  /** Goes on where judging was left; verdicts on cases that are gone are left out. */
  resume(draft: ArbitrateDraft, cases: readonly string[]): void {
    this.#attempt = draft.attempt;
    this.#verdicts = draft.verdicts.filter((one) => cases.includes(one.case));
    this.#case = cases.includes(draft.case) ? draft.case : (cases[0] ?? '');
    this.#saved = 'saved';
  }

  /** What is kept from here on is newer than this, whatever the clock says. */
  follow(draft: Draft | undefined): void {
    this.#updatedAt = draft?.updatedAt;
  }

  show(id: string): void {
    if (this.#case === id) return;
    this.#case = id;
    if (this.#verdicts.length > 0) this.#keep();
  }

  verdict(id: string): DraftVerdict | undefined {
    return this.#verdicts.find((one) => one.case === id);
  }

  /** What is best cannot be what is wrong: a mark on it goes. */
  choose(best: string): void {
    const { mark, ...rest } = this.#current();
    this.#change({ ...rest, best, ...(mark && mark.output !== best ? { mark } : {}) });
  }

  mark(mark: FlawMark | undefined): void {
    const { mark: _, ...rest } = this.#current();
    this.#change(mark ? { ...rest, mark } : rest);
  }

  name(criterion: string): void {
    this.#change({ ...this.#current(), criterion });
  }

  #current(): DraftVerdict {
    return this.verdict(this.#case) ?? { case: this.#case };
  }

  #change(verdict: DraftVerdict): void {
    const others = this.#verdicts.filter((one) => one.case !== verdict.case);
    this.#verdicts = [...others, verdict];
    this.#keep();
  }

  #keep(): void {
    this.#saved = 'saving';
    this.#services.drafts.keep(
      {
        kind: 'arbitrate',
        exercise: this.#exercise,
        attempt: this.#attempt,
        verdicts: [...this.#verdicts],
        case: this.#case,
        updatedAt: (this.#updatedAt = laterThan(this.#updatedAt, this.#services.now())),
      },
      (outcome) => (this.#saved = outcome),
    );
  }
}
