import { messages } from '../i18n.ts';

/** Why a model call failed: one sentence for each kind of `core/models/model-error.ts`, with what to do. */
export const modelErrors = messages('model-errors', {
  unauthorized: 'The provider did not accept the key. Check it in Settings.',
  forbidden: 'The key may not use this model. Choose another model, or ask whoever gave you the key.',
  'model-not-found': 'The provider does not know this model. Choose another one.',
  'bad-request':
    'The provider did not take the request as it was put. Set the sampling back to the model’s choice, then run it again.',
  'request-too-large': 'Prompt and data are longer than the model takes. Shorten them, or choose a larger model.',
  'rate-limited': 'Too many calls for now. Wait a little, then run it again.',
  overloaded: 'The model is busy. Run it again in a moment.',
  'quota-exceeded': 'The account at the provider has no credit left. Top it up there, then run it again.',
  unreachable: 'The model could not be reached. Check that the server runs, and its address in Settings.',
  'cross-origin': 'The server is there but does not answer this page. Settings shows what to change on it.',
  'mixed-content':
    'A page that came by https may not ask an http address. Use https there, or open Candor from this device.',
  'private-network':
    'The browser keeps this page from servers in your own network. Run the server on this device, or give it https.',
  'blocked-by-policy':
    'This copy of Candor may not ask that server. Choose another one, or ask whoever runs this copy.',
  'key-missing': 'This connection needs a key. Enter it in Settings.',
  'key-locked': 'The keys are locked. Unlock them in Settings, then run it again.',
  unavailable: 'The model is not at hand in this browser. Choose another one, or open its connection in Settings.',
  'out-of-memory': 'The model did not find enough memory. Close other pages, or choose a smaller model.',
  'timed-out': 'The model took too long to answer. Run it again.',
  'broken-stream': 'The answer broke off before its end. Run it again.',
  'bad-response': 'The model sent something that is no answer. Run it again; if it stays so, choose another model.',
  internal: 'Something in Candor broke while this answer was made. Run it again.',
});
