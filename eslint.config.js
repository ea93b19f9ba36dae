import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Imports only go down the stairs: each floor may not see what stands above it or in a side door it has no key to. */
const floor = (files, above, message) => ({
  files: files.map((folder) => `src/${folder}/**/*.{ts,svelte}`),
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: above.flatMap((room) => [{ group: [`#${room}/*`, `#${room}/**`, `**/../${room}/**`], message }]) },
    ],
  },
});

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/', 'playwright-report/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript knows better
      'no-control-regex': 'off', // control characters are among what hostile text holds
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'svelte/no-at-html-tags': 'error',
    },
  },
  // The one door for HTML.
  { files: ['src/ui/markdown/**'], rules: { 'svelte/no-at-html-tags': 'off' } },
  floor(
    ['core'],
    ['services', 'workers', 'state', 'ui', 'app', 'cli', 'i18n', 'offline'],
    'core knows nothing above it',
  ),
  floor(['workers'], ['state', 'ui', 'app', 'cli', 'i18n', 'offline'], 'workers are doors to core'),
  floor(['services'], ['state', 'ui', 'app', 'cli', 'i18n', 'offline'], 'services may use core only'),
  floor(['state'], ['ui', 'app', 'cli', 'i18n', 'offline'], 'state may use services and core only'),
  floor(['ui'], ['app', 'cli'], 'ui may not use the front doors'),
  floor(['cli'], ['app', 'ui', 'state', 'i18n', 'offline'], 'the command line stands on services and core'),
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'fetch',
          'localStorage',
          'indexedDB',
          'navigator',
          'setTimeout',
          'setInterval',
          'process',
        ].map((name) => ({ name, message: 'core is pure: hand it in' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'chance is an argument: #core/chance' },
        { object: 'Date', property: 'now', message: 'time is an argument' },
      ],
    },
  },
);
