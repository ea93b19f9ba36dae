import type { Request } from './reading.ts';
import type { Found, Sentence } from './sentence.ts';

/** "If none fits, answer with the single word NONE" makes no other answer a word long. */
export function barelyInCase({ request }: Found, { parsed, low }: Sentence): boolean {
  if (request.kind !== 'count' || request.unit !== 'word' || request.value > 2 || request.op === '>=') return false;
  return (
    parsed.frames.some((frame) => frame.mode === 'condition') ||
    /\b(?:for when|for cases|in case|whenever|pour (?:quand|les cas|le cas)|au cas|en cas)\b/.test(low)
  );
}

/** What a request means that another one says better: "an address in [brackets]" hides no personal data. */
const drowned: Partial<Record<Request['kind'], readonly Request['kind'][]>> = {
  placeholder: ['no-personal-data', 'labels', 'highlight'],
  'repeat-request': ['ask-when-unclear', 'include', 'quote', 'quotation', 'steps'],
  sections: ['labels', 'ask-when-unclear'],
  letter: ['include'],
  labels: ['include'],
  quotation: ['quote', 'highlight'],
  start: ['ask-when-unclear', 'quote'],
  end: ['ask-when-unclear', 'quote', 'missing'],
};

export function undrowned(found: readonly Found[]): Found[] {
  const away = new Set(found.flatMap(({ request }) => drowned[request.kind] ?? []));
  const edge = found.flatMap(({ request }) =>
    request.kind === 'start' || request.kind === 'end' ? [request.text] : [],
  );
  const marker = found.flatMap(({ request }) =>
    request.kind === 'sections' && request.marker ? [request.marker.toLowerCase()] : [],
  )[0];
  return found.filter(({ request }) => {
    if (
      request.kind === 'include' &&
      edge.some((text) => request.texts.every((one) => text.toLowerCase().includes(one.toLowerCase())))
    )
      return false;
    if (request.kind === 'start' && marker !== undefined && request.text.toLowerCase().startsWith(marker)) return false;
    if (request.kind === 'labels') return !away.has('labels');
    return !away.has(request.kind);
  });
}
