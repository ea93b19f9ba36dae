import { isPrivate } from './address.ts';
import type { Page } from './surroundings.ts';

/** The page we are in; `undefined` on the command line. */
export function browserPage(): Page | undefined {
  if (typeof document === 'undefined' || typeof location === 'undefined') return undefined;
  const stopped = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (effectiveDirective === 'connect-src' && URL.canParse(blockedURI)) stopped.add(new URL(blockedURI).origin);
  });
  return {
    encrypted: location.protocol === 'https:',
    private: location.protocol === 'file:' || isPrivate(location.hostname),
    online: () => navigator.onLine,
    async stopped(origin) {
      // The page hears of it only after the request has failed.
      await new Promise((resolve) => setTimeout(resolve, 0));
      return stopped.has(origin);
    },
    async localNetwork(loopback) {
      // Chrome 145 split the one permission of Chrome 142 in two.
      for (const name of [loopback ? 'loopback-network' : 'local-network', 'local-network-access']) {
        try {
          return (await navigator.permissions.query({ name: name as PermissionName })).state;
        } catch {
          // not known to this browser
        }
      }
      return undefined;
    },
  };
}
