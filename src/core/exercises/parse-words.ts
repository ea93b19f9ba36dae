import type { ArbitrateWords } from './arbitrate.ts';
import type { WriteWords } from './exercise.ts';
import { WordFile, type ParsedWords } from './word-file.ts';

const ends = ['hints', 'debrief', 'fairness'] as const;
const writeSections = ['brief', 'cases', 'checks', 'ladder', ...ends] as const;
const arbitrateSections = ['brief', 'cases', 'materials', 'criteria', 'reasons', ...ends] as const;

/** The words of an exercise in which a prompt is written. */
export function parseWords(markdown: string): ParsedWords<WriteWords> {
  const file = new WordFile(markdown, writeSections);
  return file.parsed({ ...file.shared(), checks: file.checks(), ladder: file.pairs('ladder') });
}

/** The words of an exercise in which outputs are judged. */
export function parseArbitrateWords(markdown: string): ParsedWords<ArbitrateWords> {
  const file = new WordFile(markdown, arbitrateSections);
  return file.parsed({
    ...file.shared(),
    materials: file.pairs('materials'),
    criteria: file.pairs('criteria'),
    reasons: file.pairs('reasons'),
  });
}
