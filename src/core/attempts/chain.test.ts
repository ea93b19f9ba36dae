import { expect, test } from 'vitest';
import { renderPrompt } from '#core/prompts/template.ts';
import { walk } from './chain.ts';

const step = (user: string) => ({ system: '', turns: [], user, parameters: {} });
const steps = [
  { id: 'list', gives: 'list', weight: 1 },
  { id: 'sorted', gives: 'sorted', weight: 1 },
  { id: 'memo', weight: 1 },
];

/** What was asked, answered by `answers` in turn. */
function walkThrough(users: string[], exercise: Parameters<typeof walk>[1], answers: string[]) {
  const [first = '', ...later] = users;
  const walking = walk({ ...step(first), later: later.map(step) }, exercise, { mail: 'the mail' });
  const asked: string[] = [];
  let next = walking.next();
  while (!next.done) {
    asked.push(renderPrompt(next.value.prompt, next.value.values)[0]?.content ?? '');
    next = walking.next(answers[asked.length - 1] ?? '');
  }
  return { asked, ...next.value };
}

test('each step is given what the ones before wrote', () => {
  const users = ['List {{mail}}', 'Sort {{list}}', 'Of {{sorted}} and {{list}} for {{mail}}'];
  expect(walkThrough(users, { steps }, ['b a', 'a b', 'done'])).toEqual({
    asked: ['List the mail', 'Sort b a', 'Of a b and b a for the mail'],
    output: 'done',
    earlier: { list: 'b a', sorted: 'a b' },
  });
});

test('a step with nothing in it asks nothing and passes on what it was given', () => {
  expect(walkThrough(['All of {{mail}}', '  '], { steps }, ['memo'])).toEqual({
    asked: ['All of the mail'],
    output: 'memo',
    earlier: { list: 'memo', sorted: 'memo' },
  });
});

test('an exercise without steps is asked once, whatever else a prompt carries', () => {
  expect(walkThrough(['One', 'Two'], {}, ['answer'])).toEqual({ asked: ['One'], output: 'answer', earlier: {} });
});
