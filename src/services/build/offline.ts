import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const source = fileURLToPath(new URL('../../workers/service-worker.ts', import.meta.url));

/** Larger files (a runtime for models, a table of tokens) are kept when first used, not fetched ahead for everyone. */
const largestAhead = 1_000_000;

/** Writes `service-worker.js` beside the built page, with the list of all that the page may ever ask its host for. */
export function offline(): Plugin {
  let root = '';
  return {
    name: 'candor:offline',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => void (root = config.root),
    // After everything, public files included, lies in the folder.
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler({ dir }) {
        const folder = dir ?? join(root, 'dist');
        const files = filesOf(folder)
          .map((path) => relative(folder, path).split(sep).join('/'))
          .filter((file) => !file.startsWith('.') && !file.endsWith('.map') && file !== 'service-worker.js')
          .sort();
        const isLarge = (file: string) => statSync(join(folder, file)).size > largestAhead;
        const hash = createHash('sha256');
        for (const file of files)
          hash
            .update(file)
            .update('\0')
            .update(readFileSync(join(folder, file)));
        const list = {
          version: hash.digest('hex').slice(0, 16),
          files: files.filter((file) => !isLarge(file)),
          later: files.filter(isLarge),
        };
        const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
        const filled = code.replace('__CANDOR_FILES__', () => JSON.stringify(list));
        writeFileSync(join(folder, 'service-worker.js'), filled);
      },
    },
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
