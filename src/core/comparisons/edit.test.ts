import { describe, expect, test } from 'vitest';
import { someComparison, someVariant } from '../../../tests/support/comparisons.ts';
import * as edit from './edit.ts';

const unlinked = { prompt: false, parameters: false, model: false };
const three = someComparison({ panes: ['a', 'b', 'c'].map((id) => someVariant(id)), linked: unlinked });
const users = (comparison: typeof three) => comparison.panes.map(({ prompt }) => prompt.user);
const ids = (comparison: typeof three) => comparison.panes.map(({ id }) => id);

describe('what is not linked', () => {
  test('changes in its own pane alone', () => {
    const changed = edit.withWording(three, 'b', (wording) => ({ ...wording, user: 'Other' }));
    expect(users(changed)).toEqual(['Answer {{email}}', 'Other', 'Answer {{email}}']);
    expect(edit.withModel(three, 'c', { id: 'simulated-small' }).panes.map(({ model }) => model.id)).toEqual([
      'simulated-medium',
      'simulated-medium',
      'simulated-small',
    ]);
  });

  test('a wording leaves parameters alone, and parameters leave the wording alone', () => {
    const warm = edit.withParameters(three, 'a', { temperature: 1, seed: 7 });
    expect(warm.panes[0]).toMatchObject({
      prompt: { user: 'Answer {{email}}', parameters: { temperature: 1 } },
      model: { seed: 7 },
    });
    const worded = edit.withWording(warm, 'a', (wording) => ({ ...wording, system: 'Be kind' }));
    expect(worded.panes[0]?.prompt.parameters).toEqual({ temperature: 1 });
    expect(edit.withParameters(worded, 'a', { temperature: undefined }).panes[0]?.prompt.parameters).toEqual({});
  });
});

describe('what is linked', () => {
  test('becomes everywhere as it is in the pane it was linked from', () => {
    const differing = edit.withWording(three, 'b', (wording) => ({ ...wording, user: 'Of b' }));
    const linked = edit.withLink(differing, 'prompt', true, 'b');
    expect(users(linked)).toEqual(['Of b', 'Of b', 'Of b']);
    expect(linked.linked).toEqual({ prompt: true, parameters: false, model: false });
  });

  test('changes in all panes, whichever is edited', () => {
    const linked = edit.withLink(three, 'parameters', true, 'a');
    const changed = edit.withParameters(linked, 'c', { temperature: 0.7, seed: 3 });
    expect(changed.panes.map(({ prompt, model }) => [prompt.parameters.temperature, model.seed])).toEqual([
      [0.7, 3],
      [0.7, 3],
      [0.7, 3],
    ]);
  });

  test('leaves what is not linked as it was', () => {
    const small = edit.withModel(three, 'a', { id: 'simulated-small' });
    const linked = edit.withLink(edit.withParameters(small, 'b', { seed: 5 }), 'model', true, 'a');
    expect(linked.panes.map(({ model }) => model)).toEqual([
      { id: 'simulated-small', seed: 0 },
      { id: 'simulated-small', seed: 5 },
      { id: 'simulated-small', seed: 0 },
    ]);
  });

  test('stays as it is when it is unlinked', () => {
    const linked = edit.withLink(three, 'prompt', true, 'a');
    expect(edit.withLink(linked, 'prompt', false, 'b').panes).toEqual(linked.panes);
  });
});

describe('panes', () => {
  test('a copy stands beside its source, without its name', () => {
    const named = edit.withName(three, 'a', 'First');
    const copied = edit.withCopy(named, 'a', 'x');
    expect(ids(copied)).toEqual(['a', 'x', 'b', 'c']);
    expect(copied.panes[1]).not.toHaveProperty('name');
    expect(edit.withName(named, 'a', '  ').panes[0]).not.toHaveProperty('name');
  });

  test('move to a place, and stay when there is none', () => {
    expect(ids(edit.withMoved(three, 'a', 2))).toEqual(['b', 'c', 'a']);
    expect(ids(edit.withMoved(three, 'c', 0))).toEqual(['c', 'a', 'b']);
    expect(edit.withMoved(three, 'a', -1)).toBe(three);
    expect(edit.withMoved(three, 'c', 3)).toBe(three);
  });

  test('a removed one comes back to its place, and agrees with what was linked meanwhile', () => {
    const [, b] = three.panes;
    const without = edit.withoutPane(three, 'b');
    const linked = edit.withLink(edit.withModel(without, 'a', { id: 'simulated-large' }), 'model', true, 'a');
    const back = edit.withRestored(linked, b!, 1);
    expect(ids(back)).toEqual(['a', 'b', 'c']);
    expect(back.panes[1]?.model.id).toBe('simulated-large');
    expect(back.panes[1]?.prompt).toEqual(b!.prompt);
  });

  test('a new one is empty, but for what is linked; six are the most', () => {
    expect(edit.withNewPane(three, 'd').panes[3]).toMatchObject({
      prompt: { user: '' },
      model: { id: 'simulated-medium' },
    });
    const linked = edit.withLink(three, 'prompt', true, 'a');
    expect(edit.withNewPane(linked, 'd').panes[3]?.prompt.user).toBe('Answer {{email}}');
    const six = edit.withNewPane(edit.withNewPane(edit.withNewPane(three, 'd'), 'e'), 'f');
    expect(edit.withNewPane(six, 'g')).toBe(six);
    expect(edit.withCopy(six, 'a', 'g')).toBe(six);
  });
});
