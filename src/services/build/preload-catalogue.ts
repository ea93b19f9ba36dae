import type { Plugin } from 'vite';

/**
 * Has the index of the exercises fetched beside the app's own code. Every page needs it first, and found out by that code
 * it would cost one more round trip.
 */
export function preloadCatalogue(): Plugin {
  return {
    name: 'candor:preload-catalogue',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('virtual:candor/catalogue'))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `./${fileName}`, crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}
