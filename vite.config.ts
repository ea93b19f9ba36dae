/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './src/services/build/content-security-policy.ts';
import { offline } from './src/services/build/offline.ts';
import { fonts } from './src/services/build/fonts.ts';
import { trustedThreads } from './src/services/build/trusted-threads.ts';
import { narrowPatterns } from './src/services/build/narrow-patterns.ts';
import { exercises } from './src/services/exercises/vite-plugin.ts';
import { chromiumLaunch } from './tests/support/chromium.ts';
import { playwright } from '@vitest/browser-playwright';

/** Waits end as soon as what they wait for is there; these are for machines with other things to do. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

export default defineConfig({
  // Relative addresses, so that the built app works from any sub-path of any static host.
  base: './',
  plugins: [svelte(), exercises(), fonts(), narrowPatterns(), contentSecurityPolicy(), trustedThreads(), offline()],
  worker: { format: 'es', plugins: () => [exercises(), narrowPatterns()] },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Its package does not say so, but nothing of the parser is needed where nothing of it is named.
      treeshake: { moduleSideEffects: [{ test: /@lezer\//, sideEffects: false }] },
      output: {
        // Completion arrives when the editor gets the focus, and the parser that only it uses comes with it: left
        // alone, the parser would lie in the chunk that one waits for.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // What the first view needs is one file, not thirty: each request costs a slow network a round trip.
            { name: 'first-view', tags: ['$initial'], priority: 1 },
            { name: 'completion', test: /@codemirror\/(autocomplete|language)|@lezer\// },
          ],
        },
      },
    },
  },
  preview: { host: '127.0.0.1' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          ...patience,
          setupFiles: ['tests/support/property-runs.ts'],
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/core/**', '**/*.svelte.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          ...patience,
          // Core is pure: there is nothing that one file could leave behind for the next, so none needs a process alone.
          isolate: false,
          setupFiles: ['tests/support/property-runs.ts'],
          include: ['src/core/**/*.test.ts'],
        },
      },
      {
        extends: true,
        // What only workers and lazy routes import is not found beforehand; found midway, it would reload a running test.
        optimizeDeps: {
          include: [
            'diff',
            'svelte-spa-router',
            'svelte-spa-router/wrap',
            '@jitl/quickjs-wasmfile-release-sync',
            'quickjs-emscripten-core',
          ],
        },
        test: {
          name: 'browser',
          ...patience,
          include: ['src/**/*.svelte.test.ts', 'src/**/*.browser.test.ts', 'tests/**/*.browser.test.ts'],
          globalSetup: ['tests/support/serve-faults.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
