import { comment, type RequestBody } from './request.ts';

/**
 * A command for a POSIX shell. The body comes as a quoted here-document, in which the shell reads nothing but its end: no text
 * can break out of it, because JSON never has a line that is only the end mark.
 */
export function toCurl(body: RequestBody, address: string, about: string): string {
  return [
    comment('#', about),
    `curl ${address}/chat/completions \\`,
    "  -H 'Content-Type: application/json' \\",
    '  -H "Authorization: Bearer ${OPENAI_API_KEY:-none}" \\',
    "  --data-binary @- <<'END_OF_JSON'",
    JSON.stringify(body, null, 2),
    'END_OF_JSON',
    '',
  ].join('\n');
}
