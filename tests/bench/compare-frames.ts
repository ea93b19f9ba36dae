/** What a page did while it was watched. */
export interface Watched {
  /** Share of the screen's frames that were drawn, 0 to 1. */
  onTime: number;
  longTasks: number;
  longestTaskInMs: number;
  longestFrameInMs: number;
}

/** The screen's own rhythm, in milliseconds. */
const frameInMs = 1000 / 60;

/** Watches frames and long tasks (over 50 ms) until it is told to stop. */
export function watchFrames(): () => Watched {
  const gaps: number[] = [];
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  let last: number | undefined;
  let frame = requestAnimationFrame(function next(now) {
    if (last !== undefined) gaps.push(now - last);
    last = now;
    frame = requestAnimationFrame(next);
  });
  return () => {
    cancelAnimationFrame(frame);
    tasks.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    const due = gaps.reduce((sum, gap) => sum + Math.max(1, Math.round(gap / frameInMs)), 0);
    return {
      onTime: due > 0 ? gaps.length / due : 0,
      longTasks: tasks.length,
      longestTaskInMs: Math.max(0, ...tasks),
      longestFrameInMs: Math.max(0, ...gaps),
    };
  };
}

/** After what was changed has been drawn. */
export const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => void setTimeout(resolve, 0)));

export const after = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
