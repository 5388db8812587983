import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** In bytes, as are the others. */
export const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Closes data so that only who has the key can read it, or change it unnoticed. */
export class Seal {
  readonly #key: Buffer;

  /** Without a key, one that ends with the process. */
  constructor(key: Buffer = randomBytes(KEY_LENGTH)) {
    this.#key = key;
  }

  /** Any JSON data as text. */
  close(data: unknown): string {
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_LENGTH });
    const body = [cipher.update(JSON.stringify(data), 'utf8'), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...body]).toString('base64');
  }

  /** Undefined: it was closed with another key. */
  open(sealed: string): { readonly data: unknown } | undefined {
    const bytes = Buffer.from(sealed, 'base64');
    const tagEnd = NONCE_LENGTH + TAG_LENGTH;
    const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE_LENGTH), {
      authTagLength: TAG_LENGTH,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_LENGTH, tagEnd));
    const text = [decipher.update(bytes.subarray(tagEnd))];
    try {
      text.push(decipher.final());
    } catch {
      return undefined;
    }
    return { data: JSON.parse(Buffer.concat(text).toString('utf8')) };
  }
}
