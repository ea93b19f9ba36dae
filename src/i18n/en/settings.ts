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
  usageUnknown: 'This browser does not say how much space is used.',
  persisted: 'The browser has promised to keep your data until you delete them.',
  notPersisted: 'When space runs short, the browser may clear your data without asking.',
  askPersist: 'Ask it to keep them',
  persistRefused:
    'The browser did not promise. It often does once you have bookmarked or installed the page. Export your data now and then.',
  persistUnknown: 'This browser cannot promise to keep your data. Export them now and then.',
  model: 'Models',
  modelAbout:
    'Prompts run on a simulated model inside this page, the same way each time, and what it writes is labelled simulated. Or on a real one: a server, the browser’s own model, or a model file.',
  modelsOpen: 'Set up real models',
});
