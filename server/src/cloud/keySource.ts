import type { Credential, IssuedCredential } from './credential.ts';
import type { Environment } from './environment.ts';
import { exchangedKeys } from './exchangedKeys.ts';
import { runProgram } from './externalProgram.ts';
import { issuedKeys } from './issuedKeys.ts';
import { type KeySource, keptKeys } from './keptKeys.ts';
import { noKeysInAnswer, notIssued } from './keyErrors.ts';
import { metadataKeys } from './metadataKeys.ts';
import { OosError } from './oosError.ts';
import { field, type RawProfile } from './profile.ts';
import { modeOf } from './profileModes.ts';
import { smallRequest } from './smallRequest.ts';

/** What keys are got with. */
export interface KeyTools {
  readonly env: Environment;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The address of the metadata service. */
  readonly metadata: string;
  /** How long a program may take to give keys, in milliseconds. */
  readonly programLimit: number;
  /** A profile of the same source. */
  find(name: string): RawProfile | undefined;
}

const URI_LIMIT = 10_000;

/** How the keys of a profile are got. Only for a profile that `problemOf` says nothing against. */
export function keySource(profile: RawProfile, tools: KeyTools): KeySource {
  const mode = modeOf(profile);
  if (mode === 'AK' || mode === 'StsToken') return async () => writtenKeys(profile, mode === 'StsToken');
  const issue = issuers[mode];
  if (issue) return keptKeys(() => issued(profile, issue(profile, tools)), tools.now);
  const chained = mode === 'ChainableRamRoleArn' ? tools.find(field(profile, 'source_profile') ?? '') : undefined;
  const source = chained ? keySource(chained, tools) : async () => writtenKeys(profile, true);
  return exchangedKeys(profile, tools.env, source);
}

type Issue = (profile: RawProfile, tools: KeyTools) => Promise<IssuedCredential | undefined>;

/** Undefined where the answer holds no keys. */
const issuers: Readonly<Record<string, Issue>> = {
  External: async (profile, { env, programLimit }) => {
    const outcome = await runProgram(field(profile, 'process_command') ?? '', env, programLimit);
    if ('code' in outcome) throw notIssued(profile, outcome.code);
    return issuedKeys(outcome.output);
  },
  CredentialsURI: async (profile) => {
    const uri = field(profile, 'credentials_uri') ?? '';
    if (!/^https?:/.test(uri) || !URL.canParse(uri)) throw notIssued(profile, 'credentials_uri');
    const { status, body } = await smallRequest(new URL(uri), { method: 'GET', limit: URI_LIMIT });
    if (status !== 200) throw notIssued(profile, `HTTP ${status}`);
    return issuedKeys(body);
  },
  EcsRamRole: (profile, { env, metadata }) => metadataKeys(field(profile, 'ram_role_name'), env, metadata),
};

async function issued(profile: RawProfile, keys: ReturnType<Issue>): Promise<IssuedCredential> {
  let found: IssuedCredential | undefined;
  try {
    found = await keys;
  } catch (error) {
    throw error instanceof OosError ? error : notIssued(profile, (error as NodeJS.ErrnoException).code);
  }
  if (found === undefined) throw noKeysInAnswer(profile);
  return found;
}

/** The keys that stand in the profile itself. Blanks around them come from copying. */
function writtenKeys(profile: RawProfile, withToken: boolean): Credential {
  const value = (name: string): string | undefined => field(profile, name)?.trim();
  return {
    accessKeyId: value('access_key_id') ?? '',
    accessKeySecret: value('access_key_secret') ?? '',
    securityToken: withToken ? value('sts_token') : undefined,
  };
}
