/**
 * The time to write beside something that comes after what was written at `before`: now, or just after `before` where the
 * clock was set back meanwhile. Order and "which is newer" are told by these times, so they never run backwards.
 */
export function laterThan(before: number | undefined, now: number): number {
  return before === undefined || now > before ? now : before + 1;
}
