import { messages } from '../i18n.ts';

/** Why storage could not do what was asked, and what to do about it. */
export const storage = messages('storage', {
  blocked:
    'This browser does not let Candor store anything. You can practise, but attempts are gone when you close the page. Allow site data for this page, or leave the private window.',
  full: 'The disk space that the browser gives this page is used up. Export your data in Settings, delete attempts you no longer need, and try again.',
  'newer-version':
    'Another tab has opened a newer version of Candor. Load this page again to go on; what you typed is kept.',
  closed: 'The connection to the stored attempts was lost. Load the page again; what you typed is kept.',
  unknown:
    'The stored attempts could not be reached. Load the page again; if that does not help, export your data in Settings.',
});
