import { hash } from '#core/chance/chance.ts';
import type { LearnedExercise } from '#core/exercises/learned-exercise.ts';
import { fingerprintOfWordings } from '#core/exercises/learned-exercise.ts';
import { type Lesson, type Wording, learn } from '#core/language/learning/learn.ts';
import { ordinaryPrompts } from '#core/language/learning/ordinary-prompts.ts';
import { sentences } from '#core/language/segment.ts';
import type { ReadyWrite } from '#services/exercises/folder.ts';
import type { Kin } from './kin.ts';

type Kind = 'needs' | 'meanings';
const kinds = ['needs', 'meanings'] as const;

/** A need or a meaning with all it is learnt from. */
export interface MeaningLesson {
  exercise: string;
  kind: Kind;
  name: string;
  lesson: Lesson;
}

/** Share, in hundredths, of other exercises' wordings that a meaning is set against. */
const shareOfOthers = 6;

/** The sentences of the cases' own data: reports of what is so, in the words that the needs use. */
export function dataOf({ exercise }: ReadyWrite): Wording[] {
  const texts = exercise.cases.flatMap(({ values }) =>
    Object.entries(values).flatMap(([name, text]) => (exercise.common.includes(name) ? [] : [text])),
  );
  const found = new Set(texts.flatMap((text) => sentences(text).map((one) => one.text.trim())));
  return [...found]
    .filter((text) => text.split(/\s+/).length >= 4 && text.length < 260)
    .map((text) => ({ text, language: exercise.dataLanguage }));
}

/**
 * The lessons of all needs and meanings of the exercises, each set against its neighbours and against the others, and
 * a need together with its kin.
 */
export function lessonsOf(all: readonly ReadyWrite[], kin: Kin = []): MeaningLesson[] {
  const needs = new Map<string, { says: readonly Wording[]; not: readonly Wording[] }>(
    all.flatMap(({ exercise, wordings }) =>
      Object.entries(wordings.needs).map(([name, one]) => [`${exercise.id}/${name}`, one] as const),
    ),
  );
  return all.flatMap((ready) => {
    const data = dataOf(ready);
    return kinds.flatMap((kind) =>
      Object.entries(ready.wordings[kind]).map(([name, { says, not }]) => {
        const self = `${ready.exercise.id}/${name}`;
        const row = kind === 'needs' ? (kin.find((one) => one.includes(self)) ?? []) : [];
        const relatives = row.flatMap((one) => (one === self ? [] : (needs.get(one) ?? [])));
        const akin = { says: relatives.flatMap((one) => one.says), not: relatives.flatMap((one) => one.not) };
        const own = new Set([...says, ...akin.says].map(({ text }) => text));
        const siblings = Object.entries(ready.wordings[kind])
          .filter(([other]) => other !== name)
          .flatMap(([, one]) => one.says.filter(({ text }) => !own.has(text)));
        const elsewhere = all
          .filter((one) => one !== ready)
          .flatMap((one) => Object.values(one.wordings[kind]).flatMap((wordings) => wordings.says))
          .filter(({ text }) => !own.has(text) && hash('elsewhere', text) % 100 < shareOfOthers);
        return {
          exercise: ready.exercise.id,
          kind,
          name,
          lesson: {
            says,
            not,
            siblings,
            others: [...elsewhere, ...data, ...(kind === 'needs' ? ordinaryPrompts : [])],
            kin: akin,
          },
        };
      }),
    );
  });
}

/** What is written to an exercise's `learned.json`. */
export function learnExercise(ready: ReadyWrite, lessons: readonly MeaningLesson[]): LearnedExercise {
  const learned: LearnedExercise = { of: fingerprintOfWordings(ready.wordings), needs: {}, meanings: {} };
  for (const { exercise, kind, name, lesson } of lessons) {
    if (exercise === ready.exercise.id) learned[kind][name] = learn(lesson);
  }
  return learned;
}
