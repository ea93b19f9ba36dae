/**
 * The moment at which every sandbox's clock stands, for what an answer is worth may not depend on the day: noon on the last
 * day of a quarter, so that tables about "this quarter" and "so far this year" can hold what those words mean.
 */
export const standstill = Date.UTC(2026, 2, 31, 12);

const fields = ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'] as const;

/**
 * Stops the clock of a worker that does nothing but run a sandbox, and sets it to UTC: QuickJS asks its surroundings for
 * the time and for the offset of the time zone, and draws its random numbers from the time.
 */
export function stopClock(date: DateConstructor): void {
  date.now = () => standstill;
  const prototype = date.prototype;
  for (const field of fields) prototype[`get${field}`] = prototype[`getUTC${field}`];
  prototype.getTimezoneOffset = () => 0;
}
