import type { Value } from '#core/exercises/simulation.ts';
import type { Piece } from '../draft.ts';
import type { Node } from './nodes.ts';

const plain = (text: string): Piece => ({ text, because: [] });

/** JSON with two spaces, as models write it. */
export function jsonPieces(node: Node, indent = ''): Piece[] {
  if (node.kind === 'leaf') return [{ text: JSON.stringify(node.value), because: node.because }];
  const inner = `${indent}  `;
  const children =
    node.kind === 'object'
      ? node.entries.map(([key, child]) => [plain(`${inner}${JSON.stringify(key)}: `), ...jsonPieces(child, inner)])
      : node.items.map((child) => [plain(inner), ...jsonPieces(child, inner)]);
  const [open, close] = node.kind === 'object' ? ['{', '}'] : ['[', ']'];
  if (children.length === 0) return [plain(open + close)];
  return [
    plain(`${open}\n`),
    ...children.flatMap((child, index) => (index === 0 ? child : [plain(',\n'), ...child])),
    plain(`\n${indent}${close}`),
  ];
}

export function yamlPieces(node: Node, indent = ''): Piece[] {
  if (node.kind === 'leaf') return [{ text: yamlScalar(node.value, indent), because: node.because }];
  const nested = (child: Node): Piece[] =>
    child.kind === 'leaf'
      ? [plain(' '), ...yamlPieces(child, `${indent}  `)]
      : isEmpty(child)
        ? [plain(child.kind === 'object' ? ' {}' : ' []')]
        : [plain('\n'), ...yamlPieces(child, `${indent}  `)];
  const rows =
    node.kind === 'object'
      ? node.entries.map(([key, child]) => [plain(`${indent}${key}:`), ...nested(child)])
      : node.items.map((child) => [plain(`${indent}-`), ...nested(child)]);
  return rows.flatMap((row, index) => (index === 0 ? row : [plain('\n'), ...row]));
}

function yamlScalar(value: Value, indent: string): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (value.includes('\n'))
    return `|-\n${value
      .split('\n')
      .map((line) => (line ? indent + line : ''))
      .join('\n')}`;
  return /^[\p{L}][^:#"'{}[\]&*!|>%@`\n]*$/u.test(value) && !/^(?:true|false|yes|no|null|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

export function xmlPieces(node: Node, indent = ''): Piece[] {
  if (node.kind === 'leaf') return [{ text: escapeXml(shown(node.value)), because: node.because }];
  const entries: [string, Node][] = node.kind === 'object' ? node.entries : node.items.map((item) => ['item', item]);
  return entries.flatMap(([key, child], index) => {
    const tag = key.trim().replace(/[^\p{L}\p{N}_.-]+/gu, '_');
    const body =
      child.kind === 'leaf'
        ? xmlPieces(child)
        : [plain('\n'), ...xmlPieces(child, `${indent}  `), plain(`\n${indent}`)];
    return [plain(`${index === 0 ? '' : '\n'}${indent}<${tag}>`), ...body, plain(`</${tag}>`)];
  });
}

/** Rows under one head; a tree without a list is a table of one row. */
export function tablePieces(node: Node, style: 'csv' | 'markdown'): Piece[] {
  const rows = rowsOf(node);
  const head = [...new Set(rows.flatMap((row) => row.map(([key]) => key)))];
  const cell = (text: string) =>
    style === 'csv'
      ? /[",\n]/.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text
      : text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
  const [before, between, after] = style === 'csv' ? ['', ',', ''] : ['| ', ' | ', ' |'];
  const pieces = [plain(before + head.map(cell).join(between) + after)];
  if (style === 'markdown') pieces.push(plain(`\n|${head.map(() => ' --- ').join('|')}|`));
  for (const row of rows) {
    pieces.push(plain(`\n${before}`));
    head.forEach((key, index) => {
      const child = row.find(([name]) => name === key)?.[1];
      if (index > 0) pieces.push(plain(between));
      if (child) pieces.push({ text: cell(flat(child)), because: reasons(child) });
    });
    pieces.push(plain(after));
  }
  return pieces;
}

function rowsOf(node: Node): [string, Node][][] {
  if (node.kind === 'array')
    return node.items.map((item) => (item.kind === 'object' ? item.entries : [['value', item]]));
  if (node.kind === 'leaf') return [[['value', node]]];
  const lists = node.entries.filter(
    ([, child]) => child.kind === 'array' && child.items.some((item) => item.kind === 'object'),
  );
  const list = lists.length === 1 && node.entries.length === 1 ? lists[0]?.[1] : undefined;
  return list ? rowsOf(list) : [node.entries];
}

function flat(node: Node): string {
  if (node.kind === 'leaf') return shown(node.value);
  return node.kind === 'array'
    ? node.items.map(flat).join('; ')
    : node.entries.map(([key, child]) => `${key}: ${flat(child)}`).join('; ');
}

function reasons(node: Node): string[] {
  if (node.kind === 'leaf') return node.because;
  return (node.kind === 'array' ? node.items : node.entries.map(([, child]) => child)).flatMap(reasons);
}

const isEmpty = (node: Node) =>
  (node.kind === 'object' ? node.entries : node.kind === 'array' ? node.items : ['']).length === 0;
const shown = (value: Value) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
