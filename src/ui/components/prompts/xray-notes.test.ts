import { describe, expect, it } from 'vitest';
import type { Decision } from '#core/simulator/explanation.ts';
import type { ReadView, XrayView } from '#state/xray.svelte.ts';
import { xrayNotes } from './xray-notes.ts';

const user = 'Decide by our policy, then write the reply.';
const prompt = { system: '', turns: [], user, parameters: {} };
const text = 'Hello Jo. As a gesture we pay half. Goodbye, and write again whenever you want to.';

const decision = (over: Partial<Decision>): Decision => ({
  id: 'd',
  topic: 'content',
  outcome: 'obeyed',
  params: {},
  output: [],
  ...over,
});
const read = (id: string, end: number, decisions: Decision[]): ReadView => ({
  instruction: {
    id,
    kind: 'task',
    span: { start: 0, end },
    strength: 1,
    params: {},
  } as unknown as ReadView['instruction'],
  places: [{ part: 'user', span: { start: 0, end } }],
  decisions,
});
const view = (over: Partial<XrayView>): XrayView => ({
  case: 'a',
  sample: 0,
  step: 0,
  prompt,
  read: [],
  unread: [],
  unasked: [],
  recognised: true,
  outdated: false,
  text,
  ...over,
});

describe('the notes of the x-ray', () => {
  it('say the same words once, and mark all that they shaped', () => {
    const notes = xrayNotes(
      view({
        read: [
          read('one', user.length, [decision({ output: [{ start: 0, end: 5 }] })]),
          read('two', user.length, [decision({ output: [{ start: 10, end: 20 }] })]),
          read('three', 6, [decision({})]),
        ],
      }),
    );
    expect(notes.map(({ quote, output }) => [quote, output.length])).toEqual([
      [user, 2],
      ['Decide', 1],
    ]);
    expect(notes[1]?.output, 'what points nowhere shaped the answer as a whole').toEqual([
      { start: 0, end: text.length },
    ]);
  });

  it('keep words apart that were kept here and forgotten there', () => {
    const notes = xrayNotes(
      view({
        read: [read('one', 6, [decision({})]), read('two', 6, [decision({ outcome: 'forgotten' })])],
      }),
    );
    expect(notes.map(({ stroke }) => stroke)).toEqual(['forgotten', 'obeyed']);
  });

  it('show the words of the answer that nobody asked for, and say one sentence once', () => {
    const made = { start: text.indexOf('As'), end: text.indexOf(' Goodbye') };
    const notes = xrayNotes(
      view({
        unasked: [
          decision({ outcome: 'invented', output: [made] }),
          decision({ outcome: 'guessed', weakness: 'unsaid', output: [{ start: 0, end: text.length }] }),
          decision({ outcome: 'guessed' }),
        ],
      }),
    );
    expect(notes.map(({ stroke, wrote, weakness }) => [stroke, wrote, weakness])).toEqual([
      ['invented', 'As a gesture we pay half.', undefined],
      ['guessed', undefined, 'unsaid'],
    ]);
  });
});
