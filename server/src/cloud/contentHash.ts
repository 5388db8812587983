import { createHash } from 'node:crypto';

/**
 * The hash that the service tells of a template: SHA-256 over the UTF-8 of its text, in hexadecimal digits. The reference shows
 * it for one JSON template; a service that hashes something else makes texts look changed that are not, never the reverse.
 */
export function contentHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
