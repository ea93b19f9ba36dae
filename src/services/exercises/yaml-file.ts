import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Path } from '#core/exercises/finding.ts';

/** A place in a text file, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A YAML text read in, able to say where each of its values stands. */
export interface YamlFile {
  value: unknown;
  problems: (Place & { message: string })[];
  /** Place of the value at the path (or of its key); of the nearest thing around it when there is none. */
  placeOf(path: Path, key?: boolean): Place;
}

/** Reads YAML (and JSON, which is YAML). Never throws: what is wrong is among the problems. */
export function readYaml(text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: YamlFile['problems'] = document.errors.map((error) => ({
    ...place(error.pos[0]),
    message: `this is not valid YAML: ${sentence(error.message)}`,
  }));
  let value: unknown;
  try {
    if (problems.length === 0) value = document.toJS();
  } catch (error) {
    problems.push({
      line: 1,
      column: 1,
      message: `this is not valid YAML: ${sentence(String((error as Error).message))}`,
    });
  }
  return { value, problems, placeOf: (path, key) => place(offsetOf(document, path, key ?? false)) };
}

const sentence = (message: string) =>
  message
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

function offsetOf(document: Document, path: Path, key: boolean): number {
  let here = resolve(document, document.contents);
  let offset = here?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    let next: unknown;
    if (isMap(here)) {
      const pair = here.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
      if (!pair) break;
      const last = index === path.length - 1;
      const keyOffset = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      if (isNode(pair.value) && !(key && last)) next = pair.value;
      offset = (isNode(next) ? next.range?.[0] : keyOffset) ?? offset;
      // A block of keys begins on the line after its own key: the key is the place people look at.
      if (last && !key && (isMap(next) || isSeq(next))) offset = keyOffset ?? offset;
    } else if (isSeq(here)) {
      next = here.items[Number(step)];
      offset = (isNode(next) ? next.range?.[0] : undefined) ?? offset;
    } else break;
    here = resolve(document, next);
  }
  return offset;
}

function resolve(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  return isNode(node) ? node : undefined;
}
