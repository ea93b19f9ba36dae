import { wrap } from 'svelte-spa-router/wrap';
import type { Component } from 'svelte';
import type { RouteDefinition } from 'svelte-spa-router';
import { shell } from '#i18n/en/shell.ts';
import { allWords } from '#i18n/i18n.ts';
import { toasts } from '#ui/design/toasts.svelte.ts';
import CataloguePage from '#ui/pages/catalogue/CataloguePage.svelte';
import { loadHeavy } from './heavy.ts';
import { loadData } from './late-data.ts';
import PageBroken from './PageBroken.svelte';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- pages have different props; the router fills them
type Page = { default: Component<any> };

/** Better a page in English than none. */
const sayMissing = () => toasts.show(shell.get().languageMissing);

/** A page that arrives when it is opened; one that does not arrive says so. */
const lazy = (load: () => Promise<Page>) =>
  wrap({
    asyncComponent: () =>
      Promise.all([load(), loadHeavy(), allWords().catch(sayMissing)])
        .then(([page]) => page)
        .catch(() => ({ default: PageBroken }) as Page),
  });

/** The catalogue is in the first chunk; everything else comes when asked for. */
export const routes: RouteDefinition = {
  '/': CataloguePage,
  '/practice/:profession/:slug': lazy(() => import('./PracticeRoute.svelte')),
  '/compare': lazy(() => import('#ui/pages/comparisons/ComparisonsPage.svelte')),
  '/compare/shared/:payload?': lazy(() => import('./SharedRoute.svelte')),
  '/compare/:id': lazy(() => import('./CompareRoute.svelte')),
  '/matrix/:id': lazy(() => import('./MatrixRoute.svelte')),
  '/lessons': lazy(() => import('#ui/pages/lessons/LessonsPage.svelte')),
  '/lessons/:skill': lazy(() => import('./LessonRoute.svelte')),
  '/paths': lazy(() => import('#ui/pages/paths/PathsPage.svelte')),
  '/paths/:id': lazy(() => import('#ui/pages/paths/PathPage.svelte')),
  '/guides': lazy(() => import('#ui/pages/guides/GuidesPage.svelte')),
  '/guides/:id': lazy(() => import('#ui/pages/guides/GuidePage.svelte')),
  '/history': lazy(() => import('#ui/pages/history/HistoryPage.svelte')),
  '/settings/models': lazy(() => import('#ui/pages/models/ModelsPage.svelte')),
  '/settings': lazy(async () => {
    const [page] = await Promise.all([import('#ui/pages/settings/SettingsPage.svelte'), loadData()]);
    return page;
  }),
  '*': lazy(() => import('#ui/pages/not-found/NotFoundPage.svelte')),
};
