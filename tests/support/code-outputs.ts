import type { CodeJob, FunctionTest, JavascriptJob, SqlJob } from '#core/sandbox/code-job.ts';

/** Outputs with code in them, and what must be found out about each, wherever it runs: `pass`, or the code of a reason. */
export interface CodeOutput {
  name: string;
  job: CodeJob;
  finds: string;
}

const javascript = (text: string, tests: FunctionTest[], more: Partial<JavascriptJob> = {}): CodeJob => ({
  language: 'javascript',
  text,
  strict: false,
  tolerance: 0,
  name: 'slug',
  tests,
  ...more,
});

const orders = `
  create table orders (id integer primary key, customer text, placed text, amount real, status text);
  insert into orders values
    (1, 'Marais', '2026-01-05', 120.5, 'paid'),
    (2, 'Marais', '2026-01-09', 40, 'cancelled'),
    (3, 'Okafor', '2026-02-02', 19.99, 'paid'),
    (4, 'Okafor', null, 10, 'PAID');`;

const sql = (text: string, rows: SqlJob['rows'], more: Partial<SqlJob> = {}): CodeJob => ({
  language: 'sql',
  text,
  strict: false,
  tolerance: 0.005,
  tables: orders,
  rows,
  ordered: false,
  ...more,
});

const slug = "const slug = (title) => title.trim().toLowerCase().replace(/[^a-z0-9]+/g, '-');";
const slugTests: FunctionTest[] = [{ call: [' A b '], gives: 'a-b' }];
const block = (code: string, language = 'js') => `\`\`\`${language}\n${code}\n\`\`\``;
const one: FunctionTest[] = [{ call: [], gives: 1 }];
const byCustomer = [
  { customer: 'Marais', total: 120.5 },
  { customer: 'Okafor', total: 29.99 },
];
const right = `select customer, round(sum(amount), 2) as total\nfrom orders\nwhere lower(status) = 'paid'\ngroup by customer`;

/** As strong models answer: prose around, several blocks, modules, exports. */
export const goodAnswers: CodeOutput[] = [
  { name: 'a block', job: javascript(block(slug), slugTests), finds: 'pass' },
  {
    name: 'a block amid prose, and an example of its use',
    job: javascript(
      `Sure! Here's the function:\n\n${block(slug, 'javascript')}\n\n**How it works**\n\n- trims\n\n${block("slug('A b'); // → a-b")}\n`,
      slugTests,
    ),
    finds: 'pass',
  },
  {
    name: 'a draft and its correction',
    job: javascript(
      `${block('const slug = (title) => title;')}\nThat forgets the case. Better:\n${block(slug)}`,
      slugTests,
    ),
    finds: 'pass',
  },
  { name: 'bare code', job: javascript(slug, slugTests), finds: 'pass' },
  {
    name: 'bare code amid prose',
    job: javascript(`Here is the function:\n\n${slug}\n\nIt trims the title first.`, slugTests),
    finds: 'pass',
  },
  { name: 'an exported function', job: javascript(block(`export ${slug}`), slugTests), finds: 'pass' },
  {
    name: 'a default export',
    job: javascript(block("export default function (title) { return 'a-b'; }"), slugTests),
    finds: 'pass',
  },
  {
    name: 'a CommonJS export',
    job: javascript(block("module.exports = { slug: (title) => 'a-b' };"), slugTests),
    finds: 'pass',
  },
  {
    name: 'an asynchronous function that prints',
    job: javascript(block("async function slug(title) { console.log(title); return 'a-b'; }"), slugTests),
    finds: 'pass',
  },
  {
    name: 'numbers within the tolerance, keys in another order',
    job: javascript(block('function slug() { return { b: [0.1 + 0.2], a: null }; }'), [
      { call: [], gives: { a: null, b: [0.3] } },
    ]),
    finds: 'pass',
  },
  {
    name: 'an error that is asked for',
    job: javascript(block("function slug(x) { if (x === null) throw new TypeError('No title'); }"), [
      { call: [null], throws: true },
      { call: [null], throws: 'no title' },
    ]),
    finds: 'pass',
  },
  { name: 'a query', job: sql(block(right, 'sql'), byCustomer), finds: 'pass' },
  {
    name: 'a query amid prose, with further columns',
    job: sql(
      `Here's a query for SQLite:\n\n${block(`-- paid only\nwith paid as (select * from orders where lower(status) = 'paid')\nselect customer, count(*) as n, sum(amount) as Total from paid group by 1 order by 3 desc;`, 'sqlite')}\n\nIt ignores case.`,
      byCustomer,
    ),
    finds: 'pass',
  },
  { name: 'a bare query', job: sql(`${right};`, byCustomer), finds: 'pass' },
  {
    name: 'a bare query amid prose',
    job: sql(`You could run this:\n\n${right}\n\nThe totals are rounded.`, byCustomer),
    finds: 'pass',
  },
  {
    name: 'rows by position and in order, an amount written as text',
    job: sql(
      block(`select printf('%.2f', sum(amount)), customer from orders group by 2 order by 2`, 'sql'),
      [
        [160.5, 'Marais'],
        [29.99, 'Okafor'],
      ],
      { ordered: true },
    ),
    finds: 'pass',
  },
];

