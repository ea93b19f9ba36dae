import { messages } from '../i18n.ts';

/** Why a model call failed: one sentence for each kind of `core/models/model-error.ts`, with what to do. */
export const modelErrors = messages('model-errors', {
  unauthorized: 'The provider did not accept the key. Check it in Settings.',
  forbidden: 'The key may not use this model. Choose another model, or ask whoever gave you the key.',
  'model-not-found': 'The provider does not know this model. Choose another one.',
  'request-too-large': 'Prompt and data are longer than the model takes. Shorten them, or choose a larger model.',
  'rate-limited': 'Too many calls for now. Wait a little, then run it again.',
  overloaded: 'The model is busy. Run it again in a moment.',
  unreachable: 'The model could not be reached. Check the connection and the address in Settings.',
  'timed-out': 'The model took too long to answer. Run it again.',
  'broken-stream': 'The answer broke off before its end. Run it again.',
  'bad-response': 'The model sent something that is no answer. Run it again; if it stays so, choose another model.',
  internal: 'Something in Candor broke while this answer was made. Run it again.',
});
