/**
 * Starts to count what the processor spends on this process, in ms. Unlike the clock's time it does not grow while the
 * machine is busy with others, so a bound on it says something of the code alone.
 */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
