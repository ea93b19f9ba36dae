import { describe, expect, it, vi } from 'vitest';
import { simulate } from '#core/simulator/simulate.ts';
import { gradeCheck, outcomeOf } from '../support/grade-check.ts';

// Far above what they take, far below what a step back on every step would.
vi.setConfig({ testTimeout: 60_000 });

/**
 * Patterns by which regular expressions have been made to hang, by what is wrong with them (nested, overlapping and
 * adjacent repetition; from published advisories): pattern, what is repeated, and what spoils the match at the end.
 * A machine that goes back on its steps would need longer than the universe is old for the shortest of them.
 */
const patterns: [pattern: string, pump: string, spoiler: string][] = [
  ['^(a+)+$', 'a', '!'],
  ['^(a*)*$', 'a', '!'],
  ['^(a|a)*$', 'a', '!'],
  ['^(a|aa)+$', 'a', '!'],
  ['^(a|a?)+$', 'a', '!'],
  ['^((a+)+)+$', 'a', '!'],
  ['^(.*a){12}$', 'a', '!'],
  ['(x+x+)+y', 'x', ''],
  ['^(\\w+\\s?)*$', 'word ', '!'],
  ['^(\\d+\\.?)+$', '1', 'x'],
  [
    '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
    'a',
    '!',
  ],
  ['^([a-z0-9]+([\\-a-z0-9]*[a-z0-9]+)?\\.)+[a-z]{2,}$', 'a-', '!'],
  ['^(([^<>()\\[\\].,;:\\s@"]+(\\.[^<>()\\[\\].,;:\\s@"]+)*)|(".+"))@x$', 'a.', '@'],
  ['^(https?://)?([\\da-z.-]+)\\.([a-z.]{2,6})([/\\w .-]*)*/?$', 'a.', '\n!'],
  ['\\s+$', ' ', 'x'],
  ['^\\s*(\\S+\\s*)*;$', 'x ', '!'],
  ['<!--(.|\\s)*?-->', '<!--', ''],
  ['(?i)<(script|style)(.|\\n)*?</(script|style)>', '<script>', ''],
  ['"(\\\\.|[^"])*"', '\\"', ''],
  ['^(?:[^\\\\"]|\\\\.)*"$', '\\a', '!'],
  ['(.*,)*!', ',', ''],
  ['^(,?\\s*\\w+)*$', ', w', '!'],
  ['^(\\(\\w*\\))*$', '(a)', '('],
  ['(a{1,30}){1,30}$', 'a', '!'],
  ['^(?:a?){60}a{60}$', 'a', '!'],
];

/** Long enough that going back on one's steps would never end; in the long run as long as outputs get. */
const length = process.env['CANDOR_PROPERTY_RUNS'] ? 50_000 : 10_000;

describe('a check with a dangerous pattern', () => {
  it.each(patterns)(`judges ${length} characters by %s`, (pattern, pump, spoiler) => {
    const output = pump.repeat(Math.ceil(length / pump.length)) + spoiler;
    expect(['pass', 'fail']).toContain(outcomeOf({ type: 'regex', value: pattern }, output));
    const json = JSON.stringify({ text: output });
    const schema = { type: 'object', properties: { text: { type: 'string', pattern } } };
    expect(['pass', 'fail']).toContain(outcomeOf({ type: 'json-schema', value: schema }, json));
  });

  it('cannot be judged when the pattern needs what no linear machine has', () => {
    expect(gradeCheck({ type: 'regex', value: '(a+)\\1$' }, 'aaaa').outcome).toBe('ungraded');
    expect(gradeCheck({ type: 'regex', value: '(?<=a)b' }, 'ab').outcome).toBe('ungraded');
  });
});

/** Texts made of one thing, many times: what a stuck model writes, and what our own expressions must get through. */
const monotonous = [
  ...[
    'a',
    ' ',
    '\n',
    '\t',
    '"',
    "'",
    '’',
    '«',
    '(',
    '[',
    '{',
    '<',
    '>',
    '`',
    '```\n',
    '*',
    '**a',
    '_',
    '#',
    '- ',
    '1. ',
    '|',
  ],
  ...[
    '| a ',
    '.',
    '...',
    '!?',
    ',',
    ';',
    ':',
    '\\',
    '\\"',
    '{"a":',
    '[[',
    '<a>',
    '</a>',
    '<!--',
    '&',
    '&amp;',
    '://',
    '@',
    'a@',
  ],
  ...[
    'a.b@',
    '1',
    '1,',
    '1.0',
    '12/',
    '€ ',
    '+33 ',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '\u200d',
    '\u202e',
    '日',
    'don’t ',
    'M. ',
    'e.g. ',
    '\u00a0',
  ],
  ...[
    'no ',
    'not ',
    'never ',
    'do not ',
    'ne pas ',
    'at least 3 words ',
    'in JSON ',
    'and ',
    'or ',
    'if ',
    '{{',
    '}}',
    '---\n',
  ],
];

describe('texts made of one thing', () => {
  const checks: Parameters<typeof outcomeOf>[0][] = [
    { type: 'word-count', value: { min: 1 } },
    { type: 'sentence-count', value: { min: 1 } },
    { type: 'paragraph-count', value: { min: 1 } },
    { type: 'bullet-count', value: { min: 1 } },
    { type: 'is-json' },
    { type: 'numeric', value: 1 },
    { type: 'label', value: 'yes', labels: ['yes', 'no'] },
    { type: 'language', value: 'fr' },
    { type: 'no-personal-data' },
    { type: 'contains', value: 'zz' },
  ];

  it.each(monotonous)('are judged by every check: %j', (piece) => {
    const output = piece.repeat(Math.ceil(20_000 / piece.length));
    for (const check of checks) expect(['pass', 'fail', 'ungraded']).toContain(outcomeOf(check, output));
  });

  it.each(monotonous)('are answered by the simulated model: %j', (piece) => {
    const content = piece.repeat(Math.ceil(20_000 / piece.length));
    const request = {
      messages: [{ role: 'user', content }],
      parameters: {},
      sample: 0,
      seed: 0,
      size: 'medium',
      knowledge: [],
    } as const;
    expect(simulate(request).text).toEqual(expect.any(String));
  });
});
