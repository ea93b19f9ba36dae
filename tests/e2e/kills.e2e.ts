import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { randomStream } from '#core/chance/chance.ts';
import { BrowserProcess } from './support/browser-process.ts';
import { CandorPage } from './support/candor-page.ts';
import { exerciseFromFiles } from './support/exercise-files.ts';
import { watchWrites, type Moment, type Said } from './support/kill-moments.ts';
import { storedPractice, type StoredPractice } from './support/stored.ts';
import { killWorkers, watchWorkers } from './support/workers.ts';

/**
 * A handful here, a hundred and more in `npm run test:long`. Each hit comes at a moment drawn from the seed: before,
 * within or after one of the writes that typing and running make.
 */
const hits = Number(process.env['CANDOR_KILLS'] ?? 6);
const seed = Number(process.env['CANDOR_SEED'] ?? 1);

const id = 'sales/suite-de-rendez-vous';
const exercise = exerciseFromFiles(id);
const samplesOfARun = exercise.cases.length * exercise.samples;
const variable = Object.keys(exercise.cases[0]!.values).find((name) => !exercise.common.includes(name))!;

type Way = 'browser killed' | 'pages killed' | 'page closed' | 'worker killed';
type Doing = 'typing' | 'running';

/** What must still be there. */
interface Known {
  /** As last found in the database. */
  rows: StoredPractice;
  /** All that was typed, oldest first; no text twice. */
  texts: string[];
  /** The oldest of them that may stand in the editor. */
  oldestText: number;
  /** What the page said when it was hit last. */
  said?: Said;
}

