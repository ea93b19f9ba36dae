import type { Scope } from '../../reading/reading.ts';
import type { Block, Draft } from '../draft.ts';

/** Blocks that carry the matter. */
export function bodyBlocks(draft: Draft): Block[] {
  return draft.filter((block) => !block.fixed && block.kind !== 'heading');
}

/** The block that a scope means; the last of the body when it means none. */
export function bodyBlock(draft: Draft, scope: Scope): Block {
  const blocks = blocksFor(draft, scope);
  const wanted =
    scope.which === 'first' ? blocks[0] : scope.which === 'nth' ? blocks[(scope.n ?? 1) - 1] : blocks.at(-1);
  if (wanted) return wanted;
  const made: Block = { kind: 'paragraph', sentences: [] };
  draft.push(made);
  return made;
}

function blocksFor(draft: Draft, { unit }: Scope): Block[] {
  const all = bodyBlocks(draft);
  const own = all.filter((block) => block.kind === 'paragraph');
  return unit === 'paragraph' && own.length > 0 ? own : all;
}

/** A run of sentences in a block: all of them, or the one that a scope of sentences means. */
export interface Run {
  block: Block;
  from: number;
  to: number;
}

/** The parts of the body that a scope means, "each sentence" and "the second sentence" among them. */
export function runsAt(draft: Draft, scope: Scope): Run[] {
  const whole = (block: Block): Run => ({ block, from: 0, to: Math.max(0, block.sentences.length - 1) });
  const runs: Run[] =
    scope.unit === 'sentence'
      ? bodyBlocks(draft).flatMap((block) => block.sentences.map((_, at): Run => ({ block, from: at, to: at })))
      : blocksFor(draft, scope).map(whole);
  if (scope.which === 'each') return runs;
  const one = scope.which === 'first' ? runs[0] : scope.which === 'nth' ? runs[(scope.n ?? 1) - 1] : runs.at(-1);
  return [one ?? whole(bodyBlock(draft, scope))];
}
