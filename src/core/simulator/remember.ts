/**
 * Remembers what was worked out for an object (and a second one), as long as it lives. All samples of a prompt share
 * its messages, so the reading of a long prompt is done once; the result must not be changed by those who get it.
 */
export function remember<A extends object, B extends object, Result>(
  work: (a: A, b: B) => Result,
): (a: A, b: B) => Result {
  const known = new WeakMap<A, WeakMap<B, Result>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new WeakMap<B, Result>();
    known.set(a, ofA);
    const ready = ofA.get(b);
    if (ready !== undefined) return ready;
    const made = work(a, b);
    ofA.set(b, made);
    return made;
  };
}
