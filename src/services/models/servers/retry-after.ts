/**
 * How long a server asks to wait, in milliseconds. Across origins a page reads only the headers that the server
 * exposes, so the body is asked too; `undefined` where neither says.
 */
export function retryAfter(headers: Headers, body: unknown, nowInMs: number): number | undefined {
  return (
    inMs(headers.get('retry-after-ms'), 1) ??
    inMs(headers.get('retry-after'), 1000) ??
    untilDate(headers.get('retry-after'), nowInMs) ??
    fromBody(body)
  );
}

function inMs(value: string | null, unit: number): number | undefined {
  if (value === null || !/^\s*\d+(?:\.\d+)?\s*$/.test(value)) return undefined;
  return Math.ceil(Number(value) * unit);
}

function untilDate(value: string | null, nowInMs: number): number | undefined {
  // Dates of HTTP begin with the name of a day; Date.parse alone would make a date of "-5", too.
  const date = value !== null && /^\s*[a-z]{3},/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowInMs);
}

/** Google's `RetryInfo`, and "try again in 1m2.5s", which OpenAI and those who copy it write. */
function fromBody(body: unknown): number | undefined {
  const text = JSON.stringify(body) ?? '';
  const delay = /"retryDelay":"(\d+(?:\.\d+)?)s"/.exec(text);
  if (delay) return Math.ceil(Number(delay[1]) * 1000);
  const words = /try again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)(ms|s))?/i.exec(text);
  if (!words || words.slice(1, 4).every((part) => part === undefined)) return undefined;
  const [, hours = '0', minutes = '0', rest = '0', unit] = words;
  return Math.ceil((Number(hours) * 3600 + Number(minutes) * 60) * 1000 + Number(rest) * (unit === 'ms' ? 1 : 1000));
}
