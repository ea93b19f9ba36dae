import Dexie, { type EntityTable } from 'dexie';
import type { Attempt, AttemptOutput, Draft, ExerciseProgress } from '#core/attempts/attempt.ts';
import type { Comparison, ComparisonOutput, Matrix, Vote } from '#core/comparisons/comparison.ts';
import type { Envelope } from '../connections/envelope.ts';
import type { ConnectionRow } from '../connections/rows.ts';

/** The tables. Attempt rows are small and indexed; outputs, which are large, stand in a table of their own. */
export interface Database extends Dexie {
  attempts: EntityTable<Attempt, 'id'>;
  outputs: EntityTable<AttemptOutput, 'id'>;
  progress: EntityTable<ExerciseProgress, 'exercise'>;
  drafts: EntityTable<Draft, 'exercise'>;
  comparisons: EntityTable<Comparison, 'id'>;
  matrices: EntityTable<Matrix, 'id'>;
  comparisonOutputs: EntityTable<ComparisonOutput, 'id'>;
  votes: EntityTable<Vote, 'id'>;
  connections: EntityTable<ConnectionRow, 'id'>;
  /** Keys behind a passphrase; never part of an export. */
  vault: EntityTable<Envelope, 'id'>;
}

export interface DatabaseOptions {
  name?: string;
  /** What to open it with; tests hand in broken ones. */
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
}

export const databaseName = 'candor';

/** The newest version below. */
export const databaseVersion = 3;

/** Whether a newer Candor has been here. Dexie would open such a database all the same, and write old rows into it. */
export function isOutdated(database: Database): boolean {
  return database.backendDB().version > databaseVersion * 10; // Dexie counts in tenths
}

/** Describes the database; nothing is opened yet. Never edit a released version: add the next one. */
export function describeDatabase({ name = databaseName, ...dependencies }: DatabaseOptions = {}): Database {
  const database = new Dexie(name, dependencies) as Database;
  database.version(1).stores({
    attempts: 'id, createdAt, [exercise+createdAt], [exercise+fingerprint], status, deletedAt, *pooledFrom',
    outputs: 'id, attempt',
    progress: 'exercise',
    drafts: 'exercise',
  });
  database.version(2).stores({
    comparisons: 'id, updatedAt, deletedAt',
    matrices: 'id, updatedAt, deletedAt',
    comparisonOutputs: 'id, owner, [owner+variant]',
    votes: 'id, at',
  });
  database.version(databaseVersion).stores({
    connections: 'id, place',
    vault: 'id',
  });
  return database;
}
