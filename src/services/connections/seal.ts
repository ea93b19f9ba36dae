import type { Envelope, SealedKey } from './envelope.ts';

/** What OWASP asks of PBKDF2 with SHA-256 at the time of writing. */
export const usualRounds = 600_000;

const encoder = new TextEncoder();

export function newDerivation(rounds: number): Envelope['derivation'] {
  return { name: 'PBKDF2', hash: 'SHA-256', rounds, salt: crypto.getRandomValues(new Uint8Array(16)) };
}

/** The key that a passphrase makes; it cannot be read out of the browser again. */
export async function derive(passphrase: string, { salt, rounds }: Envelope['derivation']): Promise<CryptoKey> {
  // The same passphrase typed on another keyboard may be composed of other characters.
  const typed = encoder.encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

export async function seal(secret: CryptoKey, connection: string, origin: string, key: string): Promise<SealedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const parameters = { name: 'AES-GCM', iv, additionalData: bound(connection, origin) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, secret, encoder.encode(key)));
  return { connection, origin, iv, sealed };
}

/** The key in an entry; nothing when the passphrase was another one, or the entry was tampered with. */
export async function unseal(secret: CryptoKey, entry: SealedKey): Promise<string | undefined> {
  const { connection, origin, iv, sealed } = entry;
  try {
    const parameters = { name: 'AES-GCM', iv, additionalData: bound(connection, origin) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, secret, sealed));
  } catch {
    return undefined;
  }
}

/** An entry that is moved to another connection or origin does not open. */
function bound(connection: string, origin: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify([1, connection, origin]));
}
