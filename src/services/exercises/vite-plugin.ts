import type { Plugin } from 'vite';

/** Serves the exercises folder to the page as virtual modules. */
export function exercises(): Plugin {
  return { name: 'candor:exercises' };
}
