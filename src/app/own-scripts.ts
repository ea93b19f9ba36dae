import { trustedTexts } from '#services/system/trusted-types.ts';

/** All that paneforge writes into its style sheet for the pointer; without `<`, no element can come of it. */
const pointerSheet = /^\*\{cursor: [a-z-]+!important;\}$/;

/**
 * What code that knows nothing of trusted types may still do: start workers from the folder in which the app lies, or
 * from texts put together in this page, as llama.cpp's is. No other script gets an address, and no text becomes markup.
 */
export function trustOwnScripts(page = location.href): void {
  const [folder, made] = [new URL('.', page).href, `blob:${new URL(page).origin}/`];
  trustedTexts('default', {
    createScriptURL(address) {
      const { href } = new URL(address, page);
      if (href.startsWith(folder) || href.startsWith(made)) return address;
      throw new TypeError('a script from elsewhere');
    },
    createHTML(text) {
      if (pointerSheet.test(text)) return text;
      throw new TypeError('markup from a text');
    },
  });
}
