import { resolve } from 'node:path';
import { UsageError } from '../commandLine/usageError.ts';
import type { Io } from '../io.ts';
import { tooLong, unfit, unreadable } from './complaints.ts';
import { codeOf } from './inputs.ts';
import { decode, readAll, readPath } from './source.ts';

/** The text of a file that an option names, without a byte order mark; `-` is standard input. Throws a `UsageError`. */
export async function readText(path: string, { cwd, stdin }: Io): Promise<string> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await (path === '-' ? readAll(stdin) : readPath(resolve(cwd, path)));
  } catch (error) {
    throw new UsageError(unreadable(path, codeOf(error)));
  }
  if (!bytes) throw new UsageError(tooLong(path));
  const { text, fault } = decode(bytes);
  if (fault) throw new UsageError(unfit(path, fault));
  return text;
}
