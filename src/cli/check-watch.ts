import { watch } from 'node:fs';
import { sep } from 'node:path';
import { exerciseIds, lessonsFolder } from '#services/exercises/folder.ts';
import { lessonFolders } from '#services/lessons/folder.ts';
import { pathsFile } from '#services/lessons/paths-file.ts';
import type { Targets } from './check-targets.ts';
import { stopSignal } from './commands/serve-until.ts';
import type { Console } from './console.ts';

/** An editor saves a file in several strokes: rename, write, touch. */
const settlesInMs = 120;

/**
 * Checks what is asked for, then whatever of it changes, until told to stop. `all`: exercises and lessons that appear
 * later are wanted too.
 */
export async function watchExercises(
  root: string,
  wanted: Targets,
  all: boolean,
  console: Pick<Console, 'note'>,
  check: (targets: Targets) => Promise<void>,
  stopped: Promise<void> = stopSignal(),
): Promise<0> {
  const changed = new Set<string>();
  let wake: () => void = () => {};
  const watcher = watch(root, { recursive: true }, (_, file) => {
    if (file === null || file.split(sep).some((part) => part.startsWith('.'))) return;
    changed.add(file.split(sep).join('/'));
    wake();
  });
  let going = true;
  void stopped.then(() => {
    going = false;
    wake();
  });

  await Promise.race([check(wanted), stopped]);
  while (going) {
    if (changed.size === 0) {
      console.note('watching for changes; Ctrl+C stops');
      await new Promise<void>((resolve) => (wake = resolve));
      if (!going) break;
      await new Promise((resolve) => setTimeout(resolve, settlesInMs));
    }
    const files = [...changed];
    changed.clear();
    const targets = touched(root, files, wanted, all);
    if (targets.exercises.length + targets.lessons.length > 0 || targets.paths)
      await Promise.race([check(targets), stopped]);
  }
  watcher.close();
  return 0;
}

/** What of the wanted the changed files belong to; what was deleted is no longer there to check. */
function touched(root: string, files: readonly string[], wanted: Targets, all: boolean): Targets {
  const folders = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
  const lessons = lessonFolders(root).filter((skill) => all || wanted.lessons.includes(skill));
  return {
    exercises: exerciseIds(root).filter((id) => folders.has(id) && (all || wanted.exercises.includes(id))),
    lessons: lessons.filter((skill) => folders.has(`${lessonsFolder}/${skill}`)),
    paths: wanted.paths && folders.has(pathsFile),
  };
}
