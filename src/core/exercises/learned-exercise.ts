import * as v from 'valibot';
import { hash } from '#core/chance/chance.ts';
import type { LearnedMeaning } from '#core/language/learned.ts';
import type { Wording } from '#core/language/learning/learn.ts';
import type { Meaning } from './simulation.ts';
import type { Wordings } from './wordings.ts';

const share = v.pipe(v.array(v.number()), v.minLength(1));
const LearnedSchema: v.GenericSchema<unknown, LearnedMeaning> = v.object({
  bias: v.number(),
  unseen: v.tuple([v.number(), v.number()]),
  ways: v.object({ says: share, not: share }),
  table: v.string(),
});

const LearnedExerciseSchema = v.object({
  /** Fingerprint of the wordings it was learnt from. */
  of: v.string(),
  needs: v.record(v.string(), LearnedSchema),
  meanings: v.record(v.string(), LearnedSchema),
});

/** `learned.json`: what `candor learn` made of an exercise's wordings. */
export type LearnedExercise = v.InferOutput<typeof LearnedExerciseSchema>;

/** What stands in a `learned.json`; nothing when it is not one. */
export function parseLearned(text: string): LearnedExercise | undefined {
  try {
    const parsed = v.safeParse(LearnedExerciseSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The two lists of a meaning, from all the places they stand in. */
export interface MeaningWordings {
  says: Wording[];
  not: Wording[];
}

/** All that is written about the needs and meanings of one exercise. */
export type ExerciseWordings = Record<'needs' | 'meanings', Record<string, MeaningWordings>>;

/** Gathers a meaning's own sentences and those of the wordings files. */
export function gatherWordings(
  meanings: Record<'needs' | 'meanings', Readonly<Record<string, Meaning>>>,
  files: Partial<Record<'en' | 'fr', Wordings>>,
): ExerciseWordings {
  const gathered: ExerciseWordings = { needs: {}, meanings: {} };
  for (const kind of ['needs', 'meanings'] as const) {
    for (const [name, { positive, negative }] of Object.entries(meanings[kind])) {
      const both = (own: Meaning['positive'], list: 'says' | 'not') =>
        (['en', 'fr'] as const).flatMap((language) =>
          [...own[language], ...(files[language]?.[kind][name]?.[list] ?? [])].map((text) => ({ text, language })),
        );
      gathered[kind][name] = { says: both(positive, 'says'), not: both(negative, 'not') };
    }
  }
  return gathered;
}

/** Changes whenever a wording does. */
export function fingerprintOfWordings(wordings: ExerciseWordings): string {
  const text = JSON.stringify(wordings);
  return [1, 2].map((salt) => hash(salt, text).toString(16).padStart(8, '0')).join('');
}
