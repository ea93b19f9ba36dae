import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Simulation } from '#core/exercises/simulation.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { states } from '../language/states.ts';
import type { Figure } from './figure.ts';

interface Wordings {
  exercise: string;
  need: string;
  /** Sentences that say it, and sentences close to it that do not. */
  same: Record<'en' | 'fr', string[]>;
  other: Record<'en' | 'fr', string[]>;
}

const file = 'tests/language/wordings.yaml';
const share = (values: readonly boolean[]) => values.filter(Boolean).length / Math.max(1, values.length);

/** Whether unseen wordings of the needs of exercises are recognised, and only those. */
export function needFigures(): Figure[] {
  if (!existsSync(file)) return [{ what: 'needs on unseen wordings', measured: 'no file', goal: file, kept: false }];
  const wordings = parse(readFileSync(file, 'utf8')) as Wordings[];
  const needs = new Map<string, Simulation['needs'][string]>();
  for (const ready of readyToWrite(loadExercises('exercises'))) {
    for (const [name, need] of Object.entries(ready.simulation.needs)) needs.set(`${ready.exercise.id} ${name}`, need);
  }
  const known = wordings.flatMap((row) => {
    const need = needs.get(`${row.exercise} ${row.need}`);
    return need ? [{ row, need }] : [];
  });
  return (['en', 'fr'] as const).flatMap((language) => {
    const found = known.flatMap(({ row, need }) => row.same[language].map((text) => states(need, text)));
    const close = known.flatMap(({ row, need }) => row.other[language].map((text) => states(need, text)));
    const siblings = known.flatMap(({ row, need }) =>
      known
        .filter((other) => other.row.exercise === row.exercise && other.row.need !== row.need)
        .flatMap((other) => other.row.same[language].map((text) => states(need, text))),
    );
    const recall = share(found);
    const wrong = share([...close, ...siblings]);
    const row = (what: string, value: number, goal: string, kept: boolean): Figure => ({
      what: `needs on unseen wordings, ${language}: ${what}`,
      measured: value.toFixed(3),
      goal,
      kept,
    });
    return [
      row(`recall (${known.length} needs, ${found.length} sentences)`, recall, '≥ 0.92', recall >= 0.92),
      row(`false positives (${close.length + siblings.length} sentences)`, wrong, '≤ 0.03', wrong <= 0.03),
      row(`  on close sentences (${close.length})`, share(close), '≤ 0.03', share(close) <= 0.03),
      row(`  on sibling needs (${siblings.length})`, share(siblings), '≤ 0.03', share(siblings) <= 0.03),
    ];
  });
}
