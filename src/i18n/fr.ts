import { strings, type TranslationJSON } from '@nanostores/i18n';
import { frenchSpaces } from '#core/language/french-spaces.ts';

const rooms = import.meta.glob<Record<string, TranslationJSON>>('./fr/*.ts', { eager: true, import: 'default' });

/** All French words by room, in one chunk: a room is the name of its file. */
export default Object.fromEntries(
  Object.entries(rooms).map(([path, words]) => [
    path.slice('./fr/'.length, -'.ts'.length),
    strings(words, frenchSpaces),
  ]),
);
