import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { exercises } from '#services/exercises/vite-plugin.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import type { Benches } from './compare-page.ts';
import type { Watched } from './compare-frames.ts';
import { printFigures, type Figure } from './figure.ts';

/**
 * `npm run bench -- compare`: how the compare page keeps up, in Chromium, with the page's own components built as the app is
 * built. Each row is set against the plain way in the same run: what depends on the machine is told by the ratio.
 * `--only panes|stream|diff|matrix` runs one of the rows.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' } },
  allowPositionals: true,
});

const outDir = mkdtempSync(path.join(tmpdir(), 'candor-bench-'));
await build({
  configFile: false,
  logLevel: 'error',
  base: './',
  plugins: [svelte(), exercises()],
  worker: { format: 'es', plugins: () => [exercises()] },
  build: { outDir, emptyOutDir: true, target: 'es2023', rolldownOptions: { input: 'tests/bench/compare-page.html' } },
});
const server = await preview({
  configFile: false,
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch(chromiumLaunch());
const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
page.on('pageerror', (error) => console.error(error.message));
await page.goto(`${server.resolvedUrls?.local[0]}tests/bench/compare-page.html`);
await page.waitForFunction(() => 'benches' in window);

function run<Name extends keyof Benches>(name: Name): Promise<Awaited<ReturnType<Benches[Name]>>> {
  return page.evaluate(
    (bench) => (window as unknown as { benches: Record<string, () => unknown> }).benches[bench]!(),
    name,
  ) as Promise<Awaited<ReturnType<Benches[Name]>>>;
}

const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const times = (ratio: number) => `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
const tasks = ({ longTasks, longestTaskInMs }: Watched) =>
  longTasks === 0 ? 'none' : `${longTasks}, to ${milliseconds(longestTaskInMs)}`;

const rows: Record<string, () => Promise<Figure[]>> = {
  async panes() {
    const { ours, plain } = await run('panes');
    const what = '6 panes, 200 tokens/s each, 2,000 words';
    return [
      {
        what: `${what}: tasks over 50 ms`,
        measured: tasks(ours),
        goal: `none; plain: ${tasks(plain)}`,
        kept: ours.longTasks === 0,
      },
      {
        what: `${what}: frames on time`,
        measured: percent(ours.onTime),
        goal: `≥ 95 %; plain: ${percent(plain.onTime)}`,
        kept: ours.onTime >= 0.95,
      },
    ];
  },
  async stream() {
    const { once, streamed, plain, frames } = await run('hundredKilobytes');
    const ratio = streamed / once;
    return [
      {
        what: `100 KB of Markdown in ${frames} frames, against rendering it once (${milliseconds(once)})`,
        measured: times(ratio),
        goal: `≤ 3 ×; plain: ${times(plain / once)}`,
        kept: ratio <= 3,
      },
    ];
  },
  async diff() {
    const found = await run('diffs');
    const figure = (what: string, value: number, plain: string): Figure => ({
      what: `word diff of two 20,000-word texts, ${what}`,
      measured: milliseconds(value),
      goal: `≤ 150 ms${plain}`,
      kept: value <= 150,
    });
    return [
      figure('1 % of the words differ', found.few, `; plain: ${milliseconds(found.plainFew)}`),
      figure('20 % of the words differ', found.many, `; plain: ${milliseconds(found.plainMany)}`),
      figure('nothing in common', found.another, ''),
      {
        what: 'longest frame of the page meanwhile',
        measured: milliseconds(found.longestFrameInMs),
        goal: '≤ 50 ms',
        kept: found.longestFrameInMs <= 50,
      },
    ];
  },
  async matrix() {
    const { cells, paint, scroll, plainPaint, plainScroll } = await run('matrix');
    return [
      {
        what: `matrix of ${cells} cells, first paint`,
        measured: milliseconds(paint),
        goal: `≤ 300 ms; plain: ${milliseconds(plainPaint)}`,
        kept: paint <= 300,
      },
      {
        what: `matrix of ${cells} cells, frames on time while it scrolls`,
        measured: percent(scroll.onTime),
        goal: `≥ 99 %; plain: ${percent(plainScroll.onTime)}`,
        kept: scroll.onTime >= 0.99,
      },
    ];
  },
};

const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(rows)) {
    if (values.only !== undefined && values.only !== name) continue;
    try {
      figures.push(...(await measure()));
    } catch (error) {
      // One row that breaks does not take the others with it.
      figures.push({ what: `${name}: ${String(error).split('\n')[0]}`, measured: 'failed', goal: '', kept: false });
    }
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true });
}
printFigures(figures, {}, values.json ?? false);
