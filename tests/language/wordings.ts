import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { hash } from '#core/chance/chance.ts';
import { compileMeaning, findMeaning, type Mood } from '#core/language/meaning.ts';
import { loadExercise, readyToWrite, type ReadyWrite } from '#services/exercises/folder.ts';

/**
 * The matcher against wordings that were written without sight of it. They fall into two halves by a hash of their
 * need: one may be looked at while the matcher is worked on, the other is only ever counted.
 */
export type Half = 'tune' | 'test';
export type Tongue = 'en' | 'fr';

type Sentences = Record<Tongue, string[]>;
interface Wording {
  exercise: string;
  need?: string;
  meaning?: string;
  same: Sentences;
  other: Sentences;
}

/** How often the matcher found what it should, and what it should not. */
export interface Figures {
  recall: number;
  falsePositives: number;
  same: number;
  other: number;
}

/** A wording that was judged wrongly. */
export interface Failure {
  name: string;
  language: Tongue;
  kind: 'missed' | 'wrong';
  text: string;
  score: number;
}

/** What is measured apart: `need en`, `need fr`, `meaning en`, `meaning fr`. */
export type Measured = `${'need' | 'meaning'} ${Tongue}`;

export function measure(half: Half): { figures: Map<Measured, Figures>; failures: Failure[] } {
  const wordings = parse(readFileSync('tests/language/wordings.yaml', 'utf8')) as Wording[];
  const figures = new Map<Measured, Figures>();
  const failures: Failure[] = [];
  const loaded = new Map<string, ReadyWrite | undefined>();
  for (const wording of wordings) {
    const name = `${wording.exercise}/${wording.need ?? wording.meaning ?? ''}`;
    if ((hash(name) % 2 === 0 ? 'tune' : 'test') !== half) continue;
    const exercise = loaded.get(wording.exercise) ?? readyToWrite([loadExercise('exercises', wording.exercise)])[0];
    loaded.set(wording.exercise, exercise);
    const meaning = wording.need
      ? exercise?.simulation.needs[wording.need]
      : exercise?.exercise.meanings[wording.meaning ?? ''];
    if (!meaning) continue;
    const mood: Mood = wording.need ? 'instruction' : 'statement';
    const compiled = compileMeaning(meaning);
    for (const language of ['en', 'fr'] as const) {
      const key: Measured = `${wording.need ? 'need' : 'meaning'} ${language}`;
      const sum = figures.get(key) ?? { recall: 0, falsePositives: 0, same: 0, other: 0 };
      figures.set(key, sum);
      for (const [kind, texts] of [
        ['missed', wording.same[language]],
        ['wrong', wording.other[language]],
      ] as const) {
        for (const text of texts) {
          const { verdict, score } = findMeaning(compiled, text, mood);
          const yes = verdict === 'yes';
          if (kind === 'missed') {
            sum.same++;
            if (yes) sum.recall++;
          } else {
            sum.other++;
            if (yes) sum.falsePositives++;
          }
          if (yes === (kind === 'wrong')) failures.push({ name, language, kind, text, score });
        }
      }
    }
  }
  for (const sum of figures.values()) {
    sum.recall /= sum.same;
    sum.falsePositives /= sum.other;
  }
  return { figures, failures };
}
