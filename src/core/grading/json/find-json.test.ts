import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJson, wholeJson } from './find-json.ts';
import { parseJsonAt, valueOf } from './parse-json.ts';
import { stringView } from './string-view.ts';
import { spanIn } from '../text/view.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';

const found = (text: string) => {
  const node = findJson(text);
  return node && valueOf(text, node);
};

describe('findJson', () => {
  it.each([
    ['nothing else', '{"a": 1}'],
    ['a byte order mark', '\ufeff{"a": 1}'],
    ['a fence', '```json\n{"a": 1}\n```'],
    ['a preamble and a remark', 'Sure! Here is the JSON:\n\n{"a": 1}\n\nLet me know {if} you [need] more.'],
    ['braces in the prose before', 'Fill {this} in: {"a": 1}'],
    ['quotation marks around it', '“{"a": 1}”'],
    ['a citation mark', 'As stated in [1] and [2, 3]: {"a": 1}.'],
    ['a template it was copied from', '{"x": …} becomes {"a": 1}'],
  ])('finds JSON with %s', (_, text) => {
    expect(found(text)).toEqual({ a: 1 });
  });

  it('takes the corrected answer after its draft', () => {
    expect(found('Draft: {"a": 1, "b": 2}\nChecked. Final:\n{"a": 1, "b": 3}')).toEqual({ a: 1, b: 3 });
  });

  it('is not displaced by a small example after the answer', () => {
    const text =
      '{"outcome": "refuse", "reply": "We are past thirty days, so no."}\nNote that {"a": 1} was not asked for.';
    expect(found(text)).toMatchObject({ outcome: 'refuse' });
  });

  it.each(['', 'no JSON here', '{"a": 1', "{'a': 1}", '{"a": 1,}', '{a: 1}', '[', '{}}{'])(
    'finds none in %j',
    (text) => {
      expect(findJson(text)).toBeUndefined();
    },
  );

  it('bears a hundred thousand nested lists, and long runs of opening marks', () => {
    const hostile = [
      '['.repeat(100_000) + ']'.repeat(100_000),
      '{"a":'.repeat(50_000),
      '["'.repeat(100_000),
      '{"'.repeat(100_000),
      `["${'['.repeat(200_000)}`,
    ];
    for (const text of hostile) {
      const spent = processorTime();
      findJson(text);
      expect(spent()).toBeLessThan(8000);
    }
  });
});

describe('wholeJson', () => {
  it('accepts a scalar and white space, and nothing around it', () => {
    expect(wholeJson(' 42\n')).toBeDefined();
    expect(wholeJson('```json\n{}\n```')).toBeUndefined();
  });

  it('agrees with JSON.parse on every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const node = wholeJson(text);
        expect(node && valueOf(text, node)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('agrees with JSON.parse on what is no JSON', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      'a',
      ':',
      ',',
      '1',
      '-',
      '.',
      'e',
      ' ',
      '\n',
      '\\',
      'u00e9',
      'true',
      'null',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(wholeJson(text) !== undefined).toBe(valid);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('stringView', () => {
  it('leads every character back to where it is written, escapes included', () => {
    const text = '{"reply": "L\\u2019\\u00e9t\\u00e9\\n\\"ok\\" 😀"}';
    const node = parseJsonAt(text, 0)?.members?.get('reply');
    if (!node) throw new Error('no reply');
    const view = stringView(text, node);
    expect(view.text).toBe('L’été\n"ok" 😀');
    const at = view.text.indexOf('"ok"');
    const { start, end } = spanIn(view, at, at + 4);
    expect(text.slice(start, end)).toBe('\\"ok\\"');
  });
});
