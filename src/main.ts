import { mount } from 'svelte';
import './ui/design/index.css';
import App from './app/App.svelte';
import { compose } from './app/compose.ts';
import { trustOwnScripts } from './app/own-scripts.ts';

trustOwnScripts();

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target, props: { candor: compose() } });

// Last of all, so that it takes nothing from the first view.
if (import.meta.env.PROD) {
  const later = () => void import('./app/offline.ts').then(({ goOffline }) => goOffline()).catch(() => {});
  if (document.readyState === 'complete') setTimeout(later);
  else addEventListener('load', later, { once: true });
}
