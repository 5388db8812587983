import type { Credential, IssuedCredential } from './credential.ts';
import { connectionError } from './connectionError.ts';
import type { Environment } from './environment.ts';
import { exchangedKeys } from './exchangedKeys.ts';
import { runProgram } from './externalProgram.ts';
import { issuedKeys } from './issuedKeys.ts';
import { metadataKeys } from './metadataKeys.ts';
import { OosError } from './oosError.ts';
import { field, type RawProfile } from './profile.ts';
import { modeOf } from './profileModes.ts';
import { smallRequest } from './smallRequest.ts';

/** What keys are got with. */
export interface CredentialTools {
  readonly env: Environment;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The address of the metadata service. */
  readonly metadata: string;
  /** For programs, in milliseconds. */
  readonly programLimit: number;
  /** A profile of the same source. */
  find(name: string): RawProfile | undefined;
}

/** Gets keys anew at each call. Rejects with an OosError of kind `connection`. */
export type KeySource = () => Promise<IssuedCredential>;

const URI_LIMIT = 10_000;

/** How the keys of a profile are got. The profile has no `problemOf`, so the fields that it needs are there. */
export function keySource(profile: RawProfile, tools: CredentialTools): KeySource {
  const { env } = tools;
  const value = (name: string): string => field(profile, name) ?? '';
  switch (modeOf(profile)) {
    case 'AK':
    case 'StsToken':
      return async () => writtenKeys(profile);
    case 'External':
      return async () => {
        const outcome = await runProgram(value('process_command'), env, tools.programLimit);
        if ('code' in outcome) throw notIssued(profile, outcome.code);
        return issuedKeys(outcome.output) ?? unreadable(profile);
      };
    case 'CredentialsURI':
      return () => asked(profile, () => keysFromUri(value('credentials_uri')));
    case 'EcsRamRole':
      return () => asked(profile, () => metadataKeys(field(profile, 'ram_role_name'), env, tools.metadata));
    default:
      return exchangedKeys(profile, tools);
  }
}

/** The keys that stand in the profile itself. */
export function writtenKeys(profile: RawProfile): Credential {
  return {
    accessKeyId: field(profile, 'access_key_id')?.trim() ?? '',
    accessKeySecret: field(profile, 'access_key_secret')?.trim() ?? '',
    securityToken: field(profile, 'sts_token')?.trim(),
  };
}

async function keysFromUri(uri: string): Promise<IssuedCredential | undefined> {
  if (!/^https?:/.test(uri) || !URL.canParse(uri)) throw Object.assign(new Error('no URI'), { code: 'credentials_uri' });
  const { status, body } = await smallRequest(new URL(uri), { method: 'GET', limit: URI_LIMIT });
  if (status !== 200) throw Object.assign(new Error('no keys'), { code: `HTTP ${status}` });
  return issuedKeys(body);
}

async function asked(profile: RawProfile, ask: () => Promise<IssuedCredential | undefined>): Promise<IssuedCredential> {
  try {
    return (await ask()) ?? unreadable(profile);
  } catch (error) {
    if (error instanceof OosError) throw error;
    throw notIssued(profile, (error as NodeJS.ErrnoException).code);
  }
}

function unreadable(profile: RawProfile): never {
  throw connectionError({
    en: `Profile "${profile.name}" (${modeOf(profile)}): what came back holds no keys. It must be a JSON object with an access key id and secret.`,
    zh: `配置“${profile.name}”（${modeOf(profile)}）：返回内容中没有密钥，应为包含 AccessKey ID 和 Secret 的 JSON 对象。`,
  });
}

/** `code` is of the system, of a service, or the name of the field at fault. */
export function notIssued({ name, ...profile }: RawProfile, code: string | undefined): OosError {
  const mode = modeOf({ name, ...profile });
  return connectionError({
    en: `Profile "${name}" (${mode}) gave no keys${code ? ` (${code})` : ''}. Check the profile with the Alibaba Cloud CLI, or choose another one.`,
    zh: `配置“${name}”（${mode}）未能提供密钥${code ? `（${code}）` : ''}。请使用阿里云 CLI 检查该配置，或改用其他配置。`,
  });
}
