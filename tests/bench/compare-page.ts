import { diffWordsWithSpace } from 'diff';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { MarkdownWriter } from '#ui/markdown/markdown-writer.ts';
import { renderMarkdown } from '#ui/markdown/render-markdown.ts';
import { outputFingerprint } from '#core/comparisons/fingerprints.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { LiveOutput } from '#state/live-output.svelte.ts';
import { Frames } from '#state/frames.ts';
import { MatrixBoard } from '#state/matrix.svelte.ts';
import type { MatrixServices } from '#state/matrix-services.ts';
import { DiffWorker } from '#workers/diff-client.ts';
import { after, painted, watchFrames, type Watched } from './compare-frames.ts';
import { edited, markdownOf } from './compare-texts.ts';
import CompareMatrix from './CompareMatrix.svelte';
import ComparePanes from './ComparePanes.svelte';
import PlainMatrix from './PlainMatrix.svelte';

const differ = new DiffWorker();
/** About a token of English. */
const charactersInToken = 4;
/** What is loaded late and compiled is no matter of streaming. */
const startUpInMs = 1000;

/** Streams texts at a pace, all at once, calling `show` with what has arrived of each; resolves when all are whole. */
async function stream(
  texts: readonly string[],
  tokensInSecond: number,
  show: (index: number, text: string, whole: boolean) => void,
): Promise<void> {
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const lengths = texts.map(() => 0);
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - startedAt) / 1000) * tokensInSecond) * charactersInToken;
      for (const [index, text] of texts.entries()) {
        const end = Math.min(text.length, due);
        if (end === lengths[index]) continue;
        lengths[index] = end;
        show(index, text.slice(0, end), end === text.length);
      }
      if (lengths.every((length, index) => length === texts[index]?.length)) {
        clearInterval(timer);
        resolve();
      }
    }, 1000 / tokensInSecond);
  });
}

/** Six panes of 2,000 words each, at 200 tokens a second. */
async function panes(): Promise<{ ours: Watched; plain: Watched }> {
  const texts = Array.from({ length: 6 }, (_, index) => markdownOf(2000, index * 10 + 1));
  return { ours: await ourPanes(texts), plain: await plainPanes(texts) };
}

async function ourPanes(texts: readonly string[]): Promise<Watched> {
  const outputs = texts.map((_, index) => new LiveOutput({ variant: `pane ${index}`, case: 'one', sample: 0 }));
  const page = mount(ComparePanes, { target: document.body, props: { outputs, differ } });
  const frames = new Frames<LiveOutput, string>((output, text) => output.hear(text));
  const show = (index: number, text: string) => frames.add(outputs[index]!, text);
  await stream(['warm up '.repeat(40)], 200, show);
  await after(startUpInMs);
  const stop = watchFrames();
  await stream(texts, 200, show);
  await painted();
  const watched = stop();
  await unmount(page);
  return watched;
}

async function plainPanes(texts: readonly string[]): Promise<Watched> {
  const row = document.createElement('div');
  row.style.cssText = 'display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);height:100vh';
  const hosts = texts.map(() => {
    const host = document.createElement('div');
    host.className = 'markdown';
    host.style.overflow = 'auto';
    row.append(host);
    return host;
  });
  document.body.append(row);
  const stop = watchFrames();
  await stream(texts, 200, (index, text) => void (hosts[index]!.innerHTML = renderMarkdown(text)));
  await painted();
  const watched = stop();
  row.remove();
  return watched;
}

/** Scripting time of an answer of 100 KB, at 200 tokens a second and 60 frames, the clock turned by hand. */
function hundredKilobytes(): { once: number; streamed: number; plain: number; frames: number } {
  const text = markdownOf(16_500, 99).slice(0, 100_000);
  const host = document.createElement('div');
  document.body.append(host);
  const timed = (run: () => void) => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  };
  const inFrame = Math.round((200 * charactersInToken) / 60);
  const streamOnce = () => {
    host.replaceChildren();
    const writer = new MarkdownWriter(host);
    for (let end = inFrame, now = 0; end < text.length; end += inFrame, now += 1000 / 60) {
      writer.take(text.slice(0, end), false);
      writer.write(now);
    }
    writer.take(text, true);
    writer.finish();
  };
  const renderOnce = () => void (host.innerHTML = renderMarkdown(text));
  renderOnce();
  streamOnce(); // both compiled
  // The best of some runs, in turns: other work on the machine only ever adds.
  let once = Infinity;
  let streamed = Infinity;
  for (let run = 0; run < 6; run++) {
    once = Math.min(once, timed(renderOnce));
    streamed = Math.min(streamed, timed(streamOnce));
  }
  // Rendering everything in each frame takes minutes: one frame in four hundred stands for the rest.
  const frames = Math.ceil(text.length / inFrame);
  let plain = 0;
  for (let frame = 0; frame < frames; frame += 400) {
    plain += 400 * timed(() => void (host.innerHTML = renderMarkdown(text.slice(0, frame * inFrame))));
  }
  host.remove();
  return { once, streamed, plain, frames };
}

