import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toYaml, type Yaml } from './yaml.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        '\n',
        ' ',
        '  ',
        '\t',
        '- a',
        'a: b',
        '# c',
        '"',
        "'",
        '|',
        '>',
        '---',
        '...',
        '&',
        '\u2028',
        '\x85',
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    'yes',
    'null',
    '1',
    '~',
    '\n',
    '\n\n',
    ' \n ',
    'a\n',
    '\ufeff',
    '\x00',
    '\x7f',
    '\ud800',
    'é\n🙂',
  ),
);

const value = fc.letrec<{ value: Yaml }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    nasty,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      nasty.filter((key) => key !== '__proto__' && key !== '<<'),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value;

test('every value is read back as it was', () => {
  fc.assert(
    fc.property(value, (written) => {
      // The library follows the standard in replacing half a surrogate pair, which no text should hold.
      const whole = JSON.parse(JSON.stringify(written).replace(/\\ud[89a-f][0-9a-f]{2}/g, '?')) as Yaml;
      expect(parse(toYaml(whole))).toEqual(whole);
    }),
  );
});

test('texts of several lines stand as people read them', () => {
  expect(toYaml({ prompts: [{ raw: 'Answer\n\n  {{email}}', seed: 1 }], none: undefined, empty: [] })).toBe(
    'prompts:\n  - raw: |2-\n      Answer\n\n        {{email}}\n    seed: 1\nempty: []\n',
  );
});
