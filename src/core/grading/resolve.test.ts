import { describe, expect, it } from 'vitest';
import { AuthoringProblem, resolve } from './resolve.ts';

const truth = {
  expect: { days: 68, list: ['a', 'b'], deep: { er: true } },
  values: { email: 'Hi {{expect.days}}', policy: 'p' },
};

describe('resolve', () => {
  it('takes the value as it is for a text that is nothing but a placeholder', () => {
    expect(resolve('{{expect.days}}', truth)).toBe(68);
    expect(resolve('{{ expect.list }}', truth)).toEqual(['a', 'b']);
    expect(resolve('{{expect.deep.er}}', truth)).toBe(true);
    expect(resolve('{{expect.list.length}}', truth)).toBe(2);
    expect(resolve('{{email}}', truth)).toBe('Hi {{expect.days}}'); // once: data are not templates
  });
  it('writes values out among other words, at any depth', () => {
    expect(resolve({ a: ['in {{expect.days}} days', 3, null] }, truth)).toEqual({ a: ['in 68 days', 3, null] });
  });
  it.each(['{{expect.none}}', '{{nobody}}', 'a {{expect.deep.none}} b', '{{expect}}', '{{}}', '{{toString}}'])(
    'calls %s a mistake of the author',
    (text) => {
      expect(() => resolve(text, truth)).toThrow(AuthoringProblem);
    },
  );
});
