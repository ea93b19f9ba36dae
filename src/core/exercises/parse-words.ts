import type { ArbitrateWords } from './arbitrate.ts';
import type { WriteWords } from './exercise.ts';
import type { WriteKind } from './vocabulary.ts';
import { WordFile, type ParsedWords } from './word-file.ts';

const ends = ['hints', 'debrief', 'fairness'] as const;
const arbitrateSections = ['brief', 'cases', 'materials', 'criteria', 'reasons', ...ends] as const;

/** The words of an exercise in which a prompt is written. */
export function parseWords(markdown: string, kind: WriteKind = 'write'): ParsedWords<WriteWords> {
  const own = ownSection[kind];
  const file = new WordFile(markdown, ['brief', 'cases', 'checks', 'ladder', ...(own ? [own] : []), ...ends]);
  return file.parsed({
    ...file.shared(),
    checks: file.checks(),
    ladder: file.pairs('ladder'),
    ...(own ? { [own]: file.pairs(own) } : {}),
  });
}

/** The section that only one kind has. */
const ownSection: Partial<Record<WriteKind, 'faults' | 'steps'>> = { repair: 'faults', chain: 'steps' };

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
