import type { GivenValue } from '../../features/parameterValues.ts';
import { UsageError } from '../commandLine/usageError.ts';
import type { Io } from '../io.ts';
import type { RunArguments } from './options.ts';
import { readParameterFile } from './parameterFile.ts';

export interface GivenParameters {
  readonly values: ReadonlyMap<string, GivenValue>;
  /** The names, in lower case, of those that stand on the command line, where others can see them. */
  readonly visible: ReadonlySet<string>;
}

/** The parameters of the command line; `-p` wins over the file. Throws a `UsageError`. */
export async function givenParameters(given: RunArguments, io: Io): Promise<GivenParameters> {
  const path = given.value('params-file');
  const typed = given.values('parameter').map(pairOf);
  const names = new Set(typed.map(([name]) => name.toLowerCase()));
  const fromFile = path === undefined ? [] : [...(await readParameterFile(path, io))];
  return {
    values: new Map<string, GivenValue>([
      ...fromFile.filter(([name]) => !names.has(name.toLowerCase())),
      ...typed.map(([name, text]): [string, GivenValue] => [name, { kind: 'text', text }]),
    ]),
    visible: names,
  };
}

/** The value may hold further `=`. What was written is not repeated: it may be a secret alone. */
function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError({
    en: 'A parameter is written -p NAME=VALUE, with its name.',
    zh: '参数应写作 -p NAME=VALUE，须包含参数名。',
  });
}
