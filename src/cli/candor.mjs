import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/**
 * Starts `candor` from a bundle, which takes a third of the time and half of the memory that reading some hundred
 * TypeScript files takes. It is made when there is none yet, and again when a file has changed.
 */
const home = fileURLToPath(new URL('../..', import.meta.url));

/** Who began with an older bundle (`check --watch`, `serve`) may start threads from it for as long. */
const longestUseInMs = 24 * 60 * 60 * 1000;

/** Threads are started from files of their own, which lie beside the rest in the bundle. */
const threads = ['cli/check-thread.ts', 'services/sandbox/sandbox-thread.ts'];

/** These write into the sources. */
const fromSources = new Set(['learn', 'new']);

if (fromSources.has(process.argv[2] ?? '')) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
} else {
  // What is read and answered line by line leaves much behind; swept up sooner, it takes a quarter less memory.
  if (process.argv[2] !== 'check') setFlagsFromString('--semi-space-growth-factor=1');
  await import(pathToFileURL(join(await bundle(), 'main.js')).href);
}

/** As deep below the project as the sources are, so that what they find from where they lie is found from there too. */
async function bundle() {
  const modules = join(home, 'node_modules');
  const name = `.candor-${stamp()}`;
  const folder = join(modules, name);
  if (existsSync(folder)) return folder;
  const { build } = await import('vite');
  const making = join(modules, `${name}-${process.pid}`);
  await build({
    configFile: false,
    root: home,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: making,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: ['cli/main.ts', ...threads].map((file) => join(home, 'src', file)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was quicker
  }
  for (const one of readdirSync(modules).filter((one) => /^\.candor-[0-9a-f]+$/.test(one) && one !== name)) {
    const path = join(modules, one);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - longestUseInMs) rmSync(path, { recursive: true, force: true });
  }
  return folder;
}

/** Changes with every file that the bundle may be made from. */
function stamp() {
  const hash = createHash('sha256').update(process.version);
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  };
  note(join(home, 'package-lock.json'));
  for (const floor of ['cli', 'core', 'services']) {
    for (const name of readdirSync(join(home, 'src', floor), { recursive: true }).sort()) {
      if (/\.(?:ts|mjs|json)$/.test(name) && !name.endsWith('.test.ts')) note(join(home, 'src', floor, name));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
