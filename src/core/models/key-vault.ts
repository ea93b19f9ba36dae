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
  /** Forgets what is in memory; kept keys need the passphrase again. */
  lock(): void;
  /** Forgets a connection's key everywhere. */
  forget(connection: string): Promise<void>;
  /** Whether a key is there at all, and for which origin, open or locked. */
  has(connection: string): { origin: string; kept: boolean } | undefined;
  /** The key, when the vault is open and the key was entered for this origin. */
  keyFor(connection: string, origin: string): string | undefined;
  watch(changed: () => void): () => void;
}
