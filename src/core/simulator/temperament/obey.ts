import type { Decision } from '../explanation.ts';
import { overruled } from '../reading/corrections.ts';
import { speaksToModel } from '../reading/orders.ts';
import type { Instruction, Reading, Request } from '../reading/reading.ts';
import { keptShare } from './base-rates.ts';
import { strength, type Fate } from './fate.ts';
import { forgetting } from './forgetting.ts';
import { hijack, hijackLeft } from './hijack.ts';
import { lapseOf } from './lapse.ts';
import { leak } from './leak.ts';
import { burden, load, powerOf } from './load.ts';
import { isStrictForm, matterOf } from './matter.ts';
import type { BySize } from './sizes.ts';
import { isOurs } from './traits.ts';

/** An instruction that could be carried out, and whether it will be. */
export interface Wish {
  request: Request;
  polarity: 1 | -1;
  kept: boolean;
  /** What is done instead of what was asked, where it is not just left out. */
  instead?: Request;
  /** Decision that the pieces of the answer point to. */
  decision: string;
}

/** Requests that say how to read and to judge, not what the output looks like; the needs and values see to them. */
const silentKinds: readonly Request['kind'][] = [
  'task',
  'content',
  'role',
  'audience',
  'tone',
  'self-check',
  'ground',
  'treat-as-data',
  'steps',
  'person',
];

/** Of these, rules and reports are full without meaning whoever reads them: they are orders only where they say so. */
const everyday: readonly Request['kind'][] = ['only', 'labels', 'brief'];

/** Orders in the data that a model may carry out although nobody asked it to. */
const hijackKinds: readonly Request['kind'][] = [
  'format',
  'include',
  'start',
  'end',
  'language',
  'casing',
  'only',
  'labels',
  'brief',
];

/** What is the same for every sample of a prompt: what may be kept or missed, and what that hangs on. */
interface Weighed {
  one: Instruction;
  /** What luck hangs on. */
  name: string;
  /** Said by the person: what it weighs. An order in the data, which a model may carry out, has none. */
  ours?: { silent: boolean; share: BySize<number>; signals: number; burden: number; power: number };
}

const weighedBefore = new WeakMap<Reading, readonly Weighed[]>();

function weighed(reading: Reading): readonly Weighed[] {
  const known = weighedBefore.get(reading) ?? weigh(reading);
  weighedBefore.set(reading, known);
  return known;
}

function weigh(reading: Reading): Weighed[] {
  const all: Weighed[] = [];
  const takenBack = overruled(reading.instructions);
  for (const { corrects } of reading.instructions) if (corrects !== undefined) takenBack.add(corrects);
  const named = new Map<string, number>();
  const asked = reading.instructions.filter(
    (one) => isOurs(one) && !takenBack.has(one.id) && !silentKinds.includes(one.request.kind),
  );
  const power = powerOf(new Set(asked.map((one) => matterOf(one.request, reading) ?? one.id)).size);
  let rank = 0;
  for (const one of reading.instructions) {
    if (one.source === 'example' || takenBack.has(one.id)) continue;
    const name = nameOf(one, matterOf(one.request, reading), named);
    if (one.source === 'data') {
      if (!hijackKinds.includes(one.request.kind)) continue;
      if (everyday.includes(one.request.kind) && !isOrder(one, reading)) continue;
      all.push({ one, name });
      continue;
    }
    if (!isOurs(one)) continue;
    rank += 1;
    const judged = leaderOf(one, asked);
    all.push({
      one,
      name,
      ours: {
        silent: silentKinds.includes(one.request.kind),
        share: keptShare(judged.leader.request),
        signals: strength(judged.leader) + (judged.only ? 1 : 0),
        burden: burden(reading, one, rank),
        power,
      },
    });
  }
  return all;
}

/** Decides for every instruction whether it is kept. */
export function weighInstructions(reading: Reading, fate: Fate): { wishes: Wish[]; decisions: Decision[] } {
  const wishes: Wish[] = [];
  const decisions: Decision[] = [];
  for (const { one, name, ours } of weighed(reading)) {
    const decision = `instruction:${one.id}`;
    if (!ours) {
      if (!fate.happens(`hijack:${name}`, hijack.chance) || fate.draw('hijack-left') >= hijackLeft(reading)) continue;
      wishes.push({ request: one.request, polarity: one.polarity, kept: true, decision });
      decisions.push({
        id: decision,
        outcome: 'hijacked',
        topic: 'data-order',
        params: { kind: one.request.kind },
        instruction: one.id,
        weakness: hijack.id,
        output: [],
      });
      continue;
    }
    const miss = fate.miss(ours.share, ours.signals, ours.burden, ours.power);
    const alone = fate.miss(ours.share, ours.signals, 1, powerOf(1));
    const kept = ours.silent || !fate.happens(name, miss);
    const instead = kept || one.polarity === -1 ? undefined : lapseOf(one.request, fate.draw(`${name} how`));
    wishes.push({ request: one.request, polarity: one.polarity, kept, decision, ...(instead ? { instead } : {}) });
    decisions.push({
      id: decision,
      outcome: kept ? 'obeyed' : 'forgotten',
      topic: 'instruction',
      params: { kind: one.request.kind },
      instruction: one.id,
      ...(kept
        ? {}
        : { weakness: fate.draw(name) >= alone ? load.id : one.request.kind === 'exclude' ? leak.id : forgetting.id }),
      output: [],
    });
  }
  return { wishes, decisions };
}

function isOrder({ span }: Instruction, { clauses }: Reading): boolean {
  const clause = clauses.find(
    (each) => each.span.message === span.message && each.span.start <= span.start && span.start < each.span.end,
  );
  return clause !== undefined && speaksToModel(clause.text);
}

/**
 * The request by whose share another one is kept or missed: "JSON, and only JSON" is one request, and put more
 * strongly; so are "yes or no" and "nothing else", as the counted requests for fixed answers had both; "three sections"
 * and "each headed Section n" are one.
 */
function leaderOf(one: Instruction, asked: readonly Instruction[]): { leader: Instruction; only?: boolean } {
  const { request } = one;
  const only = asked.find((other) => other.request.kind === 'only' && other.polarity === 1);
  const form = asked.find(
    (other) => other.request.kind === 'format' && other.polarity === 1 && isStrictForm(other.request.format),
  );
  if (form && (one === only || one === form)) return { leader: form, only: only !== undefined };
  const labels = asked.find((other) => other.request.kind === 'labels' && other.polarity === 1);
  if (labels && one === only) return { leader: labels };
  const sections = asked.find((other) => other.request.kind === 'sections');
  const counts = request.kind === 'count' && request.unit === 'section' && request.scope.which === 'all';
  return { leader: counts && sections ? sections : one };
}

/** A name for luck to hang on: what is asked, never how it is worded. */
function nameOf({ request }: Instruction, matter: string | undefined, named: Map<string, number>): string {
  const detail =
    request.kind === 'count'
      ? `${request.unit}:${request.scope.which}:${request.scope.part ?? ''}`
      : request.kind === 'casing'
        ? request.casing
        : '';
  const name = `${request.kind}:${detail}`;
  const times = named.get(name) ?? 0;
  named.set(name, times + 1);
  return times === 0 ? (matter ?? name) : `${name}:${times}`;
}
