import { expect, it } from 'vitest';
import { chatModelContract, collect, textOf } from '../contracts/chat-model.ts';
import { ScriptedModel } from './scripted-model.ts';

chatModelContract('the scripted model', {
  make: () =>
    new ScriptedModel({
      answer: (call) => {
        call
          .say('Bread ')
          .say('is good.')
          .finish(call.request.parameters.maxTokens === undefined ? 'stop' : 'length');
      },
    }),
  makeFailing: () => new ScriptedModel({ answer: (call) => void call.fail() }),
});

it('waits for the test to speak', async () => {
  const model = new ScriptedModel();
  const done = collect(model.stream({ messages: [], parameters: {}, sample: 0, seed: 0 }));
  (await model.nextCall()).say('Yes').finish();
  expect(textOf(await done)).toBe('Yes');
});
