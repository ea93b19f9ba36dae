import { expect, test } from 'vitest';
import type { EnvelopeStore } from '#services/connections/envelope.ts';
import { WebKeyVault } from '#services/connections/key-vault.ts';

const origin = 'https://llm.example.org';
const key = 'sk-secret-0123456789';

/** Few, so that the tests need not wait; that the page takes many is a test of its own. */
const rounds = 10;

/** What the vault has to do over every place for its envelope; `create` gives an empty one. */
export function keyVaultContract(create: () => Promise<EnvelopeStore>): void {
  const over = (store: EnvelopeStore) => WebKeyVault.over(store, { rounds });

  test('holds a key for its origin alone, and writes nothing', async () => {
    const store = await create();
    const vault = await over(store);
    expect(vault.state).toBe('empty');
    vault.hold('one', origin, key);
    expect(vault.state).toBe('open');
    expect(vault.keyFor('one', origin)).toBe(key);
    expect(vault.keyFor('one', 'https://evil.example.org')).toBeUndefined();
    expect(vault.keyFor('two', origin)).toBeUndefined();
    expect(vault.has('one')).toEqual({ origin, kept: false });
    expect(await store.read()).toBeUndefined();
  });

  test('a kept key is locked for whoever comes later, and opens with the passphrase alone', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    expect(await vault.keep('correct horse')).toBeUndefined();
    expect(vault.has('one')).toEqual({ origin, kept: true });
    expect(vault.keyFor('one', origin)).toBe(key);

    const later = await over(store);
    expect(later.state).toBe('locked');
    expect(later.has('one')).toEqual({ origin, kept: true });
    expect(later.keyFor('one', origin)).toBeUndefined();
    expect(await later.unlock('wrong horse')).toBe('wrong-passphrase');
    expect(later.state).toBe('locked');
    expect(await later.unlock('correct horse')).toBeUndefined();
    expect(later.keyFor('one', origin)).toBe(key);
    expect(later.keyFor('one', 'https://evil.example.org')).toBeUndefined();
  });

  test('what is stored shows neither key nor passphrase', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    await vault.keep('correct horse');
    const envelope = (await store.read())!;
    const readable = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
    const all =
      JSON.stringify(envelope) + envelope.entries.map(({ sealed, iv }) => readable(sealed) + readable(iv)).join();
    expect(all).not.toContain(key);
    expect(all).not.toContain('correct horse');
    expect(envelope.entries.map(({ sealed }) => sealed.length)).toEqual([key.length + 16]); // with the seal's own mark
  });

  test('salt and initial values are never the same twice', async () => {
    const envelopes = await Promise.all(
      [1, 2].map(async () => {
        const store = await create();
        const vault = await over(store);
        vault.hold('one', origin, key);
        vault.hold('two', origin, key);
        await vault.keep('same');
        return (await store.read())!;
      }),
    );
    const salts = envelopes.map(({ derivation }) => derivation.salt.join());
    const starts = envelopes.flatMap(({ entries }) => entries.map(({ iv }) => iv.join()));
    expect(new Set(salts).size).toBe(2);
    expect(new Set(starts).size).toBe(4);
  });

  test('locking forgets kept keys in memory and leaves those of the tab', async () => {
    const vault = await over(await create());
    vault.hold('kept', origin, key);
    await vault.keep('pass');
    vault.hold('tab', origin, 'other');
    vault.lock();
    expect(vault.state).toBe('locked');
    expect(vault.keyFor('kept', origin)).toBeUndefined();
    expect(vault.keyFor('tab', origin)).toBe('other');
  });

  test('a second key is kept under the same passphrase, and under no other', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    await vault.keep('pass');
    vault.hold('two', origin, 'second');
    expect(await vault.keep('another')).toBe('wrong-passphrase');
    expect(vault.has('two')).toEqual({ origin, kept: false });
    expect(await vault.keep('pass')).toBeUndefined();
    const later = await over(store);
    await later.unlock('pass');
    expect([later.keyFor('one', origin), later.keyFor('two', origin)]).toEqual([key, 'second']);
  });

  test('forgets a key while locked, and takes that back', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    vault.hold('two', origin, 'second');
    await vault.keep('pass');
    vault.lock();
    const undo = await vault.forget('one');
    expect(vault.has('one')).toBeUndefined();
    expect((await store.read())?.entries.map(({ connection }) => connection)).toEqual(['two']);
    await undo();
    await vault.unlock('pass');
    expect(vault.keyFor('one', origin)).toBe(key);
  });

  test('with the last key the passphrase is forgotten too', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    await vault.keep('pass');
    const undo = await vault.forget('one');
    expect(await store.read()).toBeUndefined();
    expect(vault.state).toBe('empty');
    await undo();
    expect(vault.keyFor('one', origin)).toBe(key);
    expect((await over(store)).state).toBe('locked');
  });

  test('an entry that was moved to another origin or connection does not open', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    await vault.keep('pass');
    for (const moved of [{ origin: 'https://evil.example.org' }, { connection: 'two' }]) {
      await store.change(
        (present) => present && { ...present, entries: present.entries.map((one) => ({ ...one, ...moved })) },
      );
      const later = await over(store);
      expect(await later.unlock('pass')).toBe('wrong-passphrase');
      expect(later.keyFor('one', 'https://evil.example.org')).toBeUndefined();
      await store.change(
        (present) =>
          present && { ...present, entries: present.entries.map((one) => ({ ...one, origin, connection: 'one' })) },
      );
    }
  });

  test('a passphrase opens whatever way its letters were composed', async () => {
    const store = await create();
    const vault = await over(store);
    vault.hold('one', origin, key);
    await vault.keep('clé'.normalize('NFD'));
    vault.lock();
    expect(await vault.unlock('clé'.normalize('NFC'))).toBeUndefined();
  });

  test('another tab that forgets or keeps is heard', async () => {
    const store = await create();
    const here = await over(store);
    const there = await over(store);
    there.hold('one', origin, key);
    await there.keep('pass');
    await expect.poll(() => here.state).toBe('locked');
    await here.unlock('pass');
    await there.forget('one');
    await expect.poll(() => here.keyFor('one', origin)).toBeUndefined();
    expect(here.state).toBe('empty');
  });

  test('says when storage fails, and still holds the key', async () => {
    const store = await create();
    const broken: EnvelopeStore = { ...delegate(store), change: () => Promise.reject(new Error('full')) };
    const vault = await over(broken);
    vault.hold('one', origin, key);
    expect(await vault.keep('pass')).toBe('storage');
    expect(vault.has('one')).toEqual({ origin, kept: false });
    expect(vault.keyFor('one', origin)).toBe(key);
  });
}

function delegate(store: EnvelopeStore): EnvelopeStore {
  return {
    read: () => store.read(),
    change: (change) => store.change(change),
    watch: (changed) => store.watch(changed),
  };
}
