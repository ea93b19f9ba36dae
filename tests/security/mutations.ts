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

/** Every place in a value, as the container and the key it stands under. */
function placesIn(value: unknown): [Container, string][] {
  if (!isContainer(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): [Container, string][] => [[value, key], ...placesIn(inner)]);
}

/** A sound value with one to three things wrong in it: replaced, missing, doubled, or under a dangerous name. */
export function damaged(sound: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'double', 'number', 'cut'),
    by: junk,
    name: fc.constantFrom('__proto__', 'constructor', 'toString', 'extra', '0', ''),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const root = { value: structuredClone(sound) };
    for (const { at, how, by: junk, name } of changes) {
      const by = structuredClone(junk);
      const places = placesIn(root);
      const [container, key] = places[at % places.length] ?? [root, 'value'];
      const fields = container as Record<string, unknown>;
      const inner = fields[key];
      if (how === 'replace') fields[key] = by;
      else if (how === 'remove') delete fields[key];
      else if (how === 'double' && Array.isArray(inner)) inner.push(...inner);
      else if (how === 'number' && typeof inner === 'number') fields[key] = inner * -1e9;
      else if (how === 'cut' && typeof inner === 'string') fields[key] = inner.slice(0, at % (inner.length + 1));
      else if (isContainer(inner))
        Object.defineProperty(inner, name, { value: by, enumerable: true, configurable: true, writable: true });
    }
    return root.value;
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
    fc.constant(`${'['.repeat(2_000)}`),
  );
  const change = fc.record({ from: fc.nat(), length: fc.nat({ max: 400 }), piece, twice: fc.boolean() });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) =>
    changes.reduce((whole, { from, length, piece: put, twice }) => {
      const at = from % (whole.length + 1);
      return `${whole.slice(0, at)}${put}${twice ? whole.slice(Math.max(0, at - length)) : whole.slice(at + length)}`;
    }, text),
  );
}
