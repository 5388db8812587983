import type { Words } from '../words/words.ts';
import { isRegion } from './endpoint.ts';
import { type Environment, isOn } from './environment.ts';
import { field, numberField, type RawProfile } from './profile.ts';

/** What decides whether a profile can be used, besides itself. */
export interface ModeContext {
  readonly env: Environment;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A profile of the same source, for those that build on another one. */
  find(name: string): RawProfile | undefined;
}

type Check = (profile: RawProfile, context: ModeContext) => Words | undefined;

interface Mode {
  /** Fields without which it cannot work. */
  readonly needs: readonly string[];
  readonly check?: Check;
}

const keys = ['access_key_id', 'access_key_secret'];

/** The modes that we can use, spelled as in the CLI's documentation. */
const modes: Readonly<Record<string, Mode>> = {
  AK: { needs: keys },
  StsToken: { needs: [...keys, 'sts_token'], check: (profile, { now }) => ended(profile, 'sts_expiration', now) },
  RamRoleArn: { needs: [...keys, 'ram_role_arn'] },
  EcsRamRole: { needs: [], check: metadataAllowed },
  OIDC: { needs: ['oidc_provider_arn', 'oidc_token_file', 'ram_role_arn'] },
  ChainableRamRoleArn: { needs: ['source_profile', 'ram_role_arn'], check: sourceUsable },
  External: { needs: ['process_command'], check: programAllowed },
  CredentialsURI: { needs: ['credentials_uri'], check: programAllowed },
  CloudSSO: {
    needs: ['cloud_sso_sign_in_url', 'cloud_sso_account_id', 'cloud_sso_access_config', 'access_token'],
    check: (profile, { now }) => signInEnded(profile, 'cloud_sso_access_token_expire', now),
  },
  OAuth: {
    needs: ['oauth_site_type', 'oauth_access_token'],
    check: (profile, { now }) => siteUnknown(profile) ?? signInEnded(profile, 'oauth_access_token_expire', now),
  },
};

/** Modes of the CLI that we do not offer, and why. */
const refusedModes: Readonly<Record<string, Words>> = {
  RsaKeyPair: {
    en: 'RSA key pairs are no longer issued, and the official library does not read them from a profile.',
    zh: 'RSA 密钥对已不再发放，官方库也不支持从配置中读取。',
  },
  RamRoleArnWithRoleName: {
    en: 'Use ChainableRamRoleArn with a source profile of mode EcsRamRole instead.',
    zh: '请改用 ChainableRamRoleArn，并以 EcsRamRole 模式的配置作为来源。',
  },
  BearerToken: { en: 'OOS does not take bearer tokens.', zh: 'OOS 不接受 Bearer Token。' },
  Anonymous: { en: 'OOS does not take calls without a signature.', zh: 'OOS 不接受未签名的调用。' },
};

const allModes = [...Object.keys(modes), ...Object.keys(refusedModes)];

/** The mode as documented; the CLI takes any letter case. As it came where nobody knows it, unless it could be a key. */
export function modeOf({ mode }: RawProfile): string {
  const known = allModes.find((it) => it.toLowerCase() === mode.toLowerCase());
  return known ?? (/^[A-Za-z_]{0,40}$/.test(mode) ? mode : '?');
}

/** Why a profile cannot be used, as far as that can be told without asking anybody; undefined where nothing speaks against it. */
export function problemOf(profile: RawProfile, context: ModeContext): Words | undefined {
  const name = modeOf(profile);
  const mode = modes[name];
  if (mode === undefined) return profile.source.kind === 'credentials' ? refusedType() : refused(name);
  const missing = mode.needs.filter((it) => field(profile, it) === undefined);
  return missing.length > 0 ? lacks(profile, missing) : mode.check?.(profile, context);
}

function refused(name: string): Words {
  if (name === '') return { en: 'It names no mode.', zh: '未注明模式。' };
  const reason = refusedModes[name];
  if (reason) return { en: `Mode ${name} is not supported. ${reason.en}`, zh: `不支持 ${name} 模式。${reason.zh}` };
  const known = Object.keys(modes).join(', ');
  return {
    en: `Its mode is not known. The modes that can be used are ${known}.`,
    zh: `模式未知。可用的模式有 ${known}。`,
  };
}

