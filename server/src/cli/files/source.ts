import { createReadStream, readFileSync, statSync } from 'node:fs';

/** A file that cannot be checked as it is; `line` (one-based) tells where the first byte stands that is not UTF-8. */
export type TextFault =
  | { readonly kind: 'binary' }
  | { readonly kind: 'utf16' }
  | { readonly kind: 'not-utf8'; readonly line: number };

export interface SourceText {
  /** Without a byte order mark. With a fault: as far as it can be read, good enough to recognise a template. */
  readonly text: string;
  /** The byte order mark, or nothing. */
  readonly mark: '\uFEFF' | '';
  readonly fault: TextFault | undefined;
}

/** Bytes beyond which nothing is read. A template holds 64 KB, so whatever is larger by far is no template. */
export const longestRead = 32 * 1024 * 1024;

/** The whole of a file or stream, or undefined when it is longer than `longestRead`. */
export async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > longestRead) return undefined;
    read.push(chunk);
  }
  return Buffer.concat(read, length);
}

/** Reads a file by its absolute path. Rejects with the error of the system. */
export async function readPath(path: string): Promise<Uint8Array | undefined> {
  return readFile(path) ?? readAll(createReadStream(path, { highWaterMark: 1024 * 1024 }));
}

/** A file that is on the disk is here at once, without the detour of a stream. Undefined for pipes, and for what is too long. */
function readFile(path: string): Uint8Array | undefined {
  const known = statSync(path);
  return known.isFile() && known.size <= longestRead ? readFileSync(path) : undefined;
}

/** Decodes UTF-8. Never throws: what is something else comes back with its fault. */
export function decode(bytes: Uint8Array): SourceText {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), mark: '', fault: { kind: 'utf16' } };
  const text = new TextDecoder().decode(bytes);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
  return { text, mark, fault: faultOf(bytes, text) };
}

function faultOf(bytes: Uint8Array, text: string): TextFault | undefined {
  if (bytes.includes(0)) return { kind: 'binary' };
  const line = text.includes('\uFFFD') ? firstBadLine(bytes) : undefined;
  return line === undefined ? undefined : { kind: 'not-utf8', line };
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** A line feed is never part of a longer UTF-8 sequence, so the lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number | undefined {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      strict.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return undefined;
}
