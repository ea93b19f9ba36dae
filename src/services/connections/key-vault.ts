import type { KeyVault, VaultFailure, VaultState } from '#core/models/key-vault.ts';
import type { Envelope, EnvelopeStore, SealedKey } from './envelope.ts';
import { derive, newDerivation, seal, unseal, usualRounds } from './seal.ts';

interface HeldKey {
  origin: string;
  key: string;
}

interface Options {
  /** Rounds for a new passphrase; tests take fewer. */
  rounds?: number;
  /** Called whenever a kept key is handed out: somebody is at work. */
  used?: () => void;
}

/**
 * Keys in memory, and, where the person asks for it, sealed on the device under a passphrase. The passphrase is never
 * stored; the key made from it cannot be read out and is dropped as soon as it has done its work.
 */
export class WebKeyVault implements KeyVault {
  #store: EnvelopeStore;
  #options: Options;
  #envelope: Envelope | undefined;
  /** Entered in this tab and kept nowhere. */
  #held = new Map<string, HeldKey>();
  /** Read from the envelope, until locked. */
  #opened: Map<string, HeldKey> | undefined;
  #watching = new Set<() => void>();

  private constructor(store: EnvelopeStore, envelope: Envelope | undefined, options: Options) {
    this.#store = store;
    this.#envelope = envelope;
    this.#options = options;
    store.watch(() => void this.#refresh());
  }

  /** Looks first what is kept, so that the vault knows its state from the beginning. */
  static async over(store: EnvelopeStore, options: Options = {}): Promise<WebKeyVault> {
    return new WebKeyVault(store, await store.read().catch(() => undefined), options);
  }

  get state(): VaultState {
    if (this.#envelope) return this.#opened ? 'open' : 'locked';
    return this.#held.size > 0 ? 'open' : 'empty';
  }

  hold(connection: string, origin: string, key: string): void {
    this.#held.set(connection, { origin, key });
    this.#changed();
  }

  async keep(passphrase: string): Promise<VaultFailure | undefined> {
    if (!globalThis.crypto?.subtle) return 'unsupported';
    const envelope = this.#envelope;
    const derivation = envelope?.derivation ?? newDerivation(this.#options.rounds ?? usualRounds);
    const secret = await derive(passphrase, derivation);
    const opened = await openAll(secret, envelope?.entries ?? []);
    if (!opened) return 'wrong-passphrase';
    const held = [...this.#held];
    const fresh = await Promise.all(held.map(([connection, { origin, key }]) => seal(secret, connection, origin, key)));
    const failure = await this.#write((present) => {
      if (present && !sameSalt(present, derivation)) throw new Error('another tab chose another passphrase');
      const others = (present?.entries ?? []).filter(
        ({ connection }) => !fresh.some((one) => one.connection === connection),
      );
      return { id: 'keys', version: 1, derivation, entries: [...others, ...fresh] };
    });
    if (failure) return failure;
    for (const [connection, one] of held) {
      opened.set(connection, one);
      if (this.#held.get(connection) === one) this.#held.delete(connection);
    }
    this.#opened = opened;
    this.#options.used?.();
    this.#changed();
    return undefined;
  }

  async unlock(passphrase: string): Promise<VaultFailure | undefined> {
    if (!globalThis.crypto?.subtle) return 'unsupported';
    const envelope = this.#envelope;
    if (!envelope) return undefined;
    const opened = await openAll(await derive(passphrase, envelope.derivation), envelope.entries);
    if (!opened) return 'wrong-passphrase';
    this.#opened = opened;
    this.#options.used?.();
    this.#changed();
    return undefined;
  }

  lock(): void {
    if (!this.#opened) return;
    this.#opened = undefined;
    this.#changed();
  }

  async forget(connection: string): Promise<() => Promise<void>> {
    const held = this.#held.get(connection);
    const opened = this.#opened?.get(connection);
    const before = this.#envelope;
    const entry = before?.entries.find((one) => one.connection === connection);
    this.#held.delete(connection);
    this.#opened?.delete(connection);
    if (entry) {
      await this.#write((present) => {
        const entries = (present?.entries ?? []).filter((one) => one.connection !== connection);
        return present && entries.length > 0 ? { ...present, entries } : undefined;
      });
    }
    this.#changed();
    return async () => {
      if (held) this.#held.set(connection, held);
      if (before && entry) {
        await this.#write((present) => {
          if (present && !sameSalt(present, before.derivation)) return present; // its passphrase is not there any more
          const others = (present?.entries ?? []).filter((one) => one.connection !== connection);
          return { ...before, entries: [...others, entry] };
        });
        if (opened) (this.#opened ??= new Map()).set(connection, opened);
      }
      this.#changed();
    };
  }

  has(connection: string): { origin: string; kept: boolean } | undefined {
    const held = this.#held.get(connection);
    if (held) return { origin: held.origin, kept: false };
    const entry = this.#envelope?.entries.find((one) => one.connection === connection);
    return entry && { origin: entry.origin, kept: true };
  }

  keyFor(connection: string, origin: string): string | undefined {
    const held = this.#held.get(connection);
    if (held) return held.origin === origin ? held.key : undefined;
    const opened = this.#opened?.get(connection);
    if (opened?.origin !== origin) return undefined;
    this.#options.used?.();
    return opened.key;
  }

  watch(changed: () => void): () => void {
    const own = () => changed();
    this.#watching.add(own);
    return () => this.#watching.delete(own);
  }

  /** Writes, and remembers what was written. */
  async #write(change: (present: Envelope | undefined) => Envelope | undefined): Promise<VaultFailure | undefined> {
    try {
      let next: Envelope | undefined;
      await this.#store.change((present) => (next = change(present)));
      this.#envelope = next;
      return undefined;
    } catch {
      return 'storage';
    }
  }

  /** Another tab may have kept or forgotten keys; what is not kept any more is not open any more. */
  async #refresh(): Promise<void> {
    const envelope = await this.#store.read().catch(() => this.#envelope);
    const same = envelope && this.#envelope && sameSalt(envelope, this.#envelope.derivation);
    this.#envelope = envelope;
    if (!same) this.#opened = undefined;
    else {
      for (const connection of this.#opened?.keys() ?? []) {
        if (!envelope.entries.some((one) => one.connection === connection)) this.#opened?.delete(connection);
      }
    }
    this.#changed();
  }

  #changed(): void {
    for (const changed of this.#watching) changed();
  }
}

/** All keys that the secret opens; nothing when there are some and it opens none. */
async function openAll(secret: CryptoKey, entries: readonly SealedKey[]): Promise<Map<string, HeldKey> | undefined> {
  const keys = await Promise.all(entries.map((entry) => unseal(secret, entry)));
  const opened = new Map<string, HeldKey>();
  entries.forEach(({ connection, origin }, index) => {
    const key = keys[index];
    if (key !== undefined) opened.set(connection, { origin, key });
  });
  return entries.length > 0 && opened.size === 0 ? undefined : opened;
}

function sameSalt({ derivation }: Envelope, { salt }: Envelope['derivation']): boolean {
  return derivation.salt.length === salt.length && derivation.salt.every((byte, index) => byte === salt[index]);
}
