import { describe, expect, it } from 'vitest';
import { count, params } from './fill.ts';
import { messages, speak } from './i18n.ts';
import { preferredLanguage, regional } from './locale.ts';

const room = messages('fill-test', {
  quote: params('It says “{text}”, {count} times'),
  items: count({ one: '{count} item', other: '{count} items' }),
  amount: params('{amount} tokens'),
});
const words = () => room.get();
const french = { amount: '{amount} jetons', items: { one: '{count} pièce', other: '{count} pièces' } };

describe('messages', () => {
  it('fill in what a model wrote as it stands', () => {
    expect(words().quote({ text: "$& {count} $' $1", count: 2 })).toBe("It says “$& {count} $' $1”, 2 times");
  });

  it('leave a value that is not given as it is written', () => {
    expect(words().quote({ text: 'x' } as never)).toBe('It says “x”, {count} times');
  });

  it('choose the plural form', () => {
    expect(words().items(1)).toBe('1 item');
    expect(words().items(0)).toBe('0 items');
  });

  it('write small numbers as the browser would', async () => {
    const forms = { one: 'one {count}', other: 'other {count}' };
    const small = messages('small-numbers', { items: count(forms) });
    // A room just read counts as shown for a while: without its French, no room would change its language.
    messages.cache.fr = { ...messages.cache.fr, 'fill-test': french, 'small-numbers': { items: forms } } as never;
    const stop = small.subscribe(() => {});
    for (const language of ['fr', 'en'] as const) {
      const [number, plural] = [new Intl.NumberFormat(language), new Intl.PluralRules(language)];
      await speak(language);
      for (const value of [0, 1, 2, 11, 21, 101, 999, 1000, 12_345, 1.5, -1])
        expect(small.get().items(value)).toBe(`${plural.select(value)} ${number.format(value)}`);
    }
    stop();
  });

  it('write numbers as the language does', async () => {
    messages.cache.fr = { ...messages.cache.fr, 'fill-test': french } as never;
    await speak('fr');
    const stop = room.subscribe(() => {});
    expect(words().amount({ amount: 12345.5 }).replace(/\s/gu, ' ')).toBe('12 345,5 jetons');
    expect(words().items(0)).toBe('0 pièce');
    stop();
    await speak('en');
    expect(words().amount({ amount: 12345.5 })).toBe('12,345.5 tokens');
  });
});

describe('the language', () => {
  it('is the first of the person’s that we have', () => {
    expect(preferredLanguage(['de-DE', 'fr-CA', 'en'])).toBe('fr');
    expect(preferredLanguage(['de', 'it'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });

  it('takes dates and numbers from where the person is', () => {
    expect(regional('en', ['fr-FR', 'en-GB'])).toBe('en-GB');
    expect(regional('fr', ['en-GB'])).toBe('fr');
  });
});
