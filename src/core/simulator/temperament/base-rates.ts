import type { Request, Unit } from '../reading/reading.ts';
import { isStrictForm } from './matter.ts';
import { bySize, type BySize } from './sizes.ts';

/**
 * Share of answers that keep an instruction stated once and barely: published responses to 541 prompts, counted by
 * kind and model tier (IFEval, arXiv 2311.07911; evidence, section 9). `content`, `form` and `only` have no row there
 * and stand between their neighbours.
 */
const kept = {
  content: bySize(0.65, 0.85, 0.93),
  form: bySize(0.85, 0.94, 0.98),
  /** Strictly: a fence, a preamble or an offer breaks it, and is what breaks it most. */
  json: bySize(0.78, 0.78, 0.75),
  only: bySize(0.75, 0.88, 0.95),
  labels: bySize(0.9, 0.95, 0.98),
  title: bySize(0.78, 0.97, 0.98),
  postscript: bySize(0.78, 0.96, 0.99),
  sections: bySize(0.55, 0.8, 1),
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

type Kind = Request['kind'];
type Row<K extends Kind> = BySize<number> | ((request: Extract<Request, { kind: K }>) => BySize<number>);

const ofUnit: Record<Unit, BySize<number>> = {
  word: kept.words,
  character: kept.words,
  sentence: kept.sentences,
  paragraph: kept.paragraphs,
  section: kept.paragraphs,
  item: kept.items,
  line: kept.items,
};

/** Every kind of request has a row; those that were not counted borrow the nearest one's. */
const rows: { [K in Kind]: Row<K> } = {
  count: ({ unit }) => ofUnit[unit],
  brief: kept.words,
  detailed: kept.words,
  casing: ({ casing }) => (casing === 'upper' ? kept.upper : casing === 'lower' ? kept.lower : kept.include),
  capitals: kept.times,
  include: ({ times }) => (times === undefined ? kept.include : kept.times),
  exclude: kept.exclude,
  ban: ({ mark }) => (mark === ',' ? kept.ban : kept.exclude),
  letter: kept.letter,
  start: ({ scope }) => (scope.unit === 'paragraph' && scope.which !== 'all' ? kept.paragraphStart : kept.edge),
  end: kept.edge,
  quotation: kept.quotation,
  format: ({ format }) => (isStrictForm(format) ? kept.json : kept.form),
  only: kept.only,
  labels: kept.labels,
  title: kept.title,
  highlight: kept.title,
  placeholder: kept.title,
  postscript: kept.postscript,
  sections: kept.sections,
  separator: kept.sections,
  versions: kept.versions,
  'repeat-request': kept.repeat,
  language: kept.language,
  quote: kept.edge,
  order: kept.items,
  person: kept.content,
  'date-format': kept.labels,
  missing: kept.content,
  task: kept.content,
  content: kept.content,
  role: kept.content,
  audience: kept.content,
  tone: kept.content,
  steps: kept.content,
  'self-check': kept.content,
  ground: kept.content,
  'no-invention': kept.content,
  'no-personal-data': kept.content,
  'treat-as-data': kept.content,
  'ask-when-unclear': kept.content,
};

/** The share of answers that keep a request, by size of model. */
export function keptShare(request: Request): BySize<number> {
  const row = rows[request.kind] as Row<Kind>;
  return typeof row === 'function' ? row(request as never) : row;
}

/** The share of answers that keep a stated need of an exercise. */
export const keptNeed = kept.content;
