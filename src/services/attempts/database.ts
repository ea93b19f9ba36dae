import Dexie, { type EntityTable } from 'dexie';
import type { Attempt, AttemptOutput, Draft, ExerciseProgress } from '#core/attempts/attempt.ts';

/** The tables. Attempt rows are small and indexed; outputs, which are large, stand in a table of their own. */
export interface Database extends Dexie {
  attempts: EntityTable<Attempt, 'id'>;
  outputs: EntityTable<AttemptOutput, 'id'>;
  progress: EntityTable<ExerciseProgress, 'exercise'>;
  drafts: EntityTable<Draft, 'exercise'>;
}

export interface DatabaseOptions {
  name?: string;
  /** What to open it with; tests hand in broken ones. */
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
}

export const databaseName = 'candor';

/** The newest version below. */
export const databaseVersion = 1;

/** Whether a newer Candor has been here. Dexie would open such a database all the same, and write old rows into it. */
export function isOutdated(database: Database): boolean {
  return database.backendDB().version > databaseVersion * 10; // Dexie counts in tenths
}

/** Describes the database; nothing is opened yet. Never edit a released version: add the next one. */
export function describeDatabase({ name = databaseName, ...dependencies }: DatabaseOptions = {}): Database {
  const database = new Dexie(name, dependencies) as Database;
  database.version(databaseVersion).stores({
    attempts: 'id, createdAt, [exercise+createdAt], [exercise+fingerprint], status, deletedAt, *pooledFrom',
    outputs: 'id, attempt',
    progress: 'exercise',
    drafts: 'exercise',
  });
  return database;
}
