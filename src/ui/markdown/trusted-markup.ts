import { trustedTexts } from '#services/system/trusted-types.ts';

/** Lets through what it is given: only what comes from the sanitiser, or goes into it, may be given to it. */
export const policy = trustedTexts('candor-markdown', {
  createHTML: (markup) => markup,
  createScriptURL: () => {
    throw new TypeError('markup names no scripts');
  },
});

/** Sanitised markup in the form in which the page takes it. */
export const trusted = (sanitised: string): string => policy?.createHTML(sanitised) ?? sanitised;
