import { foldText } from '../text/fold.ts';
import type { JsonNode } from './parse-json.ts';

/** What a path leads to: the nodes, or the node at which it broke off. */
export interface Selection {
  nodes: JsonNode[];
  /** Where something on the path was missing. */
  brokeAt: JsonNode[];
}

/**
 * Follows a dot path (`reply`, `items.0.name`, `items.*.name`) into a JSON answer. Leniently, a key also matches in
 * another spelling (`dueDate`, `due_date`, `Due date`): the model was not told which, unless the prompt said so.
 */
export function select(root: JsonNode, path: string, lenient: boolean): Selection {
  let nodes = [root];
  const brokeAt: JsonNode[] = [];
  for (const step of path.split('.').filter((part) => part !== '')) {
    const next: JsonNode[] = [];
    for (const node of nodes) {
      if (step === '*') {
        const children = node.items ?? (node.members ? [...node.members.values()] : undefined);
        if (children) next.push(...children);
        else brokeAt.push(node);
        continue;
      }
      const child = childOf(node, step, lenient);
      if (child) next.push(child);
      else brokeAt.push(node);
    }
    nodes = next;
  }
  return { nodes, brokeAt };
}

function childOf(node: JsonNode, step: string, lenient: boolean): JsonNode | undefined {
  if (node.items) return /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
  const exact = node.members?.get(step);
  if (exact || !node.members || !lenient) return exact;
  const wanted = bareKey(step);
  for (const [key, member] of node.members) if (key.length < 200 && bareKey(key) === wanted) return member;
  return undefined;
}

function bareKey(key: string): string {
  return foldText(key, 'letters').replace(/[\s_-]+/g, '');
}
