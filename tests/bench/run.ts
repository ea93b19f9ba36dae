/**
 * `npm run bench`: the built app (`--all`: Lighthouse and promptfoo too, which are fetched; `--gate`: sizes only, failing
 * beyond a budget). `npm run bench -- model`: the
 * simulated model; `npm run bench -- promptfoo`: what promptfoo makes of our exports; `npm run bench -- compare`: how
 * the compare page keeps up; `npm run bench -- llama`: our client against llama.cpp. Each reads its own options.
 */
// What follows an option may be its value; a name comes first.
const [subject] = process.argv.slice(2, 3).filter((argument) => !argument.startsWith('-'));

if (subject === undefined) await import('./built.ts');
else if (subject === 'model') await import('./model.ts');
else if (subject === 'promptfoo') await import('./promptfoo.ts');
else if (subject === 'compare') await import('./compare.ts');
else if (subject === 'llama') await import('./llama.ts');
else {
  console.error(
    `There is no bench "${subject}"; there are "model", "compare", "llama" and "promptfoo", and without a name the built app's.`,
  );
  process.exitCode = 1;
}

export {};
