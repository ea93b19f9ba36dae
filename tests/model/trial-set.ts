import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { hash } from '#core/chance/chance.ts';
import { type Check, CheckSchema } from '#core/grading/checks/schema.ts';
import { Answer } from '#core/grading/answer.ts';
import { evaluate } from '#core/grading/evaluate.ts';
import { type Judge, judge, type Verdict } from './judges.ts';

/** One instruction of a trial prompt, and what judges whether it was followed. */
export interface TrialInstruction {
  /** IFEval's name of the kind. */
  kind: string;
  judges: (Judge | Check)[];
}

export interface TrialPrompt {
  prompt: string;
  language: 'en' | 'fr';
  instructions: TrialInstruction[];
}

export type Half = 'tune' | 'test';

/** Which half a prompt belongs to: developers look at failures of `tune` only. */
export function halfOf(prompt: string): Half {
  return hash('trial-set', prompt.trim()) % 2 === 0 ? 'tune' : 'test';
}

type Written = Judge | Omit<Check, 'id'>;

/** Reads the prompts of one language; a check that is not one throws with its place. */
export function trialSet(language: 'en' | 'fr'): TrialPrompt[] {
  const file = new URL(`./prompts.${language}.yaml`, import.meta.url);
  const entries = parse(readFileSync(file, 'utf8')) as {
    prompt: string;
    instructions: { kind: string; check: Written | Written[] }[];
  }[];
  return entries.map(({ prompt, instructions }) => ({
    prompt: prompt.trim(),
    language,
    instructions: instructions.map(({ kind, check }) => ({ kind, judges: [check].flat().map(asJudge) })),
  }));
}

function asJudge(written: Written): Judge | Check {
  if ('judge' in written) return written;
  // Strictly: no preamble, fence or closing line is forgiven.
  return v.parse(CheckSchema, { ...{ id: 'trial', form: 'strict' }, ...written });
}

/** Whether an output follows an instruction: all of its judges have to agree. */
export function follows({ judges }: TrialInstruction, output: string): Verdict {
  const verdicts = judges.map((one) => ('judge' in one ? judge(one, output) : checked(one, output)));
  return verdicts.find((one) => !one.followed) ?? { followed: true, found: '' };
}

function checked(check: Check, output: string): Verdict {
  const { outcome, reason } = evaluate(check, new Answer(output), { expect: {}, values: {} }, {});
  return { followed: outcome === 'pass', found: JSON.stringify(reason) };
}
