/**
 * A function of a text that remembers what it found: the same words and sentences come back in every prompt, sample and
 * output. Bounded: when `most` are known it forgets them all and begins anew. Results are shared, so nobody may change one.
 */
export function bounded<Result>(most: number, work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
