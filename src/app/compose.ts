import type { Language } from '#core/language/language.ts';
import { shell } from '#i18n/en/shell.ts';
import { begin, preferredLanguage, speak } from '#i18n/i18n.ts';
import { LateAttemptStore } from '#services/attempts/late-store.ts';
import { LateComparisonStore } from '#services/comparisons/late-store.ts';
import { LateConnectionStore } from '#services/connections/late-store.ts';
import { library } from '#services/exercises/library.ts';
import { lessonLibrary } from '#services/lessons/library.ts';
import { LocalSettings } from '#services/settings/local-settings.ts';
import { loadOnce } from '#services/storage/late.ts';
import { systemClock as now } from '#services/system/clock.ts';
import { runLocks } from '#services/system/run-locks.ts';
import { Catalogue } from '#state/catalogue.svelte.ts';
import { History } from '#state/history.svelte.ts';
import { Settings } from '#state/settings.svelte.ts';
import { StorageHealth } from '#state/storage.svelte.ts';
import type { Candor } from '#ui/context.ts';
import { toasts } from '#ui/design/toasts.svelte.ts';
import { heavy } from './heavy.ts';
import { lateDiffer } from './late-differ.ts';
import { paint } from './paint.ts';

/** Words that do not arrive leave the page in the language it speaks, and able to say so. */
async function change(language: Language): Promise<void> {
  await speak(language).catch(() => toasts.show(shell.get().languageMissing));
}

/** The one place that builds and wires. What the first view does not need is built when it is asked for. */
export function compose(): Candor {
  const settings = new Settings({ store: new LocalSettings(), speak: (language) => void change(language), paint });
  begin(settings.language ?? preferredLanguage());

  const storage = new StorageHealth();
  const locks = runLocks();
  const stores = loadOnce(async () => {
    const { openStores } = await import('#services/storage/open-stores.ts');
    const opened = await openStores((trouble) => storage.hear(trouble));
    storage.report(opened.failure);
    // Runs that a page took with it are marked as cut short before any page reads them; whatever this meets, the pages
    // will meet and say too.
    await locks
      .held()
      .then((held) => Promise.all([opened.attempts.sweep(now(), held), opened.comparisons.sweep(now())]))
      .catch(() => {});
    return opened;
  });
  const attempts = new LateAttemptStore(async () => (await stores()).attempts);
  const comparisons = new LateComparisonStore(async () => (await stores()).comparisons);

  const connections = new LateConnectionStore(async () => (await stores()).connections);
  const envelopes = async () => (await stores()).envelopes;

  let composed: ReturnType<ReturnType<typeof heavy>> | undefined;
  const whenAsked = () =>
    (composed ??= heavy()({ attempts, comparisons, connections, envelopes, settings, storage, locks, library, now }));
  return {
    catalogue: new Catalogue({ library, attempts, storage }),
    settings,
    comparisons,
    differ: lateDiffer(async () => new (await import('#workers/diff-client.ts')).DiffWorker()),
    lessons: lessonLibrary,
    offlineCopy: async () => (await import('./offline.ts')).offlineCopy,
    openHistory: () => new History({ attempts, storage, now }),
    get data() {
      return whenAsked().data;
    },
    get models() {
      return whenAsked().models;
    },
    get practice() {
      return whenAsked().practice;
    },
    get arbitration() {
      return whenAsked().arbitration;
    },
    sharing: async () => (await import('./compose-sharing.ts')).composeSharing({ attempts, comparisons, library, now }),
    comparing: () => whenAsked().comparing(),
    matrix: () => whenAsked().matrix(),
    modelRoom: () => whenAsked().modelRoom(),
  };
}
