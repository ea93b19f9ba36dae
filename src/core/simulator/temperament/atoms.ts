import type { Alternative, Atom, Value } from '#core/exercises/simulation.ts';
import type { Language } from '#core/language/language.ts';
import type { SimulatedSize } from '../completion.ts';
import type { Decision } from '../explanation.ts';
import type { Stands } from '../knowledge/anchors.ts';
import type { Reading } from '../reading/reading.ts';
import type { Fact } from '../writing/content.ts';
import type { Fate } from './fate.ts';
import { hijack, hijackLeft } from './hijack.ts';
import { invention } from './invention.ts';
import type { NeedsMet } from './needs.ts';
import { middleOf, position } from './position.ts';
import { showsTrait } from './traits.ts';
import { unsaid } from './unsaid.ts';

/** The usual mistakes are likelier in a small model and rarer in a large one. */
const likelier: Record<SimulatedSize, number> = { small: 0.8, medium: 1, large: 1.25 };
const weaknessOf: Record<Alternative['because'], string> = {
  guessed: unsaid.id,
  invented: invention.id,
  hijacked: hijack.id,
};

interface Situation {
  reading: Reading;
  needs: NeedsMet;
  stands: Stands;
  fate: Fate;
  size: SimulatedSize;
  language: Language;
}

/** Decides how each atom of a case comes out: as it is, as one of the likely mistakes, or not at all. */
export function decideAtoms(
  atoms: readonly Atom[],
  at: Situation,
): {
  facts: Fact[];
  decisions: Decision[];
  /** Needs for want of which something came out wrong. */
  missed: ReadonlySet<string>;
} {
  const facts: Fact[] = [];
  const decisions: Decision[] = [];
  const missed = new Set<string>();
  const took = new Map<string, Value | undefined>();
  const buried = middleOf(at.reading.data.map((block) => block.text));
  for (const atom of atoms) {
    if (!at.stands(atom.anchor)) continue;
    if (buried && [atom.anchor ?? []].flat().some(buried) && at.fate.happens(`lost:${atom.id}`, position.chance)) {
      const params = { atom: atom.id, right: 0 };
      const id = `atom:${atom.id}`;
      decisions.push({ id, outcome: 'guessed', topic: 'content', params, weakness: position.id, output: [] });
      continue;
    }
    if (atom.when && !Object.entries(atom.when).every(([id, value]) => same(took.get(id), value))) continue;
    const grounded = at.stands(atom.grounds);
    const lacking = grounded ? atom.needs.filter((need) => !at.needs.met.has(need)) : atom.needs;
    const because = grounded ? atom.needs.map((need) => `need:${need}`) : [];
    const chosen = chooseAlternative(atom, grounded, at);
    if (chosen) for (const need of [...lacking, ...(chosen.unless ?? [])]) missed.add(need);
    if (lacking.length > 0 || chosen) {
      const id = `atom:${atom.id}`;
      because.push(id);
      decisions.push({
        id,
        outcome: chosen?.because ?? 'guessed',
        topic: 'content',
        params: { atom: atom.id, right: chosen ? 0 : 1 },
        ...(chosen ? { weakness: weaknessOf[chosen.because] } : {}),
        output: [],
      });
    }
    const put = chosen ?? atom;
    if (put.omit) continue;
    const value = put.value === undefined ? atom.value : put.value;
    took.set(atom.id, value);
    facts.push({
      id: atom.id,
      role: atom.role,
      say: wordings(put.say ?? atom.say, at.language).map((text) => fill(text, value)),
      importance: atom.importance,
      because,
      ...(atom.field === undefined ? {} : { field: atom.field }),
      ...(value === undefined ? {} : { value }),
      ...(atom.code === undefined ? {} : { code: atom.code }),
      ...(atom.in === undefined ? {} : { in: atom.in }),
    });
  }
  return { facts, decisions, missed };
}

/**
 * The alternatives share out the range of one draw, each a fixed stretch of it, whatever the prompt says; what the
 * prompt says only shortens a stretch. So saying more can turn a mistake into the right thing, never the other way.
 */
function chooseAlternative(atom: Atom, grounded: boolean, at: Situation): Alternative | undefined {
  const draw = at.fate.draw(`atom:${atom.id}`);
  const stretch = likelier[at.size];
  const alternatives =
    atom.otherwise.length > 0 || atom.needs.length === 0 || atom.omit
      ? atom.otherwise
      : [{ omit: true, rate: unsaid.chance[at.size] ** (1 / stretch), because: 'guessed' } satisfies Alternative];
  let from = 0;
  for (const alternative of alternatives) {
    const rate = Math.min(alternative.rate ** stretch, 1 - from);
    if (draw >= from && draw < from + rate * shareLeft(alternative, atom, grounded, at)) return alternative;
    from += rate;
  }
  return undefined;
}

function shareLeft(alternative: Alternative, atom: Atom, grounded: boolean, at: Situation): number {
  if (grounded) {
    const { met } = at.needs;
    const prevented = alternative.unless
      ? alternative.unless.some((need) => met.has(need))
      : atom.needs.length > 0 && atom.needs.every((need) => met.has(need));
    if (prevented) return 0;
  }
  if (alternative.because === 'hijacked') return hijackLeft(at.reading);
  const braked = showsTrait(at.reading, 'no-invention') || showsTrait(at.reading, 'ground');
  return alternative.because === 'invented' && braked ? 0.4 : 1;
}

function wordings(say: Atom['say'], language: Language): string[] {
  if (!say) return [];
  const own = say[language];
  return typeof own === 'string' ? [own] : own;
}

function fill(text: string, value: Value | undefined): string {
  if (!text.includes('{value}')) return text;
  return text.replaceAll(
    '{value}',
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
}

function same(a: Value | undefined, b: Value): boolean {
  if (a === b || a === undefined) return a === b;
  return typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
