import type { Plugin } from 'vite';

/**
 * Where a page may send requests: any server by https, and by http those of this device alone. Plain http to others could
 * be read and changed on the way; browsers refuse it to pages that came by https anyway.
 */
const usualConnect = "'self' https: http://127.0.0.1:* http://localhost:*";

/**
 * What the built page may load and reach. Scripts, styles, fonts and images come from the page's own origin only, so
 * model output can load nothing. Requests are made by the code for real models alone, when a person chose one.
 * `connect` narrows where they may go (see `connectSources`).
 */
export function policyFor(connect: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'", // models from files run as WebAssembly; no script can be made from text
    "style-src 'self' 'unsafe-inline'", // CodeMirror and Svelte set style elements and attributes; no script can follow from it
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connectSources(connect)}`,
    "worker-src 'self' blob:", // llama.cpp's worker is put together by its library; it is under this policy too
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // Text becomes markup or the address of a script through these policies alone: Svelte's, for what its compiler
    // wrote; that of `ui/markdown`, for what the sanitiser let through; and `app/own-scripts.ts`, for the rest.
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html candor-markdown default',
  ].join('; ');
}

/** The origins in `CANDOR_CONNECT`, the page's own first. Set but empty: no other; not set: the usual ones. */
function connectSources(connect: string | undefined): string {
  if (connect === undefined) return usualConnect;
  const origins = connect.split(/[\s,]+/).filter(Boolean);
  for (const origin of origins) {
    if (!/^https?:\/\/[a-z0-9.*-]+(?::(?:\d+|\*))?$/i.test(origin)) {
      throw new Error(`CANDOR_CONNECT: "${origin}" is not an origin such as https://llm.example.org`);
    }
  }
  return ["'self'", ...origins].join(' ');
}

/** Puts the content security policy into the built page; the dev server needs inline scripts and goes without. */
export function contentSecurityPolicy(connect = process.env['CANDOR_CONNECT']): Plugin {
  const content = policyFor(connect);
  return {
    name: 'candor:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}
