import type { Value } from '#core/exercises/simulation.ts';
import { sentences } from '#core/language/segment.ts';
import { fold } from '#core/language/normalise.ts';
import type { KeySpec } from '../reading/reading.ts';
import { extract, numberOf, valueFor } from './extract.ts';

type Row = [string, Value][];

/** Whether a text is rows of cells. */
export const isTable = (text: string): boolean => rowsIn(text).length > 2;

const mostRows = 200;

/** Records in a text: its rows where it has some, else one for every sentence that says something of a key. */
export function recordsIn(text: string, keys: readonly KeySpec[]): Row[] {
  const rows = rowsIn(text);
  const [head, ...rest] = rows;
  if (head && rows.length >= 2) {
    const own = keys.length === head.length ? keys.map(({ name }) => name) : head;
    const headed = head.every((cell) => !/\d/.test(cell)) && rest.some((row) => row.some((cell) => /\d/.test(cell)));
    const named =
      headed || keys.length === 0 || keys.some(({ name }) => head.some((cell) => fold(cell) === fold(name)));
    return (named ? rest : rows).map((row) => own.map((name, at): [string, Value] => [name, asValue(row[at] ?? '')]));
  }
  if (keys.length < 2) return [];
  return sentences(text)
    .slice(0, mostRows)
    .map((one) => keys.map(({ name, type }): [string, Value] => [name, valueIn(one.text, name, type)]))
    .filter((row) => row.filter(([, value]) => value !== null).length >= 2);
}

const asValue = (cell: string): Value => (/^-?\d+(?:[.,]\d+)?$/.test(cell) ? numberOf(cell) : cell);

function rowsIn(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s|:+-]+$/.test(line));
  const mark = ['|', '\t', ';', ','].find((one) => lines.length > 1 && lines.every((line) => line.includes(one)));
  if (mark === undefined) return [];
  const rows = lines.slice(0, mostRows).map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split(mark)
      .map((cell) => cell.trim()),
  );
  return rows.every((row) => row.length === rows[0]?.length) ? rows : [];
}

function valueIn(sentence: string, name: string, type: string | undefined): Value {
  const key = fold(name);
  if (/^(?:first ?)?name$|^(?:pre)?nom$|person|who/.test(key)) {
    const own = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/u.exec(sentence)?.[0];
    if (own) return own;
  }
  if (/city|town|place|country|ville|lieu|pays/.test(key))
    return (
      /(?<!\p{L})(?:in|at|from|to|à|en|de|au)\s(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)/u.exec(sentence)?.[1] ?? null
    );
  return valueFor(name, type, extract(sentence)) ?? null;
}
