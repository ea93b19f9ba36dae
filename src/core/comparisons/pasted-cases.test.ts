import { expect, test } from 'vitest';
import { readPastedCases } from './pasted-cases.ts';

const cases = (text: string) => {
  const read = readPastedCases(text);
  return read.ok ? read.cases : read.problem;
};

test('cells of a spreadsheet, with quoted line breaks', () => {
  expect(cases('email\tname\n"Dear all,\nhello ""you"""\tAnn\n\nShort\tBob\n')).toEqual([
    { email: 'Dear all,\nhello "you"', name: 'Ann' },
    { email: 'Short', name: 'Bob' },
  ]);
});

test('CSV with commas or semicolons, and Windows line ends', () => {
  expect(cases('a,b\r\n1,"2, 3"\r\n')).toEqual([{ a: '1', b: '2, 3' }]);
  expect(cases('a;b\n1,5;2')).toEqual([{ a: '1,5', b: '2' }]);
});

test('a row that is too short leaves its last variables empty', () => {
  expect(cases('a,b\n1')).toEqual([{ a: '1', b: '' }]);
});

test('JSON: an array, an object, or one object a line; what is no text is written as JSON', () => {
  expect(cases('[{"a": "x", "n": 2}, {"a": "y"}]')).toEqual([{ a: 'x', n: '2' }, { a: 'y' }]);
  expect(cases('{"a": ["x"]}')).toEqual([{ a: '["x"]' }]);
  expect(cases('{"a": "x"}\n\n{"a": "y"}')).toEqual([{ a: 'x' }, { a: 'y' }]);
});

test('what cannot be read is said, not guessed', () => {
  expect(cases('  \n')).toEqual({ code: 'empty' });
  expect(cases('a,b\n')).toEqual({ code: 'no-rows' });
  expect(cases('[]')).toEqual({ code: 'no-rows' });
  expect(cases('two words,b\n1,2')).toEqual({ code: 'no-names' });
  expect(cases(`a\n${'x\n'.repeat(201)}`)).toEqual({ code: 'too-many', count: 201, most: 200 });
});
