import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** The list of stored comparisons and matrices. */
export const comparisons = messages('comparisons', {
  title: 'Comparisons',
  about: 'Prompts, models and parameters side by side: change one thing, and see what it does.',
  newComparison: 'New comparison',
  newMatrix: 'New matrix',
  find: 'Find a comparison',
  findHint: 'Type to search titles, prompts, models and data. Escape empties the field.',
  comparison: 'comparison',
  matrix: 'matrix',
  panes: count({ one: '{count} pane', other: '{count} panes' }),
  grid: params('{prompts} × {models} × {cases}'),
  gridHelp: params('{prompts} prompts, {models} models, {cases} cases'),
  ownData: 'own data',
  gone: 'an exercise that is no longer here',
  untitled: 'Without a title',
  delete: params('Delete “{title}” of {moment}'),
  deleted: params('“{title}” deleted.'),
  restored: params('“{title}” is back.'),
  found: count({ one: '{count} found', other: '{count} found' }),
  shown: count({ one: '{count} shown', other: '{count} shown' }),
  more: 'Show older ones',
  nothingFound: params('Nothing fits “{query}”.'),
  showAll: 'Show all',
  empty: 'Nothing side by side yet.',
  emptyHelp:
    'Start a comparison here and write two prompts for the same data. Or press “Compare” beside a prompt you practise on, or beside an attempt in your history: its answers come along.',
  emptyMatrix: 'A matrix runs many prompts on many models over many cases, and shows the scores as a grid.',
});
