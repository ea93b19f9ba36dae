import { mount } from 'svelte';
import './ui/design/index.css';
import App from './app/App.svelte';
import { compose } from './app/compose.ts';
import { trustOwnScripts } from './app/own-scripts.ts';

trustOwnScripts();

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
// Not awaited at the top: what composing loads late (the French words) shares this file, and would wait for it for ever.
void compose().then((candor) => mount(App, { target, props: { candor } }));

// Last of all, so that it takes nothing from the first view.
if (import.meta.env.PROD) {
  const later = () => void import('./app/offline.ts').then(({ goOffline }) => goOffline()).catch(() => {});
  if (document.readyState === 'complete') setTimeout(later);
  else addEventListener('load', later, { once: true });
}
