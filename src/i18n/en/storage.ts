import { count } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Why storage could not do what was asked, and what to do about it. */
export const storage = messages('storage', {
  damaged: count({
    one: '{count} stored row is damaged and was left out. Everything else is here; the row was not touched.',
    other: '{count} stored rows are damaged and were left out. Everything else is here; the rows were not touched.',
  }),
  blocked:
    'This browser does not let Candor store anything. You can practise, but attempts are gone when you close the page. Allow site data for this page, or leave the private window.',
  full: 'The disk space that the browser gives this page is used up. Export your data in Settings, delete attempts you no longer need, and try again.',
  'newer-version':
    'Another tab has opened a newer version of Candor. Load this page again to go on; what you typed is kept.',
  deleted:
    'What this page had stored was deleted, in another tab or in the browser’s settings. Load the page again to go on; what you are typing is kept.',
  closed: 'The connection to the stored attempts was lost. Load the page again; what you typed is kept.',
  unknown:
    'The stored attempts could not be reached. Load the page again; if that does not help, export your data in Settings.',
});
