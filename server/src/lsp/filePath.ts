import { fileURLToPath } from 'node:url';

/** The path of a text. Undefined for one that is no file, such as one that was never saved. */
export function filePath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
