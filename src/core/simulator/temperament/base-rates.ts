import type { Request } from '../reading/reading.ts';
import { bySize, type BySize } from './sizes.ts';

/**
 * Share of answers that keep an instruction stated once and barely: published responses to 541 prompts, counted by
 * kind and model tier (IFEval, arXiv 2311.07911; evidence, section 9). Kinds without a row of their own borrow the
 * nearest one's.
 */
const kept = {
  content: bySize(0.65, 0.85, 0.93),
  labels: bySize(0.9, 0.95, 0.98),
  format: bySize(0.85, 0.94, 0.98),
  only: bySize(0.75, 0.88, 0.95),
  title: bySize(0.78, 0.97, 0.98),
  postscript: bySize(0.78, 0.96, 0.99),
  sections: bySize(0.55, 0.8, 0.98),
  quotation: bySize(0.4, 0.85, 0.93),
  edge: bySize(0.51, 0.79, 0.91),
  items: bySize(0.46, 0.65, 0.82),
  language: bySize(0.73, 0.88, 0.97),
  lower: bySize(0.36, 0.81, 0.94),
  upper: bySize(0.18, 0.66, 0.91),
  include: bySize(0.63, 0.83, 0.94),
  times: bySize(0.46, 0.76, 0.88),
  exclude: bySize(0.45, 0.73, 0.86),
  ban: bySize(0.14, 0.67, 0.91),
  letter: bySize(0.47, 0.59, 0.67),
  words: bySize(0.54, 0.6, 0.78),
  sentences: bySize(0.58, 0.64, 0.74),
  paragraphs: bySize(0.2, 0.57, 0.86),
  paragraphStart: bySize(0.06, 0.31, 0.74),
  repeat: bySize(0.21, 0.33, 0.76),
  versions: bySize(0.2, 0.73, 0.93),
} as const satisfies Record<string, BySize<number>>;

/** The share of answers that keep a request, by size of model. */
export function keptShare(request: Request): BySize<number> {
  switch (request.kind) {
    case 'count':
      return request.unit === 'paragraph' || request.unit === 'section'
        ? kept.paragraphs
        : request.unit === 'item' || request.unit === 'line'
          ? kept.items
          : request.unit === 'sentence'
            ? kept.sentences
            : kept.words;
    case 'casing':
      return request.casing === 'upper' ? kept.upper : request.casing === 'lower' ? kept.lower : kept.include;
    case 'include':
      return request.times === undefined ? kept.include : kept.times;
    case 'start':
      return request.scope.unit === 'paragraph' && request.scope.which !== 'all' ? kept.paragraphStart : kept.edge;
    case 'end':
      return kept.edge;
    case 'labels':
      return kept.labels;
    case 'format':
      return kept.format;
    case 'only':
      return kept.only;
    case 'title':
    case 'highlight':
    case 'placeholder':
      return kept.title;
    case 'postscript':
      return kept.postscript;
    case 'sections':
    case 'separator':
      return kept.sections;
    case 'quotation':
      return kept.quotation;
    case 'language':
      return kept.language;
    case 'exclude':
      return kept.exclude;
    case 'ban':
      return kept.ban;
    case 'letter':
      return kept.letter;
    case 'repeat-request':
      return kept.repeat;
    case 'versions':
      return kept.versions;
    default:
      return kept.content;
  }
}

/** The share of answers that keep a stated need of an exercise. */
export const keptNeed = kept.content;
