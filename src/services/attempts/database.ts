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

/** Describes the database; nothing is opened yet. Never edit a released version: add the next one. */
export function describeDatabase({ name = 'candor', ...dependencies }: DatabaseOptions = {}): Database {
  const database = new Dexie(name, dependencies) as Database;
  database.version(1).stores({
    attempts: 'id, createdAt, [exercise+createdAt], [exercise+fingerprint], status, deletedAt, *pooledFrom',
    outputs: 'id, attempt',
    progress: 'exercise',
    drafts: 'exercise',
  });
  return database;
}
