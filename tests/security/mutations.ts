import fc from 'fast-check';

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    0.1,
    '',
    [],
    {},
    '\u0000',
    '\ud800',
    '{{',
    '__proto__',
    'x'.repeat(70_000),
  ),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}')),
  fc.constant(Array.from({ length: 300 }, (_, index) => index)),
  fc.nat({ max: 400 }).map((depth) => JSON.parse('['.repeat(depth + 1) + ']'.repeat(depth + 1)) as unknown),
  fc.jsonValue(),
);

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, at: readonly string[] = [], found: (readonly string[])[] = []) {
  if (isContainer(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const place = [...at, key];
      found.push(place);
      placesIn(inner, place, found);
    }
  }
  return found;
}

/** So that whatever one door does to a value cannot reach the next, and a door that does something is found out. */
function frozen<T>(value: T): T {
  if (isContainer(value) && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const copyOf = (container: Container): Container => (Array.isArray(container) ? [...container] : { ...container });

/**
 * A sound value with one to three things wrong in it: replaced, missing, doubled, or under a dangerous name. Only what
 * stands around them is copied: of the rest there is one, which nobody can change.
 */
export function damaged(sound: unknown): fc.Arbitrary<unknown> {
  const root = frozen({ value: structuredClone(sound) });
  const places = placesIn(root);
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'double', 'number', 'cut'),
    by: junk.map(frozen),
    name: fc.constantFrom('__proto__', 'constructor', 'toString', 'extra', '0', ''),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const result = { ...root };
    for (const { at, how, by, name } of changes) {
      let fields = result as Record<string, unknown>;
      const place = [...places[at % places.length]!];
      let key = place.shift()!;
      // As far as the way still leads after what was done before.
      for (let next = fields[key]; place.length > 0 && isContainer(next) && place[0]! in next; next = fields[key]) {
        fields = fields[key] = copyOf(next) as Record<string, unknown>;
        key = place.shift()!;
      }
      const inner = fields[key];
      const copied = () => (fields[key] = copyOf(inner as Container));
      if (how === 'replace') fields[key] = by;
      else if (how === 'remove') delete fields[key];
      else if (how === 'double' && Array.isArray(inner))
        fields[key] = [...(inner as unknown[]), ...(inner as unknown[])];
      else if (how === 'number' && typeof inner === 'number') fields[key] = inner * -1e9;
      else if (how === 'cut' && typeof inner === 'string') fields[key] = inner.slice(0, at % (inner.length + 1));
      else if (isContainer(inner))
        Object.defineProperty(copied(), name, { value: by, enumerable: true, configurable: true, writable: true });
    }
    return result.value;
  });
}

/** A text with pieces cut out, doubled, or put in from elsewhere. */
export function garbled(text: string): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      '\u0000',
      '\ufeff',
      '\u202e',
      '---\n',
      '## ',
      '- ',
      ': ',
      '\t',
      '\r',
      '{',
      '}',
      '"',
      "'",
      '`',
      '&a',
      '*a',
      '<<: ',
      '!!js',
      '%',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constant('a: &x [*x]\n'),
    fc.constant('['.repeat(100)),
  );
  const change = fc.record({ from: fc.nat(), length: fc.nat({ max: 400 }), piece, twice: fc.boolean() });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) =>
    changes.reduce((whole, { from, length, piece: put, twice }) => {
      const at = from % (whole.length + 1);
      return `${whole.slice(0, at)}${put}${twice ? whole.slice(Math.max(0, at - length)) : whole.slice(at + length)}`;
    }, text),
  );
}
