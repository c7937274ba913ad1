/** What somebody wrote down without a signal, as it lies on the device: AES-256-GCM under a key of the account that no script can read out. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** A key that can be used and kept, and never be exported: what lies on the device cannot be opened elsewhere. */
export const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

const bound = (place: string) => new TextEncoder().encode(place);

/** Seals for one place: a record that is moved to another does not open. */
export async function seal(key: CryptoKey, place: string, said: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(said));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(place) }, key, text) };
}

/** Opens what was sealed for this place. Throws where it was changed, moved, or sealed by another account. */
export async function unseal<T>(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(place) }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text)) as T;
}
