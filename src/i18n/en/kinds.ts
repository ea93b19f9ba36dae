import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** What only some kinds of exercise have: steps, hostile cases, a given prompt. */
export const kinds = messages('kinds', {
  // chain
  steps: 'Steps of the chain',
  stepName: params('{number} {name}'),
  stepEmpty: 'empty: it passes on what it is given',
  stepTrouble: 'has a problem',
  stepHelp: params(
    'The answer of this step is {variable} in the next ones. Left empty, it passes on what it was given.',
  ),
  lastStepHelp: 'What this step writes is the answer. Left empty, the answer is what the step before it wrote.',
  wrote: params('What “{step}” wrote'),
  answerOf: params('“{step}”: the answer'),
  missed: count({ one: '{count} missed', other: '{count} missed' }),
  writing: params('“{step}” is writing'),
  notComparedHelp:
    'Comparing runs one prompt beside another, and a chain is several that feed each other. Step through its attempts along the foot of its page instead: scores, answers and changes stand there.',
  openExercise: 'Open the exercise',
  // repair
  given: 'The given prompt',
  givenHelp: 'What you took out and what you added, against the prompt as it was given.',
  givenSame: 'This is the prompt as it was given.',
  showGiven: 'Show what you changed',
  hideGiven: 'Hide what you changed',
  restoreGiven: 'Restore the given prompt',
  faults: 'What was wrong with the given prompt',
  'flaw-contradiction': 'contradiction',
  'flaw-obsolete': 'obsolete',
  'flaw-vague': 'vague',
  'flaw-harmful': 'harmful',
});
