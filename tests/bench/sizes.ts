import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A size that the built app must keep, in bytes after gzip. */
export interface Size {
  what: string;
  bytes: number;
  limit: number;
}

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  assets?: string[];
}

const kilobyte = 1000;

/** Everything a chunk loads before it can run: itself and its static imports. */
function closure(manifest: Record<string, Chunk>, start: string[]): Chunk[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
  };
  start.forEach(visit);
  return [...seen].map((key) => manifest[key]!);
}

/** The built scripts of that name that a text speaks of. */
function assetsNamed(name: string, text: string): string[] {
  const found = [...text.matchAll(new RegExp(`(?<=["/])${name}-[\\w-]+\\.js`, 'g'))].map(([file]) => `assets/${file}`);
  if (found.length === 0) throw new Error(`nothing built is named ${name}`);
  return [...new Set(found)];
}

/** Measures the built app in `dist` against its budgets. */
export function measureSizes(dist: string): Size[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const gzip = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const sum = (files: string[]) => [...new Set(files)].reduce((bytes, file) => bytes + gzip(file), 0);
  const keyEndingIn = (end: string) => Object.keys(manifest).filter((key) => key.endsWith(end));

  const filesOf = (part: string) =>
    Object.keys(manifest)
      .filter((key) => key.includes(part))
      .map((key) => manifest[key]!.file);
  const largest = (part: string) => Math.max(0, ...filesOf(part).map(gzip));

  // The page itself says what it begins with: its scripts, and what is fetched beside them.
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const entry = Object.keys(manifest).filter(
    (key) => /\.js$/.test(manifest[key]!.file) && page.includes(manifest[key]!.file),
  );
  const catalogue = closure(manifest, [...entry, ...keyEndingIn('CataloguePage.svelte')]);
  const practice = closure(manifest, [
    ...entry,
    ...keyEndingIn('PracticeRoute.svelte'),
    ...keyEndingIn('PracticePage.svelte'),
    ...keyEndingIn('compose-heavy.ts'),
  ]);
  const worker = assetsNamed('practice.worker', readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const grading = assetsNamed('grading', worker.map((file) => readFileSync(join(dist, file), 'utf8')).join());
  const fonts = catalogue
    .flatMap((chunk) => (chunk.css ?? []).map((css) => readFileSync(join(dist, css), 'utf8')))
    .flatMap((css) =>
      [...css.matchAll(/url\(\.?\/?(?:assets\/)?([\w.-]+\.woff2)\)/g)].map((match) => `assets/${match[1]}`),
    )
    .filter((file) => existsSync(join(dist, file)) && !/mono/i.test(file));

  return [
    {
      what: 'JavaScript of the first view (catalogue and the index of the exercises)',
      bytes: sum(catalogue.map((chunk) => chunk.file)),
      limit: 60 * kilobyte,
    },
    {
      what: 'JavaScript until one can type (practice)',
      bytes: sum(practice.map((chunk) => chunk.file)),
      limit: 190 * kilobyte,
    },
    { what: 'worker with the simulated model', bytes: sum(worker), limit: 195 * kilobyte },
    { what: 'grading, beside the first answer', bytes: sum(grading), limit: 70 * kilobyte },
    { what: 'largest exercise, when it is opened', bytes: largest('candor/exercise/'), limit: 30 * kilobyte },
    { what: 'largest lesson, when it is opened', bytes: largest('candor/lesson/'), limit: 8 * kilobyte },
    {
      what: 'most that was learnt of one exercise’s wordings, when the simulated model is first asked',
      bytes: largest('candor/learnt/'),
      limit: 80 * kilobyte,
    },
    { what: 'CSS of the first view', bytes: sum(catalogue.flatMap((chunk) => chunk.css ?? [])), limit: 15 * kilobyte },
    { what: 'fonts of the first view', bytes: sum(fonts), limit: 60 * kilobyte },
  ];
}
