import type { Scope } from '../reading/reading.ts';
import type { Wish } from '../temperament/obey.ts';
import { draftText, type Block, type Draft, type Manner } from './draft.ts';
import { fit } from './fit.ts';
import { boundsOf } from './limits.ts';

/** Lengths that hold for parts of the answer: each item, the first paragraph, every sentence. */
export function fitScoped(
  draft: Draft,
  wishes: readonly Wish[],
  manner: Manner,
  padding: readonly string[],
  bank: ReadonlySet<string>,
): void {
  for (const { request, kept, polarity, decision } of wishes) {
    if (request.kind !== 'count' || request.scope.which === 'all' || !kept || polarity === -1) continue;
    // A line of a stanza is a sentence until it is written down.
    const unit = request.unit === 'line' && request.scope.unit === 'paragraph' ? 'sentence' : request.unit;
    if (!/^(?:word|character|sentence)$/.test(unit)) continue;
    for (const part of partsAt(draft, request.scope)) {
      const said = draftText(draft);
      const unused = padding.filter((text) => !said.includes(text));
      fit([part], [{ unit, ...boundsOf(request), because: decision }], manner, unused, bank);
    }
  }
}

/** The parts of a draft that a scope means; a sentence is a part of its own. */
function partsAt(draft: Draft, scope: Scope): Block[] {
  const body = draft.filter((block) => !block.fixed && block.kind !== 'heading');
  const items = body.filter((block) => block.kind === 'item');
  const parts: Block[] =
    scope.unit === 'sentence'
      ? body.flatMap((block) => block.sentences.map((one): Block => ({ kind: 'paragraph', sentences: [one] })))
      : (scope.unit === 'item' || scope.unit === 'line') && items.length > 0
        ? items
        : body;
  if (scope.which === 'each') return parts;
  const one = scope.which === 'first' ? parts[0] : scope.which === 'last' ? parts.at(-1) : parts[(scope.n ?? 1) - 1];
  return one ? [one] : [];
}
