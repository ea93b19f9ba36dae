import { expect, test } from 'vitest';
import { FakeClock } from '../system/clock.ts';
import { IdleLock } from './idle-lock.ts';

const minute = 60_000;

function setUp(afterInMs = 15 * minute) {
  const clock = new FakeClock();
  const page = new EventTarget();
  let due: (() => void) | undefined;
  let locked = 0;
  const idle = new IdleLock({
    lock: () => locked++,
    now: clock.now,
    afterInMs: () => afterInMs,
    page,
    timers: { set: (work) => (due = work), clear: () => (due = undefined) },
  });
  return { clock, page, idle, locks: () => locked, ring: () => due?.(), waiting: () => due !== undefined };
}

test('locks when nobody has been there for so long', () => {
  const { clock, idle, locks, ring } = setUp();
  idle.touch();
  clock.advance(15 * minute);
  ring();
  expect(locks()).toBe(1);
});

test('whoever is there, or at work, puts it off', () => {
  const { clock, page, idle, locks, ring } = setUp();
  idle.touch();
  clock.advance(14 * minute);
  page.dispatchEvent(new Event('keydown'));
  clock.advance(14 * minute);
  idle.touch();
  clock.advance(14 * minute);
  ring();
  expect(locks()).toBe(0);
});

test('a device that slept through it is locked at the first sign of somebody', () => {
  const { clock, page, idle, locks } = setUp();
  idle.touch();
  clock.advance(9 * 60 * minute);
  page.dispatchEvent(new Event('pointerdown'));
  expect(locks()).toBe(1);
});

test('disposed of, it leaves no timer and hears nothing', () => {
  const { clock, page, idle, locks, waiting } = setUp();
  idle.touch();
  idle.dispose();
  clock.advance(60 * minute);
  page.dispatchEvent(new Event('pointerdown'));
  expect(locks()).toBe(0);
  expect(waiting()).toBe(false);
});
