import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Data and settings. */
export const settings = messages('settings', {
  title: 'Settings',
  look: 'Look',
  language: 'Language',
  theme: 'Theme',
  'theme-system': 'As the system has it',
  'theme-light': 'Light',
  'theme-dark': 'Dark',
  data: 'Your data',
  dataAbout:
    'Attempts, comparisons, drafts and progress lie in this browser and nowhere else. Export them to keep a copy, or to go on with them on another device.',
  export: 'Export everything',
  exporting: 'Writing the file…',
  exported: params('Exported as {name}.'),
  import: 'Import a file',
  importAbout:
    'Drop an export file here, or choose one. What is there already stays; nothing is doubled, and nothing newer is overwritten.',
  drop: 'Let go to import',
  importing: params('Importing, {done} of {total}'),
  reading: 'Reading the file…',
  importDone: params('Imported {name}.'),
  added: count({ one: '{count} added', other: '{count} added' }),
  updated: count({ one: '{count} updated', other: '{count} updated' }),
  unchanged: count({ one: '{count} already here', other: '{count} already here' }),
  nothingNew: params(
    '{name} holds no attempt and no comparison that is not here already. Drafts and progress are up to date.',
  ),
  'import-not-json': params(
    '{name} is not an export file of Candor: it is not JSON. Choose the .json file that “Export everything” wrote.',
  ),
  'import-not-ours': params(
    '{name} is not an export file of Candor. Choose the .json file that “Export everything” wrote.',
  ),
  'import-newer': params(
    '{name} comes from a newer version of Candor. Load this page again to get that version, then import it.',
  ),
  'import-invalid': params('{name} is damaged and nothing was imported. The first fault is at {where}.'),
  'import-too-large': params('{name} is larger than a file of Candor can be. Nothing was imported.'),
  storage: 'Storage',
  used: params('{used} of {quota} used.'),
  'part-indexedDB': 'Attempts, comparisons and drafts',
  'part-caches': 'The copy of the app',
  'part-fileSystem': 'Model files',
  keptAttempts: count({ one: '{count} attempt', other: '{count} attempts' }),
  keptComparisons: count({ one: '{count} comparison', other: '{count} comparisons' }),
  keptDrafts: count({ one: '{count} draft', other: '{count} drafts' }),
  kept: params('Kept here: {what}.'),
  usageUnknown: 'This browser does not say how much space is used.',
  persisted: 'The browser has promised to keep your data until you delete them.',
  notPersisted: 'When space runs short, the browser may clear your data without asking.',
  askPersist: 'Ask it to keep them',
  persistRefused:
    'The browser did not promise. It often does once you have bookmarked or installed the page. Export your data now and then.',
  weekly:
    'Safari deletes what a page has stored after seven days in which you used Safari and did not come here. Add Candor to the Dock or the home screen to keep it out of that; and export your data now and then.',
  privately: 'In a private window, all of it goes when you close the window.',
  persistUnknown: 'This browser cannot promise to keep your data. Export them now and then.',
  offline: 'Offline',
  'offline-ready': 'The whole app is on this device. It opens and works without a network.',
  'offline-fetching': 'The app is being copied to this device…',
  'offline-insecure':
    'The page came over plain http, and there browsers keep no copy. Open it over https to have it without a network.',
  'offline-unsupported':
    'This browser keeps no copies of apps, or not in this window; private windows often do not. Candor works, but needs the network to open.',
  'offline-refused':
    'The browser does not allow a copy on this device. Allow site data for this page, then try again; until then Candor needs the network to open.',
  'offline-incomplete':
    'The app could not be copied to this device, because a file did not arrive. What is open works; try again when the network is back.',
  'offline-full':
    'There was no room on this device for a copy of the app. Free some space, then try again; until then Candor needs the network to open.',
  'offline-off': 'No copy is kept of a version under development.',
  offlineAgain: 'Try again',
  model: 'Models',
  modelAbout:
    'Prompts run on a simulated model inside this page, the same way each time, and what it writes is labelled simulated. Or on a real one: a server, the browser’s own model, or a model file.',
  modelsOpen: 'Set up real models',
});
