import type { Words } from '../words/words.ts';
import { type ProfileSource, sourceWords } from './connection.ts';
import type { Environment } from './environment.ts';
import type { ProfileFile, RawProfile } from './profile.ts';

/** All that is found on this machine, in the order in which it is chosen from. */
export interface FoundProfiles {
  readonly environment: ProfileFile;
  readonly cli: ProfileFile;
  readonly credentials: ProfileFile;
}

/** What somebody asks for; nothing of it where the machine shall decide. */
export interface ProfileChoice {
  readonly profile?: string | undefined;
  /** Tells apart profiles with the same name, and chooses the keys of the environment although a profile is named there. */
  readonly source?: ProfileSource['kind'] | undefined;
  /** What one writes to choose; without it messages do not say how. */
  readonly by?: ChoiceNaming | undefined;
}

/** Such as options of a command line. */
interface ChoiceNaming {
  readonly profile: string;
  readonly region: string;
}

export interface Chosen {
  readonly profile: RawProfile;
  readonly file: ProfileFile;
  /** The environment has the keys or names the profile, so it may have the endpoint too. */
  readonly byEnvironment: boolean;
}

/**
 * The profile to use: the named one; else the keys of the environment; else what ALIBABA_CLOUD_PROFILE names; else the current
 * profile of the Alibaba Cloud CLI; else the default one of the credentials file. Or why there is none: a source that is
 * broken or half set is not passed over, since the next one may belong to another account.
 */
export function chooseProfile(found: FoundProfiles, env: Environment, choice: ProfileChoice): Chosen | Words {
  const { environment, cli, credentials } = found;
  if (choice.source === 'environment') return first(environment, true) ?? noEnvironmentKeys;
  if (choice.profile) return named(found, choice.profile, choice.source, false);
  const byKeys = first(environment, true);
  if (byKeys) return byKeys;
  if (env.ALIBABA_CLOUD_PROFILE) return named(found, env.ALIBABA_CLOUD_PROFILE, undefined, true);
  return currentOf(cli, choice) ?? currentOf(credentials, choice) ?? nothingFound(found, choice);
}

function first(file: ProfileFile, byEnvironment: boolean): Chosen | undefined {
  const [profile] = file.profiles;
  return profile && { profile, file, byEnvironment };
}

function named(
  found: FoundProfiles,
  name: string,
  source: ProfileSource['kind'] | undefined,
  byEnvironment: boolean,
): Chosen | Words {
  const files = source ? [source === 'cli' ? found.cli : found.credentials] : [found.cli, found.credentials];
  for (const file of files) {
    const profile = file.profiles.find((it) => it.name === name);
    if (profile) return { profile, file, byEnvironment };
    const [problem] = file.problems;
    if (file.broken && problem) return problem;
  }
  return unknown(
    name,
    files.flatMap(({ profiles }) => profiles.map((it) => it.name)),
  );
}

function currentOf(file: ProfileFile, { by }: ProfileChoice): Chosen | Words | undefined {
  const [problem] = file.problems;
  if (file.broken && problem) return problem;
  const profile = file.profiles.find((it) => it.name === file.current);
  if (profile) return { profile, file, byEnvironment: false };
  const [other] = file.profiles;
  if (file.current === undefined || !other) return undefined;
  const place = sourceWords(other.source);
  return {
    en: `The current profile "${file.current}" does not exist among the profiles ${place.en}. ${by ? `Name one with ${by.profile}` : 'Choose another one'}.`,
    zh: `${place.zh} 的配置中没有当前配置“${file.current}”。请${by ? `用 ${by.profile} 指定一个` : '另选一个'}配置。`,
  };
}

function unknown(name: string, names: readonly string[]): Words {
  const list = [...new Set(names)].join(', ');
  return names.length > 0
    ? {
        en: `There is no profile "${name}". The profiles here are: ${list}.`,
        zh: `没有名为“${name}”的配置。现有配置：${list}。`,
      }
    : {
        en: `There is no profile "${name}", nor any other. "aliyun configure" of the Alibaba Cloud CLI makes one.`,
        zh: `没有名为“${name}”的配置，也没有其他配置。可用阿里云 CLI 的“aliyun configure”创建。`,
      };
}

function nothingFound({ credentials }: FoundProfiles, { by }: ProfileChoice): Words {
  const names = credentials.profiles.map((it) => it.name);
  if (names.length > 0) {
    return {
      en: `No profile is chosen. ${by ? `Name one with ${by.profile}` : 'Choose one of these'}: ${names.join(', ')}.`,
      zh: `未选择配置。请${by ? `用 ${by.profile} 指定` : '从以下配置中选择'}：${names.join(', ')}。`,
    };
  }
  return {
    en: 'No keys were found. Set up a profile with "aliyun configure" of the Alibaba Cloud CLI, or set ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIBABA_CLOUD_REGION_ID. To try without an account, start the Local OOS with "oos emulator".',
    zh: '未找到密钥。请用阿里云 CLI 的“aliyun configure”建立配置，或设置 ALIBABA_CLOUD_ACCESS_KEY_ID、ALIBABA_CLOUD_ACCESS_KEY_SECRET 和 ALIBABA_CLOUD_REGION_ID。没有账号时可用“oos emulator”启动本地 OOS 试用。',
  };
}

const noEnvironmentKeys: Words = {
  en: 'The environment has no keys: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set.',
  zh: '环境变量中没有密钥：未设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。',
};
