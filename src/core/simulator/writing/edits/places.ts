import type { Scope } from '../../reading/reading.ts';
import type { Block, Draft } from '../draft.ts';

/** Blocks that carry the matter. */
export function bodyBlocks(draft: Draft): Block[] {
  return draft.filter((block) => !block.fixed && block.kind !== 'heading');
}

/** The block that a scope means; the last of the body when it means none. */
export function bodyBlock(draft: Draft, scope: Scope): Block {
  const all = bodyBlocks(draft);
  const own = all.filter((block) => block.kind === 'paragraph');
  const blocks = scope.unit === 'paragraph' && own.length > 0 ? own : all;
  const wanted =
    scope.which === 'first' ? blocks[0] : scope.which === 'nth' ? blocks[(scope.n ?? 1) - 1] : blocks.at(-1);
  if (wanted) return wanted;
  const made: Block = { kind: 'paragraph', sentences: [] };
  draft.push(made);
  return made;
}
