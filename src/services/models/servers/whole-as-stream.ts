/**
 * An answer that came whole, as the events of a stream: some servers and proxies do not stream. `undefined` when the
 * JSON is no answer.
 */
export function wholeAsStream(json: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if ('error' in value && value.error) return eventOf(value);
  if (!('choices' in value) || !Array.isArray(value.choices)) return undefined;
  const choices = value.choices.map((choice: unknown) => {
    if (typeof choice !== 'object' || choice === null) return choice;
    return 'message' in choice ? { ...choice, delta: choice.message } : choice;
  });
  return eventOf({ ...value, choices });
}

const eventOf = (value: object) => `data: ${JSON.stringify(value)}\n\ndata: [DONE]\n\n`;
