import { type Fuel, type JsonNode, parseJsonAt } from './parse-json.ts';

/** The output as JSON and nothing else; white space around it and a byte order mark are allowed. */
export function wholeJson(text: string): JsonNode | undefined {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const node = parseJsonAt(text, start);
  return node && text.slice(node.end).trim() === '' ? node : undefined;
}

/**
 * The JSON answer in an output that says more than JSON: inside a fence, after a preamble, before a remark. Of several, the
 * last that is at least half as long as the longest: a corrected answer follows its draft, and a citation mark such
 * as `[1]` or a small example does not displace the answer. Work is bounded by a multiple of the length.
 */
export function findJson(text: string): JsonNode | undefined {
  const found: JsonNode[] = [];
  const fuel: Fuel = { left: text.length * 8 + 1000 };
  const open = /[{[]/g;
  for (let match = open.exec(text); match && fuel.left > 0; match = open.exec(text)) {
    const node = parseJsonAt(text, match.index, fuel);
    if (!node) continue;
    if (node.members?.size || node.items?.length) found.push(node);
    open.lastIndex = node.end;
  }
  const rank = (node: JsonNode) => (holdsObject(node) ? 1 : 0);
  const best = found.reduce((most, node) => Math.max(most, rank(node)), 0);
  const ranked = found.filter((node) => rank(node) === best);
  const longest = ranked.reduce((most, node) => Math.max(most, node.end - node.start), 0);
  return ranked.findLast((node) => (node.end - node.start) * 2 >= longest);
}

/** An object, or a list of objects: more likely the answer than a list of numbers in the prose. */
function holdsObject(node: JsonNode): boolean {
  return node.kind === 'object' || (node.items ?? []).some((item) => item.kind === 'object');
}
