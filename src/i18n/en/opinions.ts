import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Second opinions of real models on an answer. */
export const opinions = messages('opinions', {
  second: 'Second opinion…',
  secondOn: params('Second opinion on: {case}'),
  about:
    'A real model reads the answer and says whether it does what you ask for, twice, in both orders. It is an opinion and never part of the grade.',
  none: 'A second opinion needs a real model. The simulated one has none.',
  setUp: 'Set up a model',
  model: 'Model that judges',
  rubric: 'What a good answer does',
  rubricHelp: 'The requirements of this exercise. Change them to what you want judged.',
  takes: params('{calls}, about {input} tokens sent and {output} received, {cost}.'),
  calls: count({ one: '{count} call', other: '{count} calls' }),
  leaves: params('The prompt, its data and this answer leave this page and go to {host}.'),
  // of two answers side by side
  secondOnPair: params('Second opinion on: {pair}'),
  pair: params('{first} and {second}'),
  pairLabel: 'Answers to judge',
  aboutPair:
    'A real model reads both answers to this case and says which is better, twice, in both orders. It is an opinion and never part of a score.',
  rubricPair: 'What the better answer does better',
  rubricHelpPair: 'Say what matters to you. An exercise’s requirements stand here to begin with.',
  sentPrompt: 'It is shown the prompt, which both share, with the data of the case.',
  sentData: 'The prompts differ, so it is shown the data of the case and neither prompt.',
  leavesPair: params('What it is shown and both answers leave this page and go to {host}.'),
  better: params('{pane} is better.'),
  ask: 'Ask for it',
  cancel: 'Cancel',
  stop: 'Stop',
  asking: 'Being asked, in both orders…',
  notStored: 'It was not stored: storage refused. It is gone when this page is closed.',
  opinion: 'Opinion',
  of: params('of {model}, not part of the grade'),
  'verdict-pass': 'Does what was asked for.',
  'verdict-fail': 'Does not do all that was asked for.',
  'verdict-first': 'The first answer is better.',
  'verdict-second': 'The second answer is better.',
  'verdict-tie': 'Neither answer is better.',
  'verdict-undecided': 'Undecided: asked twice, it did not say the same.',
  'verdict-unread': 'Undecided: it gave no verdict that can be read.',
  reasons: 'What it said, twice',
  'round-usual': 'First order',
  'round-turned': 'Turned round',
  roundSaid: params('{round}: {verdict}'),
  saidNothing: 'Nothing.',
});
