import type { LinkPacker } from '#core/comparisons/share/shared.ts';

/** Packs with the browser's own deflate, written in the characters that an address takes as they are. */
export const linkPacker: LinkPacker = {
  async pack(text) {
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
  },

  async unpack(packed, most) {
    if (typeof DecompressionStream === 'undefined') return { problem: 'unsupported' };
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = fromBase64Url(packed);
    } catch {
      return { problem: 'broken' };
    }
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    let size = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return { text: text + decoder.decode() };
        size += value.byteLength;
        if (size > most) {
          await reader.cancel();
          return { problem: 'too-large' };
        }
        text += decoder.decode(value, { stream: true });
      }
    } catch {
      return { problem: 'broken' };
    }
  },
};

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // Characters are made in portions, because a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new TypeError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
