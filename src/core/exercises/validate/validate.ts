import type { Finding } from '#core/exercises/finding.ts';
import { validateCases } from './cases.ts';
import { validateChecks } from './checks.ts';
import { validateFixtures } from './fixtures.ts';
import { validateKind } from './kinds.ts';
import type { Material } from './material.ts';
import { validatePrompts } from './prompts.ts';
import { validateSimulation } from './simulation.ts';
import { validateWords } from './words.ts';

/** Holds the files of an exercise against each other. What each file is in itself was checked before. */
export function validateExercise(material: Material): Finding[] {
  return [
    ...validateCases(material),
    ...validateKind(material),
    ...validateChecks(material),
    ...validatePrompts(material),
    ...validateFixtures(material),
    ...validateSimulation(material),
    ...validateWords(material),
  ];
}
