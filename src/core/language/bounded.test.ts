import { describe, expect, it } from 'vitest';
import { bounded } from './bounded.ts';

describe('bounded', () => {
  const counting = () => {
    const asked: string[] = [];
    return { asked, upper: bounded(3, (text) => (asked.push(text), text.toUpperCase())) };
  };

  it('works out each text once, and each text by itself', () => {
    const { asked, upper } = counting();
    expect(['a', 'b', 'a', 'b'].map(upper)).toEqual(['A', 'B', 'A', 'B']);
    expect(asked).toEqual(['a', 'b']);
  });
  it('keeps what is in use and forgets the rest', () => {
    const { asked, upper } = counting();
    for (let i = 0; i < 20; i++) {
      expect(upper(`once ${i}`)).toBe(`ONCE ${i}`);
      expect(upper('often')).toBe('OFTEN');
    }
    expect(asked.filter((text) => text === 'often')).toHaveLength(1);
    upper('once 0');
    expect(asked.filter((text) => text === 'once 0')).toHaveLength(2);
  });
});
