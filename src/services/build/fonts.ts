import type { Plugin } from 'vite';
import subsetFont from 'subset-font';

/** Weights in use, by the file of the face; the other faces are left as they come. */
const cuts: Record<string, { weights: number | { min: number; max: number }; preload: boolean }> = {
  // One weight between those of headings and of reading, which in a serif hardly differ: two would be half as large again.
  'newsreader-latin-wght-normal': { weights: 450, preload: true },
  'newsreader-latin-wght-italic': { weights: 400, preload: false },
  'instrument-sans-latin-wght-normal': { weights: { min: 400, max: 600 }, preload: true },
};

/** What is asked of a face beside its letters: kerning, ligatures, accents, and figures that stand in line and in column. */
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum'];

/** The signs that English and French are written with. Any other falls back to the reader's own fonts, letter by letter. */
const signs = [
  ...range(0x20, 0x7e),
  ...[...'\u00a0¡£§©«®°±·»¿×÷€ŒœŸ‐‑–—‘’“”„…‹›−→←↑↓\u2009\u202f'].map((sign) => sign.codePointAt(0) ?? 0),
  ...range(0xc0, 0xff),
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * Cuts the faces of the first view down to the signs and weights in use, and has them loaded with the page instead of
 * after its style sheet: text stands still, and the first view stays small.
 */
export function fonts(): Plugin {
  return {
    name: 'candor:fonts',
    apply: 'build',
    async generateBundle(_, bundle) {
      const text = String.fromCodePoint(...signs);
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || typeof file.source === 'string') continue;
        const cut = cuts[faceOf(file.fileName)];
        if (!cut) continue;
        const variationAxes = { wght: cut.weights };
        file.source = await subsetFont(Buffer.from(file.source), text, {
          targetFormat: 'woff2',
          variationAxes,
          keepFeatures,
        });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => cuts[faceOf(name)]?.preload)
          .map((name) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `./${name}`,
              crossorigin: '',
              fetchpriority: 'low',
            },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** `assets/newsreader-latin-wght-normal-Dx2k.woff2` → `newsreader-latin-wght-normal`. */
function faceOf(fileName: string): string {
  return /([^/]+)-[\w-]{8}\.woff2$/.exec(fileName)?.[1] ?? '';
}