interface DiffTimes {
  few: number;
  many: number;
  another: number;
  longestFrameInMs: number;
  plainFew: number;
  plainMany: number;
}

/** Two texts of 20,000 words, from the question to the answer; another: two texts that have nothing to do with each other. */
async function diffs(): Promise<DiffTimes> {
  const text = markdownOf(20_000, 5);
  const others = { few: edited(text, 0.01), many: edited(text, 0.2), another: markdownOf(20_000, 77) };
  const asked = async (other: string) => {
    const times: number[] = [];
    for (let run = 0; run < 7; run++) {
      const startedAt = performance.now();
      await differ.texts('bench', text, other);
      times.push(performance.now() - startedAt);
    }
    return Math.min(...times); // other work on the machine only ever adds
  };
  await differ.texts('bench', markdownOf(1000, 1), markdownOf(1000, 2)); // the worker is there
  const stop = watchFrames();
  const [few, many, another] = [await asked(others.few), await asked(others.many), await asked(others.another)];
  const { longestFrameInMs } = stop();
  const directly = (other: string) => {
    const startedAt = performance.now();
    diffWordsWithSpace(text, other, { timeout: 30_000 });
    return performance.now() - startedAt;
  };
  return { few, many, another, longestFrameInMs, plainFew: directly(others.few), plainMany: directly(others.many) };
}

const never = () => Promise.reject(new Error('not in this bench'));

async function fullBoard(): Promise<MatrixBoard> {
  const comparisons = new MemoryComparisonStore();
  const model = (seed: number) => ({ id: `m${seed}`, model: { id: 'simulated-medium', seed } });
  const cases = Array.from({ length: 50 }, (_, index) => ({ id: `case-${index}`, values: { text: `Case ${index}` } }));
  const prompts = Array.from({ length: 20 }, (_, index) => ({
    id: `p${index}`,
    name: `Prompt ${index + 1}`,
    prompt: { system: '', turns: [], user: `Way ${index}: {{text}}`, parameters: {} },
  }));
  const models = [0, 1, 2, 3, 4].map(model);
  await comparisons.saveMatrix({
    ...{ id: 'bench', title: 'Bench', createdAt: 1, updatedAt: 1, subject: { kind: 'scratch', cases }, samples: 1 },
    ...{ prompts, models, cases: cases.map(({ id }) => id) },
  });
  const outputs = prompts.flatMap((prompt, x) =>
    models.flatMap((choice, y) =>
      cases.map((one, z) => {
        const variant = { id: `${prompt.id}~${choice.id}`, prompt: prompt.prompt, model: choice.model };
        const score = (x * 31 + y * 17 + z * 7) % 101;
        return {
          ...{ id: `bench/${variant.id}/${one.id}/0`, owner: 'bench', variant: variant.id, case: one.id, sample: 0 },
          ...{
            fingerprint: outputFingerprint(variant, one.values),
            at: 1,
            status: 'whole' as const,
            text: 'An answer.',
          },
          ...{ score, passed: score > 75, results: [] },
        };
      }),
    ),
  );
  await comparisons.addOutputs(outputs);
  const services: MatrixServices = {
    ...{ comparisons, library: { load: never }, attempts: { list: never, progress: never } },
    ...{ drafts: { restore: never }, drawer: { draw: never }, models: [], newId: () => 'id', now: () => 1 },
  };
  const board = new MatrixBoard(services, 'bench');
  while (board.loading.status === 'loading') await after(5);
  return board;
}

interface MatrixTimes {
  cells: number;
  paint: number;
  scroll: Watched;
  plainPaint: number;
  plainScroll: Watched;
}

async function matrix(): Promise<MatrixTimes> {
  const board = await fullBoard();
  const measured = async (component: Component<never>, props: object, scrolls: string) => {
    const startedAt = performance.now();
    const page = mount(component as Component<object>, { target: document.body, props });
    flushSync();
    await painted();
    const paint = performance.now() - startedAt;
    await after(300);
    const stop = watchFrames();
    const element = document.querySelector<HTMLElement>(scrolls)!;
    for (let step = 0; step < 180; step++) {
      element.scrollTop = (step * 37) % Math.max(1, element.scrollHeight - element.clientHeight);
      element.scrollLeft = step * 11;
      await new Promise(requestAnimationFrame);
    }
    const scroll = stop();
    await unmount(page);
    return { paint, scroll };
  };
  await measured(CompareMatrix as Component<never>, { board }, '[role="grid"]'); // compiled
  const ours = await measured(CompareMatrix as Component<never>, { board }, '[role="grid"]');
  const plain = await measured(PlainMatrix as Component<never>, { board }, '.scrolls');
  const cells = board.rows.length * board.cases.length;
  return { cells, ...ours, plainPaint: plain.paint, plainScroll: plain.scroll };
}

const benches = { panes, hundredKilobytes, diffs, matrix };
export type Benches = typeof benches;
Object.assign(window, { benches });
