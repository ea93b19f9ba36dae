import { type View, ViewBuilder, joined, slice, viewOf } from '../text/view.ts';
import type { JsonNode } from './parse-json.ts';

const escape = /\\(?:u[0-9a-fA-F]{4}|.)/g;

/** The text of a JSON string, each character leading back to where it is written (escaped or not). */
export function stringView(output: string, node: JsonNode): View {
  const raw = slice(viewOf(output), node.start + 1, node.end - 1);
  if (!raw.text.includes('\\')) return raw;
  const builder = new ViewBuilder(raw.offset);
  let last = 0;
  for (const match of raw.text.matchAll(escape)) {
    builder.pushPart(raw, last, match.index);
    const start = raw.offset + match.index;
    builder.push(JSON.parse(`"${match[0]}"`) as string, start, start + match[0].length);
    last = match.index + match[0].length;
  }
  builder.pushPart(raw, last, raw.text.length);
  return builder.done();
}

/** Every string in a value, in order. */
export function stringsIn(output: string, node: JsonNode): View[] {
  if (node.kind === 'string') return [stringView(output, node)];
  const children = node.items ?? [...(node.members?.values() ?? [])];
  return children.flatMap((child) => stringsIn(output, child));
}

/** The text that a reader of the value reads: a string decoded, the strings of an object or list as paragraphs. */
export function textOf(output: string, node: JsonNode): View {
  if (node.kind === 'string') return stringView(output, node);
  const plain = slice(viewOf(output), node.start, node.end);
  if (!node.members && !node.items) return plain;
  const views = stringsIn(output, node);
  return views.length > 0 ? joined(views, '\n\n') : slice(plain, 0, 0);
}

/** An output with its JSON answer read out: what stands around it, and the strings in it. */
export function proseOf(output: string, json: JsonNode | undefined): View {
  const whole = viewOf(output);
  if (!json) return whole;
  const around = [slice(whole, 0, json.start), slice(whole, json.end, output.length)];
  const [before, after] = around.map((view) =>
    /[\p{L}\p{N}]{3}/u.test(view.text.replace(/```\w*/g, '')) ? [view] : [],
  );
  return joined([...(before ?? []), textOf(output, json), ...(after ?? [])], '\n\n');
}
