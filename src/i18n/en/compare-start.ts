import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Ways into a comparison, from where prompts are written and attempts are kept. */
export const compareStart = messages('compare-start', {
  compareDraft: 'Compare this prompt',
  compareDraftHelp: 'This prompt beside the one before it, in panes that run together',
  chainNotCompared: 'A chain cannot be set side by side yet',
  compareWith: 'Compare with…',
  compareAttempt: params('Compare the attempt at “{title}” of {moment} with others'),
  pickTitle: 'Which attempts side by side?',
  pickHelp: params('{fewest} to {most} attempts at “{title}”. Their answers come along; nothing is run again.'),
  scored: params('score {score}'),
  notScored: 'no score',
  chosen: count({ one: '{count} chosen', other: '{count} chosen' }),
  onlyOne: 'There is one attempt at this exercise so far. It is set beside a copy of itself, to be changed.',
  open: 'Set side by side',
  cancel: 'Not now',
});
