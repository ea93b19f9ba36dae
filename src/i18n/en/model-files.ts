import { params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** The file of a model that runs in this page: whether it is at hand, and in memory. */
export const modelFiles = messages('model-files', {
  missing: params('{file} is not at hand after a reload, because it is not kept in this browser. Choose it again.'),
  missingKept: params('{file} was kept in this browser, which has cleared it away. Choose it again.'),
  again: 'Choose the file again',
  otherFile: params(
    'That is another file: {size} instead of {expected}. Choose {file}, or add a connection for this one in Settings.',
  ),
  notKept: 'It could not be kept in this browser, so it is there until the next reload.',
  here: params('{file} is at hand again.'),
  keeping: params('Copying, {share} %'),
  loading: params('Loading, {share} %'),
  load: 'Load it now',
  loadOf: params('Load it now: {name}'),
  unload: 'Free the memory',
  unloadOf: params('Free the memory of {name}'),
  stop: 'Stop',
  stopOf: params('Stop loading {name}'),
  ready: 'In memory, ready.',
  loaded: params('{name} is in memory, ready.'),
  unloaded: params('{name} is in memory no more.'),
});
