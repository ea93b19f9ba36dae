import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';

/** Another port and folder than the usual ones, where a second checkout or build runs beside this one. */
const port = Number(process.env['CANDOR_E2E_PORT'] ?? 4321);
const dist = process.env['CANDOR_E2E_DIST'] ?? 'dist';

/**
 * End to end: the built app, served as a static host serves it, in a real Chromium that asks for less motion, so that
 * the simulated model answers at once. Tests of streaming and stopping ask for motion again.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: chromiumLaunch(),
    locale: 'en-GB',
    actionTimeout: 10_000,
    contextOptions: { reducedMotion: 'reduce' },
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `npx vite preview --outDir ${dist} --port ${port} --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
