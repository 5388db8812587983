import { fileURLToPath } from 'node:url';

/** The path of a text by its URI. Undefined for one that is no file, such as one that was never saved. */
export function filePath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The last part of a URI, as people read it. */
export const fileNameOf = (uri: string): string => decodedUri(uri.slice(uri.lastIndexOf('/') + 1));

/** A URI without its escapes. The name of a text that was never saved may have a `%` that means itself. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
