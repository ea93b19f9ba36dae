import { createContext } from 'svelte';
import type { Attempt } from '#core/attempts/attempt.ts';
import type { ImportReport, StoreError } from '#core/attempts/attempt-store.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Differ } from '#core/comparisons/diff/differ.ts';
import type { CatalogueItem } from '#core/exercises/browse.ts';
import type { Skill } from '#core/exercises/vocabulary.ts';
import type { Language } from '#core/language/language.ts';
import type { ModelPick, Theme } from '#core/settings/settings.ts';
import type { LessonLibrary } from '#services/lessons/library.ts';
import type { ArbitrationServices } from '#state/arbitration.svelte.ts';
import type { ComparisonServices } from '#state/comparison.svelte.ts';
import type { MatrixServices } from '#state/matrix-services.ts';
import type { ModelRoom } from '#state/model-room.ts';
import type { Models } from '#state/models.svelte.ts';
import type { PracticeServices } from '#state/practice.svelte.ts';
import type { StorageUse } from '#state/data.ts';
import type { OfflineCopyState } from '#state/offline-copy.svelte.ts';
import type { Sharing } from '#state/sharing.ts';

/** The exercises and where the learner stands with each. */
export interface Catalogue {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly items: readonly CatalogueItem[];
  /** Why progress is not known; the exercises are there all the same. */
  readonly error: StoreError | undefined;
  /** The newest attempt at any exercise. */
  readonly last: Attempt | undefined;
}

/** All attempts, newest first, some at a time. */
interface History {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly attempts: readonly Attempt[];
  readonly error: StoreError | undefined;
  /** Rows that were left out because they are damaged. */
  readonly damaged: number;
  /** There are older ones. */
  readonly more: boolean;
  showMore(): void;
  delete(id: string): Promise<void>;
  undelete(id: string): Promise<void>;
}

interface Settings {
  readonly theme: Theme;
  readonly lessonsRead: readonly Skill[];
  readLesson(skill: Skill): void;
  /** The path that was begun last, by its id. */
  readonly path: string | undefined;
  followPath(path: string): void;
  chooseTheme(theme: Theme): void;
  chooseLanguage(language: Language): void;
  /** The model chosen last, as it was called then. */
  readonly model: ModelPick | undefined;
  readonly lockAfterInMinutes: number;
  lockAfter(minutes: number): void;
}

/** Why a file was not imported; nothing of it was. */
type ImportRefusal = 'not-json' | 'not-ours' | 'newer' | 'invalid' | 'too-large';
type ImportOutcome =
  { status: 'done'; report: ImportReport } | { status: 'refused'; reason: ImportRefusal; where?: string };

/** All of a person's data: out, in, and how the browser keeps them. */
export interface Data {
  /** The export file, ready to be saved. */
  exportAll(): Promise<{ name: string; text: string }>;
  importFile(file: File, progress: (done: number, total: number) => void): Promise<ImportOutcome>;
  /** What is kept, and what the browser says of its storage; what is not known is left out. */
  storage(): Promise<StorageUse>;
  /** Asks the browser to keep the data; true when it promised. */
  persist(): Promise<boolean>;
}

/** What `app/compose.ts` built and pages may ask for; a test hands in its own. */
export interface Candor {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly data: Data;
  /** How far the copy of the app on this device is. */
  offlineCopy(): Promise<Pick<OfflineCopyState, 'state' | 'tryAgain'>>;
  openHistory(): History;
  /** Lessons and the paths through them; each part is fetched when it is first asked for. */
  readonly lessons: LessonLibrary;
  /** Comparisons, matrices, their outputs and votes. */
  readonly comparisons: ComparisonStore;
  /** Works out differences between texts, in a worker that starts with the first question. */
  readonly differ: Differ;
  /** The models that can be chosen, and the one that is. */
  readonly models: Models;
  /** Connections, keys and what goes on towards real models; fetched when it is first asked for. */
  modelRoom(): Promise<ModelRoom>;
  /** What `new Practice(candor.practice, id, language)` needs. */
  readonly practice: PracticeServices;
  /** What `new Arbitration(candor.arbitration, id)` needs. */
  readonly arbitration: ArbitrationServices;
  /** What goes out of a comparison as a file or a link, and what a link brings; fetched when it is first asked for. */
  sharing(): Promise<Sharing>;
  /** What `new ComparisonDesk(await candor.comparing(), { id })` needs; fetched when it is first asked for. */
  comparing(): Promise<ComparisonServices>;
  /** What `new MatrixBoard(await candor.matrix(), id)` needs; its simulated models answer at once. */
  matrix(): Promise<MatrixServices>;
}

/** `useCandor()` in a page; `provideCandor()` in App and in tests. */
export const [useCandor, provideCandor] = createContext<Candor>();
