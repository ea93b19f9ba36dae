import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { port } from './support/serve-build.ts';

/**
 * End to end: the built app, served as a static host serves it, in a real Chromium that asks for less motion, so that
 * the simulated model answers at once. Tests of streaming and stopping ask for motion again.
 *
 * No traces: to record one takes a third of a page's time. Whoever wants to see a failure again adds `--trace on`.
 */
export default defineConfig({
  testDir: '.',
  // `CANDOR_LONG` names one that takes longer than `npm test` may.
  testMatch: process.env['CANDOR_LONG'] ? `**/${process.env['CANDOR_LONG']}.long.ts` : '**/*.e2e.ts',
  globalSetup: './support/serve-build.ts',
  outputDir: '../../test-results/e2e', // emptied when it starts, so no report of another may lie there
  fullyParallel: true,
  workers: 2,
  // What is waited for ends a wait at once; these are for machines with other things to do, such as half of `npm test`.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: chromiumLaunch(),
    locale: 'en-GB',
    actionTimeout: 20_000,
    contextOptions: { reducedMotion: 'reduce' },
    serviceWorkers: 'block',
  },
});
