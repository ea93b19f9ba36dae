import { strings, type TranslationJSON } from '@nanostores/i18n';
import { frenchSpaces } from '#core/language/french-spaces.ts';
import catalogue from './fr/catalogue.ts';
import exercises from './fr/exercises.ts';
import shell from './fr/shell.ts';
import storage from './fr/storage.ts';

type Room = Record<string, TranslationJSON>;

/** The rooms of a language with their French spaces. */
export function frenchRooms(rooms: Record<string, Room>): Record<string, Room> {
  return Object.fromEntries(Object.entries(rooms).map(([name, words]) => [name, strings(words, frenchSpaces)]));
}

/**
 * The French words of the first view. They come with its code: asked for by that code, they would cost a French reader one
 * more round trip, and they are small.
 */
export const firstFrench = () => frenchRooms({ catalogue, exercises, shell, storage });
