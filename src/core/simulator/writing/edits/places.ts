import type { Scope } from '../../reading/reading.ts';
import type { Block, Draft } from '../draft.ts';

/** Blocks that carry the matter. */
export function bodyBlocks(draft: Draft): Block[] {
  return draft.filter((block) => !block.fixed && block.kind !== 'heading');
}

/** The block that a scope means; the last of the body when it means none. */
export function bodyBlock(draft: Draft, scope: Scope): Block {
  const blocks = bodyBlocks(draft);
  const wanted =
    scope.which === 'first' ? blocks[0] : scope.which === 'nth' ? blocks[(scope.n ?? 1) - 1] : blocks.at(-1);
  if (wanted) return wanted;
  const made: Block = { kind: 'paragraph', sentences: [] };
  draft.push(made);
  return made;
}