/** Wrong, and why. */
export const badAnswers: CodeOutput[] = [
  { name: 'no code', job: javascript('I would trim the title first.', slugTests), finds: 'code-missing' },
  {
    name: 'another language',
    job: javascript(block('def slug(t): return t', 'python'), slugTests),
    finds: 'code-missing',
  },
  { name: 'another function', job: javascript(block('const slugify = 1;'), slugTests), finds: 'function-missing' },
  { name: 'a slip of syntax', job: javascript(block('function slug( {'), slugTests), finds: 'code-breaks' },
  { name: 'a wrong result', job: javascript(block('const slug = (t) => t;'), slugTests), finds: 'call-wrong' },
  { name: 'an error', job: javascript(block('const slug = (t) => t.x.y;'), slugTests), finds: 'call-threw' },
  {
    name: 'no error where one is due',
    job: javascript(block('const slug = (t) => t;'), [{ call: [1], throws: true }]),
    finds: 'call-returned',
  },
  {
    name: 'NaN for null',
    job: javascript(block('const slug = () => NaN;'), [{ call: [], gives: null }]),
    finds: 'call-wrong',
  },
  {
    name: 'nothing for null',
    job: javascript(block('const slug = () => {};'), [{ call: [], gives: null }]),
    finds: 'call-wrong',
  },
  {
    name: 'a Map for an object',
    job: javascript(block('const slug = () => new Map();'), [{ call: [], gives: {} }]),
    finds: 'call-wrong',
  },
  {
    name: 'a fence where strictly code was asked for',
    job: javascript(block(slug), slugTests, { strict: true }),
    finds: 'code-breaks',
  },
  { name: 'no query', job: sql('I would group them by customer.', byCustomer), finds: 'code-missing' },
  { name: 'a comment for a query', job: sql(block('-- to do', 'sql'), byCustomer), finds: 'code-missing' },
  {
    name: 'another dialect',
    job: sql(block("select date_trunc('month', placed) from orders", 'sql'), byCustomer),
    finds: 'code-breaks',
  },
  {
    name: 'rows too many',
    job: sql(block('select customer, amount as total from orders', 'sql'), byCustomer),
    finds: 'rows-wrong-count',
  },
  {
    name: 'a sum too large',
    job: sql(block('select customer, sum(amount) as total from orders group by 1', 'sql'), byCustomer),
    finds: 'row-missing',
  },
  {
    name: 'a column by another name',
    job: sql(block('select customer, 1 as paid from orders', 'sql'), byCustomer),
    finds: 'column-missing',
  },
  { name: 'a column too many by position', job: sql(block('select 1, 2', 'sql'), [[1]]), finds: 'columns-wrong' },
  {
    name: 'the wrong order',
    job: sql(block('select id from orders order by id desc', 'sql'), [[1], [2], [3], [4]], { ordered: true }),
    finds: 'row-misplaced',
  },
  {
    name: 'tables that cannot be set up',
    job: sql(right, byCustomer, { tables: 'create tabel x' }),
    finds: 'invalid-tables',
  },
];

const attempt = (name: string, code: string, finds: string, tests = one): CodeOutput => ({
  name,
  job: javascript(block(code), tests),
  finds,
});
const query = (name: string, code: string, finds: string): CodeOutput => ({
  name,
  job: sql(block(code, 'sql'), [[1]]),
  finds,
});
const world = [
  'process',
  'require',
  'fetch',
  'XMLHttpRequest',
  'Worker',
  'postMessage',
  'WebAssembly',
  'performance',
  'std',
  'os',
  'Deno',
  'self',
  'window',
  'setTimeout',
];

