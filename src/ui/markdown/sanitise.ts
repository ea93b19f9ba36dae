import createDOMPurify, { type Config } from 'dompurify';

/** All that may stand in the page; the second lock, should marked ever let something through. */
const allowed: Config = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'strong', 'em', 'del'],
    ...['a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'start', 'align'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
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
const inPlace = purifierWith({ ...allowed, IN_PLACE: true });
/** A document in which nothing loads or runs. Each sanitising leaves an iterator in it that later changes pass by. */
let inert: Document;
let uses = 0;
const mostUses = 12;

/** HTML with all taken out that may not stand in the page. */
export function sanitise(html: string): string {
  return toText.sanitize(html);
}

/**
 * The same, ready to be put into the page: parsed and sanitised in a document where nothing loads or runs, and never written
 * as text again. A stream has many small pieces; this spares a document for each.
 */
export function sanitisedNodes(html: string): ChildNode[] {
  if (uses++ % mostUses === 0) inert = document.implementation.createHTMLDocument('');
  const root = inert.createElement('blockquote'); // one of those that may stand in the page
  root.innerHTML = html;
  inPlace.sanitize(root);
  return [...root.childNodes];
}
