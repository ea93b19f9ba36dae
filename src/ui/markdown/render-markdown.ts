import createDOMPurify, { type Config } from 'dompurify';
import { Marked, type Tokens } from 'marked';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/**
 * Markdown as people and models write it. Tags in it are shown as they were typed, not obeyed; an image is only its
 * description, because loading it would tell somebody that, and what, we read.
 */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escape(text),
    image: ({ text, href }: Tokens.Image) => `[${escape(text || href)}]`,
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '[x] ' : '[ ] '),
    // The page owns the first two levels.
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.min(6, depth + 2);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
  },
});

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

/** Markdown to HTML that is safe to put into the page, whoever wrote it. */
export function renderMarkdown(source: string): string {
  try {
    return purifier.sanitize(marked.parse(source, { async: false }), allowed);
  } catch {
    // Nested beyond what the parser's stack holds: shown as it was typed.
    return `<pre>${escape(source)}</pre>`;
  }
}
