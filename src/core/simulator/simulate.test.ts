import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatedRequest } from './completion.ts';
import { simulate } from './simulate.ts';

const asked = (content: string, more: Partial<SimulatedRequest> = {}): SimulatedRequest => ({
  messages: [{ role: 'user', content }],
  parameters: {},
  size: 'medium',
  seed: 1,
  sample: 0,
  knowledge: [],
  ...more,
});
const calm = (content: string) => simulate(asked(content, { temperament: 'off' }));

describe('simulate', () => {
  it('answers any prompt, twice alike, within limits', { timeout: 60_000 }, () => {
    const orders = fc.constantFrom(
      'Write 3 bullets about bread.',
      'JSON only; keys name, amount.',
      'No commas. ALL CAPS.',
      'Exactly 40 words.',
      'Repeat the request first.',
      'Write two versions separated by ***.',
      'Réponds en 2 phrases.',
      'Use the letter q at most 0 times.',
    );
    const prompts = fc.array(fc.oneof(orders, fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 6 });
    fc.assert(
      fc.property(prompts, fc.constantFrom('small', 'medium', 'large'), fc.nat(9), (parts, size, seed) => {
        const request = asked(parts.join('\n'), { size, seed });
        const one = simulate(request);
        expect(simulate({ ...request, messages: [...request.messages] })).toEqual(one);
        expect(one.text.length).toBeLessThan(20_000);
        for (const { output } of one.explanation.decisions)
          for (const span of output) expect(span.end).toBeLessThanOrEqual(one.text.length);
      }),
      { numRuns: 25 },
    );
  });

  it('never calls done what the text does not show', () => {
    const { explanation } = calm('Write about bread in exactly 3 words with at least 5 paragraphs.');
    const counts = explanation.decisions.filter((one) => one.params['kind'] === 'count');
    expect(counts.some((one) => one.outcome === 'forgotten')).toBe(true);
  });

  it('gives a sum and nothing else', () => {
    expect(calm('What is 12 * 7 + 5?').text).toMatch(/^[^.]*\b89\.$/);
  });

  it('extracts what is asked from text that nobody marked', () => {
    const { text } = calm(
      'Extract name, date and amount as JSON only.\nDear team, this is Julia Hartmann writing on 12 March 2024 about the invoice of 1,250.00 EUR that I paid twice.',
    );
    expect(JSON.parse(text)).toEqual({ name: 'Julia Hartmann', date: '2024-03-12', amount: 1250 });
  });

  it('writes two different versions with the separator between them', () => {
    const parts = calm('Write two different versions of a note about bread, separated by ******.').text.split('******');
    expect(parts).toHaveLength(2);
    expect(parts[0]?.trim()).not.toBe(parts[1]?.trim());
  });

  it('repeats the request first when asked to', () => {
    const { text } = calm('What is a mortgage? Repeat the question word for word first, then answer.');
    expect(text.startsWith('What is a mortgage?')).toBe(true);
  });

  it('answers a question from the text given', () => {
    expect(
      calm('Who wrote the report?\n\nThe committee met on Monday. The report was written by Anna Blake.').text,
    ).toBe('The report was written by Anna Blake.');
  });

  it('keeps each bullet within its length', () => {
    const items = calm('Explain photosynthesis in 3 bullets, each at most 10 words.').text.trim().split('\n');
    expect(items).toHaveLength(3);
    for (const item of items) expect(item.split(' ').length).toBeLessThanOrEqual(11);
  });
});

describe('an answer that was begun', () => {
  const question = { role: 'user' as const, content: 'Write five sentences about bread.' };
  const whole = simulate(asked(question.content)).text;
  const goOn = (begun: string, parameters: SimulatedRequest['parameters'] = {}) =>
    simulate({ ...asked(''), messages: [question, { role: 'assistant', content: begun }], parameters });

  it('is gone on with from where it ends, even in the middle of a word', () => {
    for (const at of [1, 17, Math.floor(whole.length / 2), whole.length])
      expect(whole.slice(0, at) + goOn(whole.slice(0, at)).text).toBe(whole);
  });

  it('has the most tokens anew, and is cut there again', () => {
    const first = simulate({ ...asked(question.content), parameters: { maxTokens: 10 } });
    const second = goOn(first.text, { maxTokens: 10 });
    expect(first.finishReason).toBe('length');
    expect(second.finishReason).toBe('length');
    expect(second.text.length).toBeGreaterThan(10);
    expect(whole.startsWith(first.text + second.text)).toBe(true);
  });

  it('explains only what it says now', () => {
    const { text, explanation } = goOn(whole.slice(0, 40));
    for (const { output } of explanation.decisions)
      for (const { start, end } of output) expect([start >= 0, end <= text.length]).toEqual([true, true]);
  });
});
