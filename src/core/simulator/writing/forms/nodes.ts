import { hash } from '#core/chance/chance.ts';
import type { Field, Value } from '#core/exercises/simulation.ts';
import type { KeySpec } from '../../reading/reading.ts';
import type { Content, Fact } from '../content.ts';
import { plausible } from './plausible.ts';

/** Structured content: a tree whose leaves remember the decisions that made them. */
export type Node =
  | { kind: 'leaf'; value: Value; because: string[] }
  | { kind: 'object'; entries: [string, Node][] }
  | { kind: 'array'; items: Node[] };

export const leaf = (value: Value, because: string[] = []): Node => ({ kind: 'leaf', value, because });

/** Turns a value into a tree, all of it with the same reasons. */
export function nodeOf(value: Value, because: string[]): Node {
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item) => nodeOf(item, because)) };
  if (value !== null && typeof value === 'object') {
    return { kind: 'object', entries: Object.entries(value).map(([key, item]) => [key, nodeOf(item, because)]) };
  }
  return leaf(value, because);
}

/** A text field's text. */
export type Compose = (facts: readonly Fact[], part: string) => { text: string; because: string[] };

export interface Building {
  content: Content;
  match: (name: string, fields: Record<string, Pick<Field, 'names'>>) => string | undefined;
  compose: Compose;
  /** Last touch on a value: allowed values, date formats, the word for what is missing. */
  touch: (value: Value, key: KeySpec) => Value;
  /** One key holds all there is to say. */
  whole?: boolean;
  /** Which of several records about a topic this is. */
  row?: number;
}

/** An object with the keys that the prompt names, in its order. */
export function objectOf(keys: readonly KeySpec[], at: Building): Node {
  return { kind: 'object', entries: keys.map((key) => [key.name, valueOf(key, at)]) };
}

function valueOf(key: KeySpec, at: Building): Node {
  const { content } = at;
  const id = at.match(key.name, content.fields);
  const field = id === undefined ? undefined : content.fields[id];
  if (id !== undefined && field) {
    const facts = content.facts.filter((fact) => fact.field === id);
    if (field.kind === 'text') return textNode(factsIn(content, id), key, at);
    if (field.kind === 'list') return { kind: 'array', items: facts.map((fact) => itemOf(fact, key, field, at)) };
    const fact = facts.find((one) => one.value !== undefined);
    if (fact) return touched(nodeOf(fact.value ?? null, fact.because), key, at);
    // In a list of records the same field may come once a record.
  }
  if (key.keys && key.type !== 'array') return objectOf(key.keys, at);
  if (id === undefined && key.type === 'array' && key.keys) {
    const rows = content.records?.(key.keys) ?? [];
    const about = content.spoken ? Array.from({ length: key.count ?? 2 }, (_, row) => row) : [];
    return {
      kind: 'array',
      items:
        rows.length > 0
          ? rows.map((row): Node => ({ kind: 'object', entries: row.map(([name, value]) => [name, leaf(value)]) }))
          : about.map((row) => objectOf(key.keys ?? [], { ...at, row })),
    };
  }
  if (id === undefined && (key.type === 'array' || /s$/.test(key.name)) && isProse(content)) {
    const says = bodyOf(content).map((fact) => leaf(fact.say[0] ?? '', fact.because));
    if (key.type === 'array') return { kind: 'array', items: says.slice(0, key.count) };
  }
  if (id === undefined && (isTextKey(key.name) || at.whole)) return textNode(content.facts, key, at);
  const found = content.lookUp(key);
  if (found.value === null && content.spoken) {
    const spoken = spokenOf(key, at);
    if (spoken) return touched(spoken, key, at);
  }
  return touched(nodeOf(found.value, found.because), key, at);
}

/** Where nothing was given to look in, a field says something about the topic; each field and record something else. */
function spokenOf({ name, type }: KeySpec, { content, row = 0 }: Building): Node | undefined {
  const subject =
    row === 0 && /^\p{Lu}/u.test(content.topic) && /^(?:name|city|title|topic|nom|ville|titre|sujet)$/i.test(name);
  const known = subject ? content.topic : plausible(name, type, row);
  if (known !== undefined) return leaf(known);
  const says = bodyOf(content);
  const fact = says[(row * 3 + (hash('field', name) % 3)) % Math.max(1, says.length)];
  return fact && leaf((fact.say[0] ?? '').replace(/\.$/, ''), fact.because);
}

function itemOf(fact: Fact, key: KeySpec, field: Field, at: Building): Node {
  const { value } = fact;
  if (value === undefined) return leaf(fact.say[0] ?? '', fact.because);
  const fields = field.fields ?? {};
  if (!key.keys || key.keys.length === 0 || value === null || typeof value !== 'object' || Array.isArray(value)) {
    return touched(nodeOf(value, fact.because), key, at);
  }
  return {
    kind: 'object',
    entries: key.keys.map((inner) => {
      const id = at.match(inner.name, fields) ?? (inner.name in value ? inner.name : undefined);
      const own = id === undefined ? undefined : value[id];
      return [inner.name, own === undefined ? leaf(null, fact.because) : touched(nodeOf(own, fact.because), inner, at)];
    }),
  };
}

function textNode(facts: readonly Fact[], key: KeySpec, at: Building): Node {
  const { text, because } = at.compose(facts, key.name);
  return leaf(text, because);
}

/** Facts whose text belongs in a text field. */
export function factsIn(content: Content, id: string): Fact[] {
  return content.facts.filter((fact) => fact.in === undefined || fact.in.includes(id));
}

function touched(node: Node, key: KeySpec, at: Building): Node {
  if (node.kind === 'leaf') return { ...node, value: at.touch(node.value, key) };
  if (node.kind === 'array') return { kind: 'array', items: node.items.map((item) => touched(item, key, at)) };
  return { kind: 'object', entries: node.entries.map(([name, inner]) => [name, touched(inner, { name }, at)]) };
}

const bodyOf = (content: Content) =>
  content.facts.filter((fact) => fact.say.length > 0 && fact.role !== 'greeting' && fact.role !== 'closing');
const isProse = (content: Content) => Object.values(content.fields).every((field) => field.kind !== 'list');
const isTextKey = (name: string) =>
  /^(text|texte|summary|r[ée]sum[ée]|reply|r[ée]ponse|answer|message|body|corps|content|contenu|email|mail|letter|lettre|description|explanation|explication|reasoning|rationale|justification|comment|commentaire|analysis|analyse|result|r[ée]sultat|output)$/iu.test(
    name,
  );
