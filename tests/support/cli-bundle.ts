import { resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

/** Inside node_modules, so that dependencies, which stay outside of it, are found from there. */
const folder = resolve('node_modules/.candor/cli');

/**
 * Puts the command line together once, for all tests that start it as a process: to read TypeScript anew takes each of a
 * hundred processes longer than its work does. Not while somebody watches: the bundle would grow old.
 */
export default async function bundleCli(project: TestProject): Promise<void> {
  if (project.config.watch) return;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      emptyOutDir: true,
      outDir: folder,
      rolldownOptions: { input: { main: resolve('src/cli/main.ts') }, output: { entryFileNames: '[name].js' } },
    },
  });
  process.env['CANDOR_CLI_BUNDLE'] = resolve(folder, 'main.js');
}