let profile: string;
let browser: BrowserProcess;

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'candor-kills-'));
  browser = new BrowserProcess(profile);
});
test.afterEach(async () => {
  await browser.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test(`nothing that was stored is lost in ${hits} hits at any moment of any write`, async ({ baseURL }) => {
  test.setTimeout(60_000 + hits * 40_000);
  const luck = randomStream(seed);
  const pick = <T>(...from: T[]): T => from[Math.floor(luck() * from.length)]!;
  const counts: Partial<Record<`${Doing}, ${Way}`, number>> = {};
  let known: Known = { rows: { attempts: [], outputs: [], progress: [], drafts: [] }, texts: [], oldestText: 0 };
  let running = false;

  for (let round = 1; round <= hits; round++) {
    const doing = pick<Doing>('typing', 'running', 'running');
    // The first of each kind in order, so that even a handful has them all.
    const ways: Way[] = ['browser killed', 'pages killed', 'page closed', 'worker killed'];
    const way = ways[round - 1] ?? pick<Way>('browser killed', 'browser killed', 'pages killed', ...ways);
    const lives = way === 'page closed' || way === 'worker killed';
    const moment: Moment = {
      write: 1 + Math.floor(luck() * (doing === 'typing' ? 6 : samplesOfARun + 5)),
      where: lives ? 'after' : pick('before', 'asked', 'committed', 'after'),
      afterMs: Math.floor(luck() * 40),
    };
    const name = `${doing}, ${way}` as const;
    counts[name] = (counts[name] ?? 0) + 1;

    await test.step(`hit ${round}: ${name} at ${JSON.stringify(moment)}`, async () => {
      if (!running) await browser.start();
      running = way !== 'browser killed';
      const page = await browser.page();
      const candor = new CandorPage(page);
      let struck: (said: Said) => void = () => {};
      const hit = new Promise<Said>((resolve) => (struck = resolve));
      await watchWrites(page, (said) => struck(said));
      await watchWorkers(page);
      await page.goto(`${baseURL}#/practice/${id}`);
      known = await checked(candor, known);

      const write = async () => {
        const text = `Hit ${round}, text ${known.texts.length}: a follow-up for {{${variable}}}`;
        known.texts.push(text);
        await candor.write(candor.editor, text);
      };
      await page.evaluate((asked) => window.arm(asked), moment);
      const acts = async (): Promise<Said> => {
        await write();
        if (doing === 'running') {
          await candor.editor.press('ControlOrMeta+Enter');
          await candor.graded();
        } else {
          for (let more = 0; more < 4; more++) {
            await expect(candor.prompt.getByText('Draft saved')).toBeVisible({ timeout: 30_000 });
            await write();
          }
        }
        return page.evaluate(() => window.say()); // the moment lay behind the last write: it is now
      };
      const acting = acts();
      const said = await Promise.race([hit, acting]);
      if (way === 'browser killed') await browser.kill();
      if (way === 'pages killed') await browser.killPages();
      if (way === 'page closed') await page.close();
      if (way === 'worker killed') await killWorkers(page);
      await acting.catch(() => {}); // nobody acts on a page that is gone
      if (way === 'worker killed') await expect(candor.stopButton).toHaveCount(0);
      known = withSaid(known, said);
    });
  }
  if (!running) await browser.start();
  const page = await browser.page();
  await page.goto(`${baseURL}#/practice/${id}`);
  known = await checked(new CandorPage(page), known);
  const { attempts, outputs } = known.rows;
  console.log(
    `${hits} hits (seed ${seed}): ${JSON.stringify(counts)}; ${attempts.length} attempts, ${outputs.length} outputs, ${known.texts.length} drafts: none lost`,
  );
});

/** What the page said was stored has to be found from now on. */
function withSaid(known: Known, said: Said): Known {
  const saved = said.draftSaved ? said.typed : said.typedASecondAgo;
  return { ...known, said, oldestText: Math.max(known.oldestText, known.texts.indexOf(saved)) };
}

/** Waits until the exercise can be worked on, and compares what is there with what has to be. */
async function checked({ page, editor, attempts }: CandorPage, known: Known): Promise<Known> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(editor).not.toHaveText('', { timeout: 30_000 });
  const rows = await storedPractice(page);
  rows.attempts.sort((one, other) => one.createdAt - other.createdAt);
  const outputsOf = (attempt: string) => rows.outputs.filter((output) => output.attempt === attempt);

  // What was there is there as it was.
  expect(rows.attempts.slice(0, known.rows.attempts.length)).toEqual(known.rows.attempts);
  for (const { id: attempt } of known.rows.attempts) {
    expect(outputsOf(attempt)).toEqual(known.rows.outputs.filter((output) => output.attempt === attempt));
  }
  // What the page had said is there.
  const { said } = known;
  expect(rows.attempts.length).toBeGreaterThanOrEqual(said?.attempts ?? 0);
  const newest = rows.attempts.at(-1);
  if (said && newest) {
    expect(outputsOf(newest.id).length).toBeGreaterThanOrEqual(said.done);
    if (said.score && said.attempts === rows.attempts.length) expect(newest.grade).toBeDefined();
  }
  // What is there is whole: nothing half written, nothing that runs for ever.
  for (const { id: attempt, status, grade } of rows.attempts) {
    expect(status).toMatch(/^(?:done|interrupted)$/);
    if (status === 'done') expect(grade).toBeDefined();
    if (status === 'done') expect(outputsOf(attempt)).toHaveLength(samplesOfARun);
  }
  if (rows.attempts.length > 0) {
    expect(rows.progress).toEqual([expect.objectContaining({ exercise: id, attempts: rows.attempts.length })]);
    await expect(attempts.getByRole('button')).toHaveCount(Math.min(rows.attempts.length, 200), { timeout: 30_000 });
  }
  // A draft is at least as new as what the page said it had saved, or what was a second old.
  const text = (await editor.textContent()) ?? '';
  if (known.texts.length === 0) known.texts.push(text); // what the exercise starts from
  const found = known.texts.indexOf(text);
  expect(found, `which of ${known.texts.length} texts was found`).toBeGreaterThanOrEqual(known.oldestText);
  return { rows, texts: known.texts, oldestText: found };
}
