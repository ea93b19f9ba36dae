import type { Simulation } from '#core/exercises/simulation.ts';
import { compileMeaning, findMeaning } from '#core/language/meaning.ts';
import type { Decision, MessageSpan, ReadInstruction } from '../explanation.ts';
import { isPressure } from '../reading/pressure.ts';
import type { Instruction, Reading } from '../reading/reading.ts';
import { remember } from '../remember.ts';
import { keptNeed } from './base-rates.ts';
import { strength, type Fate } from './fate.ts';
import { forgetting } from './forgetting.ts';
import { burden } from './load.ts';
import { isOurs, showsTrait } from './traits.ts';

/** What became of the needs of an exercise in one prompt. */
export interface NeedsMet {
  /** Stated and kept. */
  met: ReadonlySet<string>;
  instructions: ReadInstruction[];
  decisions: Decision[];
}

/** A prompt of a hundred kilobytes is read for needs at its two ends. */
const mostClauses = 240;

export function weighNeeds(reading: Reading, needs: Simulation['needs'], fate: Fate): NeedsMet {
  const result = { met: new Set<string>(), instructions: [] as ReadInstruction[], decisions: [] as Decision[] };
  Object.entries(needs).forEach(([name, need], rank) => {
    const stated = statementOf(reading, need);
    if (!stated) return;
    const id = `need:${name}`;
    if (stated.span) result.instructions.push({ id, span: stated.span, kind: 'need', params: { need: name } });
    const load = stated.instruction ? burden(reading, stated.instruction, rank) : 1;
    const missed = fate.happens(id, fate.miss(keptNeed, stated.signals, load));
    if (!missed) result.met.add(name);
    const decide = (one: string, instruction: string | undefined) =>
      result.decisions.push({
        id: one,
        outcome: missed ? 'forgotten' : 'obeyed',
        topic: 'need',
        params: { need: name },
        ...(instruction === undefined ? {} : { instruction }),
        ...(missed ? { weakness: forgetting.id } : {}),
        output: [],
      });
    decide(id, stated.span ? id : stated.instruction?.id);
    stated.again.forEach((span, index) => {
      const again = `${id}:${index + 2}`;
      result.instructions.push({ id: again, span, kind: 'need', params: { need: name } });
      decide(again, again);
    });
  });
  return result;
}

/**
 * What is said of the needs once the answer stands: a need that slipped the mind and went wrong nowhere, since this case
 * did not ask for it or luck was kind, is not held against the answer.
 */
export function needsShown(decisions: readonly Decision[], missed: ReadonlySet<string>): Decision[] {
  return decisions.map((one) =>
    one.outcome === 'forgotten' && !missed.has(String(one.params['need'])) ? asObeyed(one) : one,
  );
}

export function asObeyed({ weakness: _, ...decision }: Decision): Decision {
  return { ...decision, outcome: 'obeyed' };
}

interface Statement {
  span?: MessageSpan;
  /** Further sentences that say it. */
  again: readonly MessageSpan[];
  instruction?: Instruction;
  signals: number;
}

/** `null` when the prompt does not state it. */
const statementOf = remember(
  (reading: Reading, need: Simulation['needs'][string]) => findStatement(reading, need) ?? null,
);

function findStatement(reading: Reading, need: Simulation['needs'][string]): Statement | undefined {
  const compiled = compileMeaning(need);
  const ours = reading.clauses.filter((clause) => isOurs(clause) && !isPressure(clause.text));
  const clauses =
    ours.length <= mostClauses ? ours : [...ours.slice(0, mostClauses / 2), ...ours.slice(-mostClauses / 2)];
  const saying = clauses.filter((clause) =>
    requirementsIn(clause, reading).some((text) => findMeaning(compiled, text, 'instruction').verdict === 'yes'),
  );
  const first = saying[0];
  if (first) {
    const around = saying.flatMap((clause) =>
      reading.instructions.filter((one) => isOurs(one) && overlap(one.span, clause.span)),
    );
    const signals = around.reduce((most, one) => Math.max(most, strength(one)), 0) + (saying.length > 1 ? 1 : 0);
    const again = saying.slice(1).map((clause) => clause.span);
    return { span: first.span, again, signals, ...(around[0] ? { instruction: around[0] } : {}) };
  }
  for (const trait of need.metBy) {
    const shown = showsTrait(reading, trait);
    if (shown === true) return { again: [], signals: 0 };
    if (shown) return { again: [], instruction: shown, signals: strength(shown) };
  }
  return undefined;
}

/**
 * What a clause may require. A line that names the keys of the answer requires nothing by their names ("functional",
 * "reason"); what it says about a key at some length is read on its own.
 */
function requirementsIn(clause: Reading['clauses'][number], reading: Reading): string[] {
  const length = clause.span.end - clause.span.start;
  for (const { request, span } of reading.instructions) {
    if (request.kind !== 'format' || !request.keys || request.keys.length === 0 || !overlap(span, clause.span))
      continue;
    const named = Math.min(span.end, clause.span.end) - Math.max(span.start, clause.span.start);
    if (named < length * 0.6) continue;
    return request.keys.flatMap(({ hint = '' }) => (hint.trim().split(/\s+/).length >= 5 ? [hint] : []));
  }
  return [clause.text];
}

function overlap(a: MessageSpan, b: MessageSpan): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}
