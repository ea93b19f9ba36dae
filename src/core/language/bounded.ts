/**
 * A function of a text that remembers what it found: the same words and sentences come back in every prompt, sample and
 * output. Bounded: when `most` are known, those that were not asked for since the last time are forgotten, so that
 * what is in use stays. Results are shared, so nobody may change one.
 */
export function bounded<Result>(most: number, work: (text: string) => Result): (text: string) => Result {
  let recent = new Map<string, Result>();
  let before = new Map<string, Result>();
  return (text) => {
    const found = recent.get(text);
    if (found !== undefined) return found;
    const made = before.get(text) ?? work(text);
    if (recent.size >= most) {
      before = recent;
      recent = new Map();
    }
    recent.set(text, made);
    return made;
  };
}
