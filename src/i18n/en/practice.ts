import { params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** The practice page as a whole. */
export const practice = messages('practice', {
  title: params('{exercise} · Candor'),
  loading: 'Opening the exercise…',
  notFound: 'There is no exercise at this address.',
  notFoundHelp: 'It may have been renamed, or the link cut short.',
  failed: 'The exercise did not load.',
  failedHelp: 'Your drafts and attempts are safe. Try again.',
  again: 'Try again',
  backToExercises: 'Back to the exercises',
  resizeTask: 'Width of the task; Enter folds it',
  resizeResult: 'Width of the prompt and the result; Enter folds the result',
  foldTask: 'Fold the task',
  openTask: 'Open the task',
  foldResult: 'Fold the result',
  openResult: 'Open the result',
  sections: 'Parts of the page',
});
