/** Number of letters to add, drop, change or swap with a neighbour to make one name of the other. */
export function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(current[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[other.length]!;
}

/** The known names that someone who typed `name` probably meant, nearest first. */
export function nearNames(name: string, known: Iterable<string>, most = 3): string[] {
  const typed = name.toLowerCase();
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: distanceBetween(typed, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, distance }) => distance <= Math.max(1, Math.floor(Math.min(typed.length, candidate.length) / 3)),
    )
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A name typed in part (`refund` for `support/refund-outside-policy`) is near too. */
function distanceBetween(typed: string, candidate: string): number {
  const whole = editDistance(typed.slice(0, 200), candidate);
  if (typed.length >= 3 && candidate.includes(typed)) return Math.min(whole, 1);
  const slug = candidate.slice(candidate.lastIndexOf('/') + 1);
  const typedSlug = typed.slice(typed.lastIndexOf('/') + 1, 200);
  return slug === candidate ? whole : Math.min(whole, editDistance(typedSlug, slug) + (typed.includes('/') ? 1 : 0));
}

/** `; did you mean "a" or "b"?`, or nothing when no name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearNames(name, known).map((candidate) => `"${candidate}"`);
  if (near.length === 0) return '';
  const last = near.pop()!;
  return `; did you mean ${near.length > 0 ? `${near.join(', ')} or ${last}` : last}?`;
}

/** `"a", "b" and "c"`. */
export function nameList(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
}
