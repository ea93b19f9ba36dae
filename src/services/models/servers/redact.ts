/** Longest piece of a server's own words that is kept, and that is looked at for it: what is hostile may be long. */
const longest = 400;
const longestRead = 8192;

/** What keys and their masked echoes look like in providers' messages. */
const keyLike = [/\bBearer\s+\S+/gi, /\b(?:sk|pk|key|gsk|xai|AIza)[-_][\w*.…-]{6,}/g, /\bAIza[\w*-]{8,}/g];

/** A server's own words, short, on one line and without the key: providers like to repeat a key they do not accept. */
export function redact(text: string, key?: string): string {
  let safe = (key ? text.replaceAll(key, '…') : text).slice(0, longestRead);
  for (const pattern of keyLike) safe = safe.replace(pattern, '…');
  safe = safe.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe;
}

/** What a page of HTML says, for a detail; servers and proxies send whole pages as errors. */
export function textOfPage(page: string): string {
  const html = page.slice(0, longestRead);
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.trim();
  return (
    title ||
    html
      .replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/gi, ' ')
      .replace(/<[^>]*>?/g, ' ')
      .trim()
  );
}
