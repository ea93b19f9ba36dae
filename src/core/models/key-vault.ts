/** `locked`: keys are kept on this device behind a passphrase that has not been given, or not lately. */
export type VaultState = 'empty' | 'locked' | 'open';

/** Why a vault did not do what it was asked. */
export type VaultFailure = 'wrong-passphrase' | 'storage' | 'unsupported';

/**
 * The port for keys. A key belongs to a connection and to the origin it was entered for, and is handed out for that
 * origin alone, so that a connection whose address is edited (or imported) cannot carry it elsewhere.
 */
export interface KeyVault {
  readonly state: VaultState;
  /** Holds a key until the tab is closed. */
  hold(connection: string, origin: string, key: string): void;
  /** Writes the held keys to this device, encrypted under the passphrase; the first one chooses it. */
  keep(passphrase: string): Promise<VaultFailure | undefined>;
  unlock(passphrase: string): Promise<VaultFailure | undefined>;
  /** Forgets what was read of kept keys; they need the passphrase again. Keys held for the tab alone stay held. */
  lock(): void;
  /** Forgets a connection's key everywhere. What it returns takes that back, for as long as somebody holds on to it. */
  forget(connection: string): Promise<() => Promise<void>>;
  /** Whether a key is there at all, and for which origin, open or locked. */
  has(connection: string): { origin: string; kept: boolean } | undefined;
  /** The key, when it is at hand and was entered for this origin. */
  keyFor(connection: string, origin: string): string | undefined;
  watch(changed: () => void): () => void;
}
