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

const purifier = createDOMPurify(window);

// A link says where it leads before it is followed, and tells the place nothing about us.
purifier.addHook('afterSanitizeElements', (node) => {
  if (!(node instanceof HTMLAnchorElement)) return;
  if (!allowed.ALLOWED_URI_REGEXP?.test(node.getAttribute('href') ?? '')) {
    node.removeAttribute('href');
    return;
  }
  if (node.protocol !== 'mailto:' && node.textContent !== node.host && !node.textContent?.includes(`//${node.host}`)) {
    node.append(` (${node.host})`);
  }
});
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (!(node instanceof HTMLAnchorElement) || !node.hasAttribute('href')) return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow ugc');
});

/** HTML with all taken out that may not stand in the page. */
export function sanitise(html: string): string {
  return purifier.sanitize(html, allowed);
}

/** The same, ready to be put into the page. */
export function sanitisedFragment(html: string): DocumentFragment {
  return purifier.sanitize(html, { ...allowed, RETURN_DOM_FRAGMENT: true });
}
