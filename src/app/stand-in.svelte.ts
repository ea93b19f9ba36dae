import type { Attempt, ExerciseProgress } from '#core/attempts/attempt.ts';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { catalogueItems } from '#core/exercises/browse.ts';
import { library } from '#services/exercises/library.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { Live } from '#state/live.svelte.ts';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import type { Candor } from '#ui/context.ts';
import { speak } from '#i18n/i18n.ts';

class Catalogue {
  #entries = $state.raw<CatalogueEntry[]>([]);
  #status = $state<'loading' | 'ready' | 'failed'>('loading');
  #progress: Live<ExerciseProgress[]>;
  #last: Live<Attempt[]>;
  #items = $derived.by(() => catalogueItems(this.#entries, this.#progress.value));
  constructor(store: AttemptStore) {
    this.#progress = new Live(store.watchProgress(), []);
    this.#last = new Live(store.watchList({ limit: 1 }), []);
    library.catalogue().then(
      (entries) => ((this.#entries = entries), (this.#status = 'ready')),
      () => (this.#status = 'failed'),
    );
  }
  get items() {
    return this.#items;
  }
  get status() {
    return this.#status;
  }
  get error() {
    return this.#progress.error;
  }
  get last() {
    return this.#last.value[0];
  }
}

class History {
  #list: Live<Attempt[]>;
  #store: AttemptStore;
  constructor(store: AttemptStore) {
    this.#store = store;
    this.#list = new Live(store.watchList({ limit: 50 }), []);
  }
  get status() {
    return this.#list.status;
  }
  get attempts() {
    return this.#list.value;
  }
  get error() {
    return this.#list.error;
  }
  get more() {
    return false;
  }
  showMore() {}
  delete(id: string) {
    return this.#store.delete(id, Date.now());
  }
  undelete(id: string) {
    return this.#store.undelete(id);
  }
}

class Settings {
  theme = $state<'system' | 'light' | 'dark'>('system');
  chooseTheme(theme: 'system' | 'light' | 'dark') {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
  }
  chooseLanguage(language: 'en' | 'fr') {
    void speak(language);
  }
}

export async function standIn(): Promise<Candor> {
  const store = new MemoryAttemptStore();
  if (location.search.includes('filled')) {
    const now = Date.now();
    const texts = [
      'Answer this: {{email}}',
      'Answer this in JSON only: {{email}}',
      'Use the policy. Answer this in JSON only: {{email}}',
    ];
    let n = 0;
    for (const [exercise, scores] of Object.entries({
      'data-scientist/churn-reasons': [31, 62, 94],
      'support/refund-outside-policy': [20, 44, 62],
    })) {
      for (const [i, score] of scores.entries()) {
        const a: Attempt = {
          id: `a${n++}`,
          exercise,
          createdAt: now - (6 - n) * 9 * 3600_000,
          status: 'running',
          fingerprint: 'f' + n,
          model: { id: 'simulated-medium', seed: 0 },
          samples: 3,
          prompt: { ...emptyPrompt, user: texts[i] ?? '' },
        } as Attempt;
        await store.begin(a);
        await store.end({
          ...a,
          endedAt: now,
          status: 'done',
          grade: {
            score,
            interval: [score - 5, score + 5],
            verdict: score > 75 ? 'pass' : 'fail',
            shown: { score: 90, passed: 9, total: 9 },
            heldOut: { score: score - 20, passed: 2, total: 9 },
            ungraded: 0,
            results: 20,
          },
        });
      }
    }
  }
  return {
    catalogue: new Catalogue(store),
    settings: new Settings(),
    data: {
      exportAll: async () => ({ name: 'candor.json', text: '{}' }),
      importFile: async () => ({ status: 'done', report: { added: 3, updated: 0, unchanged: 12 } }),
      storage: async () => ({ used: 12_345_678, quota: 12e9, persisted: false }),
      persist: async () => false,
    },
    openHistory: () => new History(store),
    practice: undefined as never,
  };
}