/** The credentials file has types of its own in the place of modes. */
function refusedType(): Words {
  return {
    en: 'Its type is missing, or cannot be used. The types of the credentials file are access_key, ram_role_arn and ecs_ram_role; temporary keys go into a profile of the Alibaba Cloud CLI.',
    zh: '未注明 type，或该类型无法使用。凭证文件可用的类型有 access_key、ram_role_arn、ecs_ram_role；临时密钥请放入阿里云 CLI 的配置。',
  };
}

function lacks({ source }: RawProfile, missing: readonly string[]): Words {
  const names = source.kind === 'environment' ? missing.map((it) => `ALIBABA_CLOUD_${it.toUpperCase()}`) : missing;
  return { en: `It lacks ${names.join(', ')}.`, zh: `缺少 ${names.join('、')}。` };
}

/** The access key id that stands in the profile, in the modes that use it. */
export function writtenKeyId(profile: RawProfile): string | undefined {
  return modes[modeOf(profile)]?.needs.includes('access_key_id') ? field(profile, 'access_key_id')?.trim() : undefined;
}

/** What stands in the place of the region is not repeated: it could be a key. */
export function regionProblem(profile: RawProfile): Words | undefined {
  const region = field(profile, 'region_id')?.trim();
  if (region === undefined || isRegion(region)) return undefined;
  return {
    en: 'Its region_id is not the id of a region. Ids look like cn-hangzhou or ap-southeast-1.',
    zh: '其中的 region_id 不是地域 ID。地域 ID 形如 cn-hangzhou 或 ap-southeast-1。',
  };
}

function metadataAllowed(_: RawProfile, { env }: ModeContext): Words | undefined {
  return switchedOff(env, 'ALIBABA_CLOUD_ECS_METADATA_DISABLED');
}

function programAllowed(_: RawProfile, { env }: ModeContext): Words | undefined {
  return switchedOff(env, 'ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS');
}

function switchedOff(env: Environment, name: string): Words | undefined {
  if (!isOn(env, name)) return undefined;
  return { en: `The environment forbids it by ${name}.`, zh: `环境变量 ${name} 禁止使用。` };
}

/** A chain of profiles must end in one that works by itself. */
function sourceUsable(profile: RawProfile, context: ModeContext): Words | undefined {
  const passed = new Set([profile.name]);
  let source: RawProfile | undefined = profile;
  while (source && modeOf(source) === 'ChainableRamRoleArn') {
    const next: string = field(source, 'source_profile') ?? '';
    if (passed.has(next)) return { en: 'Its source profiles go round in a circle.', zh: '来源配置形成循环。' };
    passed.add(next);
    source = context.find(next);
    if (source === undefined) {
      return { en: `Its source profile "${next}" does not exist.`, zh: `来源配置“${next}”不存在。` };
    }
  }
  const reason = source && problemOf(source, context);
  if (!reason) return undefined;
  return {
    en: `Its source profile "${source?.name}" cannot be used: ${reason.en}`,
    zh: `来源配置“${source?.name}”无法使用：${reason.zh}`,
  };
}

function siteUnknown(profile: RawProfile): Words | undefined {
  if (/^(?:CN|INTL)$/i.test(field(profile, 'oauth_site_type') ?? '')) return undefined;
  return { en: 'Its oauth_site_type is neither CN nor INTL.', zh: 'oauth_site_type 既不是 CN 也不是 INTL。' };
}

/** `name` is a field with seconds since 1970. */
function ended(profile: RawProfile, name: string, now: number): Words | undefined {
  const end = numberField(profile, name);
  if (end === undefined || end * 1000 > now) return undefined;
  return { en: 'Its temporary keys have expired.', zh: '临时密钥已过期。' };
}

/** We never write the files of the CLI, and to renew its sign-in without doing so would end it for the CLI. */
function signInEnded(profile: RawProfile, name: string, now: number): Words | undefined {
  const end = numberField(profile, name);
  if (end !== undefined && end * 1000 > now) return undefined;
  const command = `aliyun configure --profile ${profile.name} --mode ${modeOf(profile)}`;
  return {
    en: `Its sign-in has expired. Sign in again with the Alibaba Cloud CLI: ${command}`,
    zh: `登录已过期。请使用阿里云 CLI 重新登录：${command}`,
  };
}
