import { hash } from '#core/chance/chance.ts';
import { evidence } from '#core/language/evidence.ts';
import type { Judgement } from '#core/language/judgement.ts';
import { unpackSymbols } from '#core/language/learned.ts';
import { type Lesson, type Wording, learn, marksOfParts, marksOfWhole } from '#core/language/learning/learn.ts';
import { type Trial, trainJudgement } from '#core/language/learning/train-judgement.ts';
import { type TrainedMood, trainMood } from '#core/language/learning/train-mood.ts';
import { moodBy, soundOf } from '#core/language/mood.ts';
import { readTable } from '#core/language/table.ts';
import type { MeaningLesson } from './learning.ts';

const folds = 4;
const foldOf = ({ text }: Wording) => hash('fold', text) % folds;
const without = (wordings: readonly Wording[], fold: number) => wordings.filter((one) => foldOf(one) !== fold);

/** What trials count that do not stand in the meaning's own lists. */
const counts = { says: 1, not: 1, siblings: 0.3, others: 0.4 };
/** Share of the other exercises' sentences and the data that are tried, in hundredths. */
const othersTried = 40;

/** Learns the mood and the judgement anew. Every wording is judged by what was learnt without it. */
export function learnJudgement(
  lessons: readonly MeaningLesson[],
  data: readonly Wording[],
): { mood: TrainedMood; judgement: Judgement } {
  const says = (kind: 'needs' | 'meanings') => [
    ...new Map(
      lessons.filter((one) => one.kind === kind).flatMap(({ lesson }) => lesson.says.map((one) => [one.text, one])),
    ).values(),
  ];
  const requirements = says('needs');
  const reports = [...data, ...says('meanings')];
  const mood = trainMood(requirements, reports);
  const blind = Array.from({ length: folds }, (_, fold) =>
    moodWith(trainMood(without(requirements, fold), without(reports, fold))),
  );
  const seen = new Set([...requirements, ...reports].map(({ text }) => text));
  const full = moodWith(mood);
  const moodFor = (wording: Wording) => (seen.has(wording.text) ? blind[foldOf(wording)] : full)?.(wording) ?? 0;
  const trials = lessons.flatMap(({ kind, lesson }) => trialsOf(lesson, kind === 'meanings', moodFor));
  return { mood, judgement: trainJudgement(trials) };
}

function moodWith({ smallWords, bias, table }: TrainedMood): (wording: Wording) => number {
  const common = new Set(smallWords.split(' '));
  const weights = readTable(table, 1);
  return ({ text, language }) => moodBy(soundOf(text, language, common), weights, bias);
}

function trialsOf(lesson: Lesson, statement: boolean, moodFor: (wording: Wording) => number): Trial[] {
  const trials: Trial[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const learned = learn({
      says: without(lesson.says, fold),
      not: without(lesson.not, fold),
      siblings: without(lesson.siblings, fold),
      others: without(lesson.others, fold),
      ...(lesson.kin ? { kin: { says: without(lesson.kin.says, fold), not: without(lesson.kin.not, fold) } } : {}),
    });
    const weighable = { learned, symbols: unpackSymbols(learned.table) };
    const attempt = (wordings: readonly Wording[], is: number, weight: number) => {
      for (const wording of wordings) {
        if (foldOf(wording) !== fold) continue;
        const stretches = is === 1 ? [marksOfWhole(wording), ...marksOfParts(wording)] : marksOfParts(wording);
        const mood = moodFor(wording);
        trials.push({
          stretches: stretches.map((marks) => evidence({ ...marks, mood }, weighable, statement)),
          is,
          counts: weight,
        });
      }
    };
    attempt(lesson.says, 1, counts.says);
    attempt(lesson.not, 0, counts.not);
    attempt(lesson.siblings, 0, counts.siblings);
    attempt(
      lesson.others.filter(({ text }) => hash('tried', text) % 100 < othersTried),
      0,
      counts.others,
    );
  }
  return trials;
}
