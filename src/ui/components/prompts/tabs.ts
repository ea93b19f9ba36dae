/** The tab that an arrow key, Home or End leads to; `undefined` for other keys. */
export function tabByKey<T>(key: string, tabs: readonly T[], current: T): T | undefined {
  const at = tabs.indexOf(current);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step !== undefined) return tabs[(at + step + tabs.length) % tabs.length];
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  return undefined;
}
