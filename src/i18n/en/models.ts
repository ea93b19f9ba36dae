import { params } from '../fill.ts';
import { messages } from '../i18n.ts';

/** Choosing a model, wherever that is done. */
export const models = messages('models', {
  model: 'Model',
  simulated: 'Simulated, in this page',
  named: params('{model} · {connection}'),
  gone: params('{model} (not here any more)'),
  goneNote: params('{model} is not here any more. Choose another one; your prompt and its attempts stay as they are.'),
  leaves: params('leaves this page → {host}'),
  setUp: 'Open in Settings',
});
