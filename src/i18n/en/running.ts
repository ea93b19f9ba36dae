import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Running on real models: what is said before, meanwhile and after. */
export const running = messages('running', {
  // before
  confirmTitle: params('Run on {model}?'),
  confirmLeaves: params('The prompt and the data of the cases, held-out ones too, leave this page and go to {host}.'),
  confirmText: params('{calls}, about {input} tokens sent and {output} received, {cost}.'),
  confirmCounted: params(
    '{calls}, {input} tokens sent, counted as this model counts, and about {output} received, {cost}.',
  ),
  calls: count({ one: '{count} call', other: '{count} calls' }),
  costFree: 'no cost',
  costUnknown: 'price unknown',
  costAbout: params('about {amount}'),
  confirmUnknown:
    'What this model charges is not known here. Look it up, and enter it with its connection in Settings.',
  confirmOnce: 'You are asked once for each connection, until this page is closed.',
  confirmRun: 'Run',
  cancel: 'Cancel',
  // meanwhile
  active: count({ one: '{count} call under way', other: '{count} calls under way' }),
  queued: count({ one: '{count} waits its turn', other: '{count} wait their turn' }),
  limited: count({ one: 'the server takes {count} at a time', other: 'the server takes {count} at a time' }),
  pause: params('{why} Tried again in {seconds} s, attempt {attempt} of {attempts}.'),
  'pause-rate-limited': 'The server asks for fewer calls.',
  'pause-overloaded': 'The server is busy.',
  'pause-other': 'A call did not get through.',
  pauseSaid: params('{why} Tried again in {seconds} seconds.'),
  tryNow: 'Try now',
  thinking: 'thinking',
  // after
  spent: params('{input} tokens sent, {output} received, {cost}, {seconds} s on average.'),
  spentEstimated: params(
    'About {input} tokens sent, {output} received, {cost}, {seconds} s on average. Counted here: the server did not say.',
  ),
  reasoning: count({ one: 'Its reasoning, {count} word', other: 'Its reasoning, {count} words' }),
  warned: params('Not followed by this model: {settings}.'),
  clamped: params('Brought to what this model takes: {settings}.'),
  'setting-temperature': 'temperature',
  'setting-topP': 'top p',
  'setting-maxTokens': 'most tokens',
  'setting-stop': 'texts to stop at',
  'setting-reasoningEffort': 'reasoning',
  'setting-seed': 'seed',
  'setting-responseFormat': 'form of the answer',
});
