import { count, params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Outputs and prompts set against each other: what was added, taken out, changed or moved. */
export const differences = messages('differences', {
  added: 'added',
  removed: 'taken out',
  changed: 'changed',
  moved: 'moved',
  movedHere: 'moved here',
  movedFrom: params('moved here from {place}'),
  against: params('Against {name}:'),
  nothing: params('The same as {name}, word for word.'),
  nothingJson: params('The same as {name}: same keys, same values.'),
  wordsAdded: count({ one: '{count} word added', other: '{count} words added' }),
  wordsRemoved: count({ one: '{count} word taken out', other: '{count} words taken out' }),
  paragraphsMoved: count({ one: '{count} paragraph moved', other: '{count} paragraphs moved' }),
  jsonDifferences: count({ one: '{count} place differs', other: '{count} places differ' }),
  byParagraphs: 'Too long to compare word by word: whole paragraphs are set against each other.',
  failed: 'The differences could not be worked out. The text is shown without them.',
  again: 'Try again',
  showAs: 'Show answers as',
  rendered: 'Markdown',
  raw: 'text',
  json: 'JSON',
  tooLongToRender: params('This answer is {size} long: it is shown as text.'),
  noJson: 'There is no JSON in this answer. Here is its text.',
  noJsonBefore: params('There is no JSON in {name} to compare with.'),
  waitingForJson: 'The answer is still arriving; its JSON is shown once it is whole.',
  tree: 'The answer as JSON',
  keys: count({ one: '{count} key', other: '{count} keys' }),
  items: count({ one: '{count} item', other: '{count} items' }),
  scrollTogether: 'Scroll together',
});
