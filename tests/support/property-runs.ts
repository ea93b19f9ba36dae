import fc from 'fast-check';

/** Property tests try 100 inputs each; `npm run test:long` asks for more. */
const runs = Number(process.env['CANDOR_PROPERTY_RUNS']);
if (runs > 0) fc.configureGlobal({ numRuns: runs });
