import type { Plugin } from 'vite';

const place = 'var LLAMA_CPP_WORKER_CODE = "';
const policy =
  "self.trustedTypes?.createPolicy('default',{createScriptURL(a){if(a.startsWith('blob:'))return a;throw new TypeError(a)}});\\n";

/**
 * llama.cpp's worker is under the page's policy and starts its threads from a text of its own, by an address that is a
 * mere string: with trusted types it may not, unless a policy in that worker says that it may. Its library has no place
 * for one, so it is put before the worker's text.
 */
export function trustedThreads(): Plugin {
  return {
    name: 'candor:trusted-threads',
    apply: 'build',
    transform: {
      filter: { id: /@wllama\/wllama\/esm\/index\.js/ },
      handler(code) {
        if (!code.includes(place)) this.error('The text of llama.cpp’s worker is not where it was.');
        return { code: code.replace(place, () => place + policy), map: null };
      },
    },
  };
}
