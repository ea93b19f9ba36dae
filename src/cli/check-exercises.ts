import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import type { CheckCrew } from './check-crew.ts';
import type { CheckedExercise } from './check-exercise.ts';

/**
 * Checks exercises, those that take longest first, and hands them back in the order they were asked for, whichever was
 * ready first; `progress` gets a line that says what is being proved.
 */
export async function* checkExercises(
  root: string,
  ids: readonly string[],
  sizes: readonly SimulatedSize[],
  crew: CheckCrew,
  progress: (line: string) => void,
): AsyncGenerator<CheckedExercise> {
  const underWay = new Map<string, string>();
  let finished = 0;
  const check = async (id: string) => {
    const checked = await crew.do({ root, id, sizes }, (done, total) => {
      underWay.set(id, `${id} (prompt ${done + 1} of ${total})`);
      progress(`proving ${finished + 1} of ${ids.length}: ${[...underWay.values()].join(', ')}`);
    });
    underWay.delete(id);
    finished += 1;
    return checked;
  };
  const results = new Map(longestFirst(root, ids).map((id) => [id, check(id)]));
  for (const result of results.values()) result.catch(() => {}); // heard of when its turn comes
  for (const id of ids) yield await results.get(id)!;
}

/** More prompts, cases and steps take longer, and more lines. */
function longestFirst(root: string, ids: readonly string[]): string[] {
  const size = (id: string) => statSync(join(root, id, 'exercise.yaml'), { throwIfNoEntry: false })?.size ?? 0;
  return ids
    .map((id) => ({ id, size: size(id) }))
    .sort((a, b) => b.size - a.size)
    .map(({ id }) => id);
}
