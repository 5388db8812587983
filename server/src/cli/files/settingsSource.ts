import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { layered, type RuleChoices, type RuleSettings } from '../../analysis/levels.ts';
import type { Words } from '../../words/words.ts';
import { readSettings, type SettingsFile } from '../../workspace/settings.ts';
import { SettingsCache } from '../../workspace/settingsCache.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { placeOf } from '../formats/place.ts';
import { unreadable } from './complaints.ts';
import { codeOf } from './inputs.ts';
import { Lines } from './position.ts';

/** Which rules hold for each template: `--rule` over the settings file, which is that of `--config` or the nearest. */
export class SettingsSource {
  readonly #nearest = new SettingsCache();
  readonly #named: SettingsFile | undefined;
  readonly #commandLine: RuleChoices;
  readonly #used = new Set<SettingsFile>();

  constructor(named: SettingsFile | undefined, rules: RuleChoices['rules']) {
    this.#named = named;
    this.#commandLine = { rules };
  }

  /** For a template by its absolute path, which need not exist. */
  settingsFor(place: string): RuleSettings {
    const file = this.#named ?? this.#nearest.settingsFor(place);
    if (file) this.#used.add(file);
    return layered(...(file ? [file.choices] : []), this.#commandLine);
  }

  /** What is wrong with the settings files that have been used, by path and then by position. */
  complaints(cwd: string): Words[] {
    const files = [...this.#used].sort((a, b) => (a.path < b.path ? -1 : 1));
    return files.flatMap((file) => problemsOf(file, cwd));
  }
}

/** Reads the file of `--config`. Throws `UsageError` for a file that is missing or has mistakes. */
export async function readNamedSettings(path: string, cwd: string): Promise<SettingsFile> {
  const place = resolve(cwd, path);
  try {
    await stat(place);
  } catch (error) {
    throw new UsageError(unreadable(path, codeOf(error)));
  }
  const file = readSettings(place);
  const [first] = problemsOf(file, cwd);
  if (first) throw new UsageError(first);
  return file;
}

function problemsOf({ path, text, problems }: SettingsFile, cwd: string): Words[] {
  const lines = new Lines(text);
  return problems.map(({ range, message }) => {
    if (!range) return message;
    const { line, character } = lines.positionAt(range.start);
    const place = `${placeOf(path, cwd).path}:${line + 1}:${character + 1}`;
    return { en: `${place} ${message.en}`, zh: `${place} ${message.zh}` };
  });
}
