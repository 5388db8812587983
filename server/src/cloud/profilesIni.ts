import { join } from 'node:path';
import type { Words } from '../words/words.ts';
import type { Environment } from './environment.ts';
import { brokenFile, noProfiles, type ProfileFile, type RawProfile } from './profile.ts';
import { readProfileFile } from './profileFile.ts';

/** The modes of the CLI that the types of this file stand for. */
const modes: Readonly<Record<string, string>> = {
  access_key: 'AK',
  ecs_ram_role: 'EcsRamRole',
  ram_role_arn: 'RamRoleArn',
  rsa_key_pair: 'RsaKeyPair',
  bearer: 'BearerToken',
};

/** Names of this file that the CLI's file has otherwise. */
const renamed: Readonly<Record<string, string>> = {
  role_name: 'ram_role_name',
  role_arn: 'ram_role_arn',
  role_session_name: 'ram_session_name',
};

/** ALIBABA_CLOUD_CREDENTIALS_FILE, else the usual place. */
export function credentialsFilePath(env: Environment, home: string | undefined): string | undefined {
  return env.ALIBABA_CLOUD_CREDENTIALS_FILE || (home && join(home, '.alibabacloud', 'credentials'));
}

/** The profiles of the credentials file that the official SDKs share. Never rejects. */
export async function readIniProfiles(env: Environment, home: string | undefined): Promise<ProfileFile> {
  const path = credentialsFilePath(env, home);
  const file = path === undefined ? undefined : await readProfileFile(path);
  if (path === undefined || file === undefined) return noProfiles;
  return 'problem' in file ? brokenFile(file.problem) : parseIni(file.text, path);
}

function parseIni(text: string, path: string): ProfileFile {
  const sections = new Map<string, Record<string, string>>();
  const problems: Words[] = [];
  let section: Record<string, string> | undefined;
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const name = /^\[([^\]]+)\]/.exec(line)?.[1]?.trim();
    const [, key, value] = /^([\w.-]+)\s*=(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      section = sections.get(name) ?? {};
      sections.set(name, section);
    } else if (section !== undefined && key !== undefined) {
      section[renamed[key] ?? key] = unquoted((value ?? '').trim());
    } else {
      problems.push(strayLine(path, index + 1, key !== undefined));
    }
  }
  const profiles = [...sections].map(
    ([name, fields]): RawProfile => ({
      name,
      mode: modes[fields.type ?? ''] ?? fields.type ?? '',
      fields,
      source: { kind: 'credentials', path },
    }),
  );
  return { profiles, current: sections.has('default') ? 'default' : undefined, problems, broken: false };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}

const strayLine = (path: string, line: number, outside: boolean): Words =>
  outside
    ? {
        en: `Line ${line} of ${path} stands before the first [section], so it does not count.`,
        zh: `${path} 第 ${line} 行位于第一个 [小节] 之前，因此不起作用。`,
      }
    : {
        en: `Line ${line} of ${path} is neither a [section] nor "name = value", so it does not count.`,
        zh: `${path} 第 ${line} 行既不是 [小节] 也不是“名称 = 值”，因此不起作用。`,
      };
