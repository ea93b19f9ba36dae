import { expect, test } from 'vitest';
import { corrected, shortened } from './mending.ts';

test.each([
  [
    'en',
    'I recieve alot of emails and there is many mistakes',
    'I receive a lot of emails and there are many mistakes.',
  ],
  ['en', 'their is no reason. your welcome.', 'There is no reason. You’re welcome.'],
  ['en', 'She has a plan and their plan is good.', 'She has a plan and their plan is good.'],
  ['fr', 'Les client on reçu leur colis et il sont content.', 'Les clients ont reçu leur colis et ils sont contents.'],
  ['fr', 'J’ai manger hier et tu a dormi.', 'J’ai mangé hier et tu as dormi.'],
  ['fr', 'Les clients ont reçu leur colis et on part demain.', 'Les clients ont reçu leur colis et on part demain.'],
] as const)('corrects in %s: %s', (language, text, right) => {
  expect(corrected(text, language)).toBe(right);
});

test('says shortly what was long-winded', () => {
  expect(shortened('In order to win (as they say) we wait due to the fact that it rains.', 'en')).toBe(
    'To win we wait because it rains.',
  );
});
