import createDOMPurify, { type Config } from 'dompurify';
import { policy, trusted } from './trusted-markup.ts';

/** Parsing is guarded by the page's policy too; DOMPurify would make one of its own for each purifier. */
const parsing = policy && { TRUSTED_TYPES_POLICY: policy as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']> };

/** All that may stand in the page; the second lock, should marked ever let something through. */
const allowed: Config = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'strong', 'em', 'del'],
    ...['a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'start', 'align'],
  // Else only what looks like an allowed address would be kept in them.
  ADD_URI_SAFE_ATTR: ['start', 'align'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ...parsing,
};

/** One purifier for each kind of result: what is set once is not read again for each piece of a stream. */
function purifierWith(config: Config) {
  const purifier = createDOMPurify(window);
  purifier.setConfig(config);

  // A link says where it leads before it is followed, and tells the place nothing about us.
  purifier.addHook('afterSanitizeElements', (node) => {
    if (!(node instanceof HTMLAnchorElement)) return;
    if (!allowed.ALLOWED_URI_REGEXP?.test(node.getAttribute('href') ?? '')) {
      node.removeAttribute('href');
      return;
    }
    if (
      node.protocol !== 'mailto:' &&
      node.textContent !== node.host &&
      !node.textContent?.includes(`//${node.host}`)
    ) {
      node.append(` (${node.host})`);
    }
  });
  purifier.addHook('afterSanitizeAttributes', (node) => {
    if (!(node instanceof HTMLAnchorElement) || !node.hasAttribute('href')) return;
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow ugc');
  });
  return purifier;
}

const toText = purifierWith(allowed);
const toNodes = purifierWith({ ...allowed, RETURN_DOM_FRAGMENT: true });

/** HTML with all taken out that may not stand in the page. */
export function sanitise(html: string): string {
  return toText.sanitize(html);
}

/** A `<` that begins anything but one of the tags below, bare or with the one attribute that is listed with it. */
const notBare =
  /<(?!\/?(?:p|br|hr|h[3-6]|blockquote|ul|ol|li|pre|code|strong|em|del|table|thead|tbody|tr|th|td)>|ol start="\d{1,9}">|t[hd] align="(?:left|center|right)">)/;
const codeLanguage = /<code class="language-[^"<>]*">/g;
/** Belongs to a document in which nothing loads or runs. */
const room = document.implementation.createHTMLDocument('').createElement('div');

/**
 * The same, ready to be put into the page. Most pieces of a stream are bare tags of the list and text, in which there is
 * nothing to take out: they are not searched for it again. Whatever holds a link, or anything unknown, is.
 */
export function sanitisedNodes(html: string): ChildNode[] {
  const plain = html.replace(codeLanguage, '<code>');
  if (notBare.test(plain)) return [...(toNodes.sanitize(plain) as unknown as DocumentFragment).childNodes];
  room.innerHTML = trusted(plain);
  return [...room.childNodes];
}