/** Out of the sandbox, past its limits, or into its reading of results. */
export const escapes: CodeOutput[] = [
  attempt('an endless loop', 'function slug() { for (;;); }', 'code-endless'),
  attempt('an endless definition', 'while (true) {}', 'code-endless'),
  attempt(
    'a regular expression without end',
    "function slug() { return /^(a+)+$/.test('a'.repeat(40) + '!'); }",
    'code-endless',
  ),
  attempt('an endless getter on the result', 'function slug() { return { get x() { for (;;); } }; }', 'code-endless'),
  attempt('an endless message', 'function slug() { throw { get message() { for (;;); } }; }', 'code-endless'),
  attempt(
    'a proxy whose keys never end',
    'function slug() { return new Proxy({}, { ownKeys() { for (;;); } }); }',
    'code-endless',
  ),
  attempt(
    'a loop that catches its own end',
    'function slug() { for (;;) { try { for (;;); } catch {} finally { continue; } } }',
    'code-endless',
  ),
  attempt('recursion without end', 'function slug() { return slug(); }', 'call-threw'),
  attempt(
    'memory without end',
    "function slug() { const all = []; for (;;) all.push('x'.repeat(100000) + all.length); }",
    'call-threw',
  ),
  attempt('a huge text', "function slug() { return 'x'.repeat(2 ** 30); }", 'call-threw'),
  attempt('a large result', "function slug() { return 'x'.repeat(300000); }", 'code-too-greedy'),
  attempt('a circle', 'function slug() { const a = {}; a.a = a; return a; }', 'call-threw'),
  attempt('a promise that is never kept', 'function slug() { return new Promise(() => {}); }', 'call-unsettled'),
  attempt('promises without end', 'async function slug() { for (;;) await 1; }', 'call-unsettled'),
  attempt('a module from outside', "async function slug() { return (await import('node:fs')) ? 1 : 0; }", 'call-threw'),
  attempt('an import', "import fs from 'node:fs'; export function slug() { return 1; }", 'code-breaks'),
  attempt(
    'whatever the constructor chain leads to',
    `function slug() { const all = slug.constructor('return this')(); return ${JSON.stringify(world)}.filter((name) => name in all); }`,
    'pass',
    [{ call: [], gives: [] }],
  ),
  attempt(
    'a poisoned world',
    'Object.prototype.toJSON = undefined; JSON.stringify = () => 0; JSON.parse = () => 0; Reflect.apply = () => 0; Array.prototype.map = () => 0; Function.prototype.call = () => 0; function slug() { return 1; }',
    'pass',
  ),
  attempt(
    'a result that lies when written',
    'function slug() { return { toJSON: () => ({ value: 1 }) }; }',
    'call-wrong',
  ),
  attempt(
    'a prototype in the result',
    `function slug() { return JSON.parse('{"__proto__": {"polluted": 1}}'); }`,
    'call-wrong',
    [{ call: [], gives: {} }],
  ),
  attempt(
    'the time and chance',
    'function slug() { return [Date.now(), new Date(2026, 5, 1).toISOString(), new Date().getTimezoneOffset()]; }',
    'pass',
    [{ call: [], gives: [Date.UTC(2026, 2, 31, 12), '2026-06-01T00:00:00.000Z', 0] }],
  ),
  query('a second statement', 'select 1; drop table orders', 'query-several'),
  query('a deletion', 'delete from orders', 'query-not-allowed'),
  query('a table', 'create table t (a)', 'query-not-allowed'),
  query('a file attached', "attach 'file:x?mode=rwc' as x", 'query-not-allowed'),
  query('a file written', "vacuum into '/tmp/x'", 'query-not-allowed'),
  query('a setting', 'pragma query_only = off', 'query-not-allowed'),
  query('a function that writes', "select writefile('x', 'y')", 'code-breaks'),
  query('an extension', "select load_extension('x')", 'code-breaks'),
  query(
    'recursion without end',
    'with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n',
    'code-endless',
  ),
  query(
    'rows without end',
    'with recursive n(x) as (select 1 union all select x + 1 from n) select x from n',
    'code-too-greedy',
  ),
  query(
    'a product of everything',
    `select count(*) from ${Array.from('abcdefghijklmn', (name) => `orders ${name}`).join(', ')}`,
    'code-endless',
  ),
  query('a huge blob', 'select zeroblob(1000000000)', 'code-too-greedy'),
  query('a huge text', "select printf('%.900000000d', 1)", 'code-too-greedy'),
  query('chance', 'select random()', 'code-breaks'),
  query('bytes by chance', 'select randomblob(8)', 'code-breaks'),
  query('expressions within expressions', `select ${'('.repeat(3000)}1${')'.repeat(3000)}`, 'code-breaks'),
];
