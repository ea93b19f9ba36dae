import { params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** The frame around every page. */
export const shell = messages('shell', {
  exercises: 'Exercises',
  compare: 'Compare',
  history: 'History',
  settings: 'Settings',
  skip: 'Skip to the content',
  navigation: 'Main',
  home: 'Candor, all exercises',
  model: 'Model',
  simulated: 'simulated',
  offline: 'offline',
  modelNote: params('{model}: a simulated model that runs in this page. No request leaves it.'),
  modelNoteHere: params('{model}: runs in this browser. No request leaves it.'),
  modelNoteLeaves: params('{model} of {connection}: what is run goes to {host}.'),
  language: 'Language',
  english: 'English',
  french: 'Français',
  languageMissing: 'The words of that language did not load. Choose it again when the page can be reached.',
  close: 'Close',
  notices: 'Notices',
  undo: 'Undo',
  retry: 'Try again',
  loading: 'Loading',
  pageBroken: 'This page did not load.',
  pageBrokenHelp:
    'Nothing you wrote is lost. Load the page again; if that does not help, export your data in Settings and tell us what you did.',
  reload: 'Load again',
  updateReady: 'A newer version of Candor is ready.',
  updateNow: 'Load it',
  notFound: 'There is no such page',
  notFoundHelp: 'The address may be from an older version, or cut short when it was copied.',
  backToExercises: 'Back to the exercises',
});
