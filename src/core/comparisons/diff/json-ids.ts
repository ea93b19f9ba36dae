export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A number for each value, the same for equal ones, whatever the order of their keys. Each part is looked at once. */
export type JsonIds = (value: JsonValue) => number;

export function internJson(): JsonIds {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  const number = (content: string) => {
    let id = numbers.get(content);
    if (id === undefined) numbers.set(content, (id = numbers.size));
    return id;
  };
  const idOf = (value: JsonValue): number => {
    if (value === null || typeof value !== 'object') return number(JSON.stringify(value));
    const seen = known.get(value);
    if (seen !== undefined) return seen;
    const content = Array.isArray(value)
      ? `[${value.map(idOf).join()}]`
      : `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${idOf(value[key]!)}`)
          .join()}}`;
    const id = number(content);
    known.set(value, id);
    return id;
  };
  return idOf;
}
