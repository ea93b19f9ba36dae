/** What a component loads late stands in its markup as well as in its script. */
const imports = /(?:\bconst \{[^}]*\} = await )?\bimport\b[^'"<>;]*['"][^'"]+['"]\)?/g;

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'src/main.ts',
    'src/cli/main.ts',
    'src/cli/check-thread.ts',
    'src/services/sandbox/sandbox-thread.ts',
    'src/i18n/fr/*.ts',
    'src/workers/*.worker.ts',
    'tests/*.ts',
    'tests/{bench,support}/*.ts',
    'tests/e2e/*.{ts,config.ts}',
    'src/**/*.test.ts',
    'tests/*/*.ts',
  ],
  project: ['src/**/*.{ts,svelte}', 'tests/**/*.ts'],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    '@cspell/dict-fr-fr',
    '@fontsource-variable/instrument-sans',
    '@fontsource-variable/jetbrains-mono',
    '@fontsource-variable/newsreader',
  ],
  compilers: { svelte: (text) => [...text.matchAll(imports)].map(([found]) => found).join(';\n') },
};
