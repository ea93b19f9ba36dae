import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** All attempts over all exercises. */
export const history = messages('history', {
  title: 'History',
  about: 'Every attempt, as it was: the prompt or the verdicts, the outputs, the grade.',
  today: 'Today',
  yesterday: 'Yesterday',
  'change-first': 'First attempt',
  'change-same': 'The same prompt again',
  'change-parameters': 'Other parameters',
  'change-added': params('Added: {text}'),
  'change-removed': params('Taken out: {text}'),
  judged: params('{right} of {total} cases judged rightly, and for a reason'),
  pass: 'passed',
  fail: 'not passed',
  ungraded: 'could not be graded',
  interrupted: 'cut short',
  running: 'running',
  score: params('score {score}'),
  unknownExercise: 'an exercise that is no longer here',
  delete: params('Delete the attempt at “{title}” of {moment}'),
  deleted: params('Attempt at “{title}” deleted.'),
  restored: 'The attempt is back.',
  more: 'Show older attempts',
  shown: count({ one: '{count} attempt shown', other: '{count} attempts shown' }),
  empty: 'Nothing here yet.',
  emptyHelp: 'Each time you run a prompt, the attempt is kept here: prompt, outputs and grade, on this device only.',
});
