import { join } from 'node:path';
import type { Words } from '../words/words.ts';
import { type Environment, isOn } from './environment.ts';
import { jsonFault, placeOf } from './jsonFault.ts';
import { brokenFile, noProfiles, type ProfileFile, type RawProfile } from './profile.ts';
import { readProfileFile } from './profileFile.ts';

/** The name that the CLI takes where its file names no current profile. */
const DEFAULT_NAME = 'default';

export function cliFilePath(home: string): string {
  return join(home, '.aliyun', 'config.json');
}

/** The profiles of the Alibaba Cloud CLI, unless ALIBABA_CLOUD_CLI_PROFILE_DISABLED turns them off. Never rejects. */
export async function readCliProfiles(env: Environment, home: string | undefined): Promise<ProfileFile> {
  if (home === undefined || isOn(env, 'ALIBABA_CLOUD_CLI_PROFILE_DISABLED')) return noProfiles;
  const path = cliFilePath(home);
  const file = await readProfileFile(path);
  if (file === undefined) return noProfiles;
  return 'problem' in file ? brokenFile(file.problem) : parseCliProfiles(file.text, path);
}

function parseCliProfiles(text: string, path: string): ProfileFile {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return brokenFile(notJson(path, placeOf(text, jsonFault(text))));
  }
  if (!isObject(root)) return brokenFile(notProfiles(path));
  const list = root.profiles ?? [];
  if (!Array.isArray(list)) return brokenFile(notProfiles(path));
  const entries = list.map((item: unknown, index) => profileOf(item, index, path));
  const profiles = entries.filter((it): it is RawProfile => 'fields' in it);
  const problems = entries.filter((it): it is Words => 'en' in it);
  const current = typeof root.current === 'string' && root.current !== '' ? root.current : DEFAULT_NAME;
  return { profiles, current: profiles.length > 0 ? current : undefined, problems, broken: false };
}

function profileOf(item: unknown, index: number, path: string): RawProfile | Words {
  if (!isObject(item) || typeof item.name !== 'string' || item.name === '') {
    return {
      en: `Profile number ${index + 1} in ${path} has no name, so it cannot be chosen.`,
      zh: `${path} 中的第 ${index + 1} 个配置没有名称，因此无法选用。`,
    };
  }
  const mode = typeof item.mode === 'string' ? item.mode : '';
  return { name: item.name, mode, fields: item, source: { kind: 'cli', path } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const notJson = (path: string, { line, column }: { line: number; column: number }): Words => ({
  en: `The profiles in ${path} cannot be read: the JSON is broken at line ${line}, column ${column}.`,
  zh: `无法读取 ${path} 中的配置：第 ${line} 行第 ${column} 列处 JSON 有误。`,
});

const notProfiles = (path: string): Words => ({
  en: `The profiles in ${path} cannot be read: "profiles" must be a list in an object.`,
  zh: `无法读取 ${path} 中的配置：“profiles”必须是对象中的列表。`,
});
