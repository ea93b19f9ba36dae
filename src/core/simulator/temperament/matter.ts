import type { OutputFormat, Reading, Request } from '../reading/reading.ts';

/** Requests about one thing, which a model gets or misses together. */
type Matter = 'paragraphs' | 'versions' | 'sections' | 'items' | 'frame';

/** Forms that a program reads: a word around them breaks them. */
export const isStrictForm = (format: OutputFormat): boolean => /^(?:json|yaml|xml|csv|code)$/.test(format);

/**
 * What a request is about, when other requests are about it too: "four paragraphs, divided by ***, the second begins
 * with 'Still'" is one thing to keep in mind, not three, and its parts share one draw. The part with the lowest share
 * goes first, as in the published counts, where each was judged with all that belongs to it.
 */
export function matterOf(request: Request, reading: Reading): Matter | undefined {
  const asks = (kind: Request['kind']) => reading.instructions.some((one) => one.request.kind === kind);
  switch (request.kind) {
    case 'versions':
      return 'versions';
    case 'separator':
      return asks('versions') ? 'versions' : 'paragraphs';
    case 'sections':
      return 'sections';
    case 'start':
      return request.scope.unit === 'paragraph' && request.scope.which === 'nth' ? 'paragraphs' : undefined;
    case 'count':
      if (request.scope.which !== 'all' || request.scope.part !== undefined) return undefined;
      return request.unit === 'paragraph' || request.unit === 'section'
        ? asks('sections')
          ? 'sections'
          : 'paragraphs'
        : request.unit === 'item' || request.unit === 'line'
          ? 'items'
          : undefined;
    case 'format':
      return isStrictForm(request.format) || request.format === 'label'
        ? 'frame'
        : /^(?:bullets|numbered)$/.test(request.format)
          ? 'items'
          : undefined;
    case 'labels':
    case 'only':
      return 'frame';
    default:
      return undefined;
  }
}
