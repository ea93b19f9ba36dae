import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { states } from './states.ts';

/** Sentences by exercise, need and language, written without sight of what the matcher learns from. */
type Sentences = Record<string, Record<string, Record<'en' | 'fr', string[]>>>;

const sentences = parse(readFileSync('tests/language/needs.yaml', 'utf8')) as Sentences;
const exercises = readyToWrite(loadExercises('exercises'));

it.each(exercises.map((one) => [one.exercise.id, one] as const))(
  '%s: each need has unseen wordings, half in each language',
  (id, { simulation }) => {
    const learntFrom = ['en', 'fr']
      .map((language) => readFileSync(`exercises/${id}/wordings.${language}.yaml`, 'utf8'))
      .join();
    for (const need of Object.keys(simulation.needs)) {
      for (const language of ['en', 'fr'] as const) {
        const own = sentences[id]?.[need]?.[language] ?? [];
        expect(own.length, `${need}, ${language}`).toBeGreaterThanOrEqual(4);
        expect(own.filter((one) => learntFrom.includes(one))).toEqual([]);
      }
    }
  },
);

/** What holds today; it may only get better. */
const floor = { en: 0.91, fr: 0.9 };

it.each(['en', 'fr'] as const)(
  'finds as many of them as before (%s)',
  (language) => {
    const found = exercises.flatMap(({ exercise, simulation }) =>
      Object.entries(simulation.needs).flatMap(([name, need]) =>
        (sentences[exercise.id]?.[name]?.[language] ?? []).map((sentence) => states(need, sentence)),
      ),
    );
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(floor[language]);
  },
  120_000,
);
