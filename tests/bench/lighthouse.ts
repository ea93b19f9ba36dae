import { readFileSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromiumLaunch } from '../support/chromium.ts';
import type { BuiltApp } from './built-app.ts';
import { fetched } from './fetched.ts';
import type { Figure } from './figure.ts';

const pages = {
  catalogue: '',
  'a practice page': '#/practice/support/refund-outside-policy',
  'a lesson': '#/lessons/examples',
};
/** It takes half a minute on a quiet machine; one that hangs must not hold up the others. */
const longestInMs = 150_000;

const categories = ['accessibility', 'best-practices', 'seo', 'performance'] as const;

interface Report {
  categories: Record<
    (typeof categories)[number],
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { score: number | null; title: string }>;
}

/** What Lighthouse says of three pages, as a telephone and as a computer; fetched on demand. Version 12 runs on Node 20. */
export async function measureLighthouse({ url }: BuiltApp): Promise<Figure[]> {
  const home = await fetched('lighthouse', '12.8.2');
  const figures: Figure[] = [];
  for (const [name, address] of Object.entries(pages)) {
    for (const device of ['mobile', 'desktop'] as const) {
      console.error(`Lighthouse: ${name}, ${device}`);
      let report: Report;
      try {
        report = await inspect(home, `${url}${address}`, device);
      } catch (error) {
        const what = `Lighthouse, ${name}, ${device}: ${String(error)}`;
        figures.push({ what, measured: 'failed', goal: '100, 100, 100; ≥ 98', kept: false });
        continue;
      }
      const points = categories.map((category) => Math.round((report.categories[category].score ?? 0) * 100));
      const missed = categories
        .filter((category) => category !== 'performance')
        .flatMap((category) => report.categories[category].auditRefs)
        .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id);
      figures.push({
        what: `Lighthouse, ${name}, ${device}: accessibility, best practices, SEO; performance${missed.length > 0 ? ` (missed: ${missed.join(', ')})` : ''}`,
        measured: `${points.slice(0, 3).join(', ')}; ${points[3]}`,
        goal: '100, 100, 100; ≥ 98',
        kept: points.slice(0, 3).every((point) => point === 100) && points[3]! >= 98,
      });
    }
  }
  return figures;
}

async function inspect(home: string, address: string, device: 'mobile' | 'desktop'): Promise<Report> {
  const { executablePath, args } = chromiumLaunch();
  const file = path.join(tmpdir(), `candor-lighthouse-${process.pid}.json`);
  const parameters = [
    path.join(home, 'node_modules/lighthouse/cli/index.js'),
    address,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${categories.join(',')}`,
    `--chrome-flags=${['--headless=new', ...args].join(' ')}`,
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
  ];
  const env = { ...process.env, ...(executablePath ? { CHROME_PATH: executablePath } : {}) };
  await promisify(execFile)(process.execPath, parameters, { env, timeout: longestInMs });
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(file);
  return report;
}
