import { describe, expect, it } from 'vitest';
import { emptyPrompt, type Prompt } from '#core/prompts/prompt.ts';
import { whatChanged } from './what-changed.ts';

const prompt = (user: string, rest: Partial<Prompt> = {}): Prompt => ({ ...emptyPrompt, user, ...rest });

describe('whatChanged', () => {
  it('knows a first attempt', () => {
    expect(whatChanged(prompt('a'), undefined)).toEqual({ kind: 'first' });
  });

  it('names what was added in the middle', () => {
    const before = prompt('Answer the mail: {{email}}');
    const after = prompt('Answer the mail in JSON only: {{email}}');
    expect(whatChanged(after, before)).toEqual({ kind: 'added', text: 'mail in JSON only:' });
  });

  it('names what was taken out', () => {
    expect(whatChanged(prompt('Answer it'), prompt('Answer it politely please'))).toEqual({
      kind: 'removed',
      text: 'politely please',
    });
  });

  it('keeps to the first words', () => {
    const many = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    const change = whatChanged(prompt(many), prompt(''));
    expect(change).toEqual({ kind: 'added', text: 'w0 w1 w2 w3 w4 w5 w6 w7 w8…' });
  });

  it('does not count a repeated word twice', () => {
    expect(whatChanged(prompt('very very good'), prompt('very good'))).toEqual({ kind: 'added', text: 'very' });
  });

  it('looks at system message and turns too', () => {
    expect(whatChanged(prompt('x', { system: 'Be brief.' }), prompt('x'))).toEqual({
      kind: 'added',
      text: 'Be brief.',
    });
  });

  it('tells changed parameters from nothing', () => {
    expect(whatChanged(prompt('x', { parameters: { temperature: 0 } }), prompt('x'))).toEqual({ kind: 'parameters' });
    expect(whatChanged(prompt('x'), prompt('x'))).toEqual({ kind: 'same' });
  });
});
