import { describe, expect, it } from 'vitest';
import { FakeTimers } from '../../../../tests/support/fake-timers.ts';
import { whyUnanswered } from './diagnose.ts';
import type { Page } from './surroundings.ts';

const usual: Page = {
  encrypted: true,
  private: false,
  online: () => true,
  localNetwork: () => Promise.resolve(undefined),
  stopped: () => Promise.resolve(false),
};

/** Why a request from such a page to such an address was not answered, where the server is there or not. */
async function why(address: string, page: Partial<Page>, there: boolean) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const timers = new FakeTimers();
  const error = await whyUnanswered(
    new URL(address),
    new TypeError('Failed to fetch'),
    {
      page: { ...usual, ...page },
      fetch: (url, init) => {
        asked.push({ url: String(url), init });
        return there ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch'));
      },
    },
    timers,
  );
  expect(timers.count).toBe(0);
  for (const { url, init } of asked) {
    expect(url).toBe(`${new URL(address).origin}/`);
    expect(init).toMatchObject({ mode: 'no-cors', credentials: 'omit' });
    expect(init).not.toHaveProperty('headers');
  }
  return [error.kind, error.retryable];
}

const state = (is: PermissionState): Partial<Page> => ({ localNetwork: () => Promise.resolve(is) });

describe('why a page was not answered', () => {
  it.each<[string, string, Partial<Page>, boolean, string, boolean]>([
    ['the server lets this page not ask', 'https://llm.example.org/v1', {}, true, 'cross-origin', false],
    ['a server of one’s own lets this page not ask', 'http://127.0.0.1:11434/v1', {}, true, 'cross-origin', false],
    ['nobody is there', 'https://llm.example.org/v1', {}, false, 'unreachable', true],
    ['nobody is there, on this machine', 'http://localhost:11434/v1', {}, false, 'unreachable', true],
    ['the page is offline', 'https://llm.example.org/v1', { online: () => false }, false, 'unreachable', true],
    [
      'offline does not matter on this machine',
      'http://[::1]:1234/v1',
      { online: () => false },
      true,
      'cross-origin',
      false,
    ],
    ['encrypted does not ask plain', 'http://llm.example.org/v1', {}, false, 'mixed-content', false],
    ['plain may ask plain', 'http://llm.example.org/v1', { encrypted: false }, false, 'unreachable', true],
    ['encrypted does not ask plain in the house', 'http://192.168.1.20:8000/v1', {}, false, 'mixed-content', false],
    [
      'the person has not allowed the local network',
      'http://192.168.1.20:8000/v1',
      state('denied'),
      false,
      'private-network',
      false,
    ],
    ['the person was not asked yet', 'http://127.0.0.1:1234/v1', state('prompt'), false, 'private-network', false],
    ['the person has allowed it', 'http://127.0.0.1:1234/v1', state('granted'), false, 'unreachable', true],
    [
      'a page from the house itself needs no leave',
      'http://127.0.0.1:1234/v1',
      { ...state('prompt'), private: true },
      false,
      'unreachable',
      true,
    ],
    [
      'this copy may not ask there',
      'https://llm.example.org/v1',
      { stopped: () => Promise.resolve(true) },
      false,
      'blocked-by-policy',
      false,
    ],
  ])('%s', async (_, address, page, there, kind, retryable) => {
    expect(await why(address, page, there)).toEqual([kind, retryable]);
  });

  it('a policy that is heard of late is still the reason', async () => {
    let heard = false;
    const error = await whyUnanswered(
      new URL('https://llm.example.org/v1'),
      new TypeError(),
      {
        page: { ...usual, stopped: () => Promise.resolve(heard) },
        fetch: () => {
          heard = true;
          return Promise.reject(new TypeError());
        },
      },
      new FakeTimers(),
    );
    expect(error.kind).toBe('blocked-by-policy');
  });

  it('a second question that is not answered either is given up', async () => {
    const timers = new FakeTimers();
    const done = whyUnanswered(
      new URL('https://llm.example.org/v1'),
      new TypeError(),
      {
        page: usual,
        fetch: (_, init) =>
          new Promise((_resolve, reject) =>
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
          ),
      },
      timers,
    );
    await expect.poll(() => timers.next, { timeout: 20_000 }).toBe(5000);
    await timers.advance(5000);
    expect((await done).kind).toBe('unreachable');
    expect(timers.count).toBe(0);
  });
});
