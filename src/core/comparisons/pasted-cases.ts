/** What was read of a pasted table, or why nothing was. */
export type PastedCases =
  | { ok: true; names: string[]; cases: Record<string, string>[] }
  | {
      ok: false;
      problem: { code: 'empty' | 'no-rows' | 'no-names' } | { code: 'too-many'; count: number; most: number };
    };

/** More cases than this are a data set, and belong into a matrix. */
const mostCases = 200;

const name = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Reads cases from a spreadsheet (tabs), CSV, or JSON: an array of objects, or one object a line. */
export function readPastedCases(text: string): PastedCases {
  if (text.trim() === '') return { ok: false, problem: { code: 'empty' } };
  const rows = rowsOfJson(text) ?? rowsOfTable(text);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length === 0) return { ok: false, problem: { code: 'no-rows' } };
  if (names.length === 0 || !names.every((one) => name.test(one))) return { ok: false, problem: { code: 'no-names' } };
  if (rows.length > mostCases) return { ok: false, problem: { code: 'too-many', count: rows.length, most: mostCases } };
  return { ok: true, names, cases: rows };
}

function rowsOfJson(text: string): Record<string, string>[] | undefined {
  const whole = parsed(text);
  const values = Array.isArray(whole) ? (whole as unknown[]) : whole === undefined ? linesOf(text) : [whole];
  if (!values?.every((value) => typeof value === 'object' && value !== null && !Array.isArray(value))) return undefined;
  return (values as Record<string, unknown>[]).map((value) =>
    Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]),
    ),
  );
}

function linesOf(text: string): unknown[] | undefined {
  const values = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
  return values.includes(undefined) ? undefined : values;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function rowsOfTable(text: string): Record<string, string>[] {
  const [head = '', ...rest] = text.split('\n');
  const separator = head.includes('\t') ? '\t' : !head.includes(',') && head.includes(';') ? ';' : ',';
  const [names = [], ...rows] = cells([head, ...rest].join('\n'), separator);
  const named = names.map((one) => one.trim());
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => Object.fromEntries(named.map((one, index) => [one, row[index] ?? ''])));
}

/** Cells in quotation marks may hold separators, line breaks, and quotation marks written twice (RFC 4180). */
function cells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length) endRow();
  return rows;
}
