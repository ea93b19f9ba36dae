import type { TranslationJSON } from '@nanostores/i18n';
import { frenchRooms } from './fr-first.ts';

const rooms = import.meta.glob<Record<string, TranslationJSON>>('./fr/*.ts', { eager: true, import: 'default' });

/** All French words by room, in one chunk: a room is the name of its file. */
export default frenchRooms(
  Object.fromEntries(Object.entries(rooms).map(([path, words]) => [path.slice('./fr/'.length, -'.ts'.length), words])),
);
