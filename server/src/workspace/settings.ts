import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Words } from '../words/words.ts';
import { MOST_CHARACTERS, type ParsedSettings, parseSettings } from './settingsText.ts';
import { systemCode } from './systemCode.ts';

export const settingsFileName = '.oosrc.json';

/** A settings file as it was read. What is right in it counts, whatever else is wrong. */
export interface SettingsFile extends ParsedSettings {
  readonly path: string;
  /** For the lines of problems; empty where the file cannot be read. */
  readonly text: string;
}

/**
 * The settings file for a template: the nearest one in the folder of `path` or above it. `path` need not exist; a
 * relative one is taken from the folder of the process.
 */
export function findSettings(path: string): string | undefined {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const file = join(folder, settingsFileName);
    if (isFile(file)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A folder that may not be looked into holds no settings for us. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** Reads a settings file. Never throws: a file that cannot be read has one problem, which has no range. */
export function readSettings(path: string): SettingsFile {
  let text: string;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return unusable(path, unreadable(path, 'EISDIR'));
    if (stat.size > 4 * MOST_CHARACTERS) return unusable(path, tooLarge(path));
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return unusable(path, unreadable(path, systemCode(error)));
  }
  if (text.length > MOST_CHARACTERS) return unusable(path, tooLarge(path));
  if (/[\0\uFFFD]/.test(text)) return unusable(path, notUtf8(path));
  return { path, text, ...parseSettings(text) };
}

const unusable = (path: string, message: Words): SettingsFile => ({
  path,
  text: '',
  choices: { rules: {} },
  problems: [{ range: undefined, message }],
});

const unreadable = (path: string, code: string): Words => ({
  en: `The settings in "${path}" cannot be read (${code}), so they do not count.`,
  zh: `无法读取设置文件“${path}”（${code}），其中的设置不生效。`,
});

const tooLarge = (path: string): Words => ({
  en: `"${path}" is far too large for a settings file, so it does not count.`,
  zh: `“${path}”远远超出设置文件应有的大小，其中的设置不生效。`,
});

const notUtf8 = (path: string): Words => ({
  en: `"${path}" is not saved as UTF-8, so its settings do not count. Save it as UTF-8.`,
  zh: `“${path}”不是以 UTF-8 编码保存的，其中的设置不生效。请另存为 UTF-8。`,
});
