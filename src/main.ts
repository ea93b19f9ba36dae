import { mount } from 'svelte';
import './ui/design/index.css';
import App from './app/App.svelte';
import { compose } from './app/compose.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target, props: { candor: await compose() } });
