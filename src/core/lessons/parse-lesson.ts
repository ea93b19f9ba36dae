import { parse, type Parsed } from '#core/exercises/parse-exercise.ts';
import { WordFile, type ParsedWords } from '#core/exercises/word-file.ts';
import { LessonFileSchema, type LessonFile, type LessonWords } from './lesson.ts';

/** Checks the value read from a `lesson.yaml`. */
export const parseLessonFile = (value: unknown): Parsed<LessonFile> => parse(LessonFileSchema, value);

const sections = ['what', 'helps', 'limits', 'example', 'change', 'evidence', 'practise'] as const;

/** The words of a lesson. */
export function parseLessonWords(markdown: string): ParsedWords<LessonWords> {
  const file = new WordFile(markdown, sections);
  return file.parsed({
    ...file.head(),
    what: file.prose('what'),
    helps: file.prose('helps'),
    limits: file.prose('limits'),
    example: file.prose('example'),
    change: file.prose('change'),
    evidence: file.pairs('evidence'),
    practise: file.prose('practise'),
  });
}
