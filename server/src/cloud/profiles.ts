import type { Words } from '../words/words.ts';
import { chooseProfile, type FoundProfiles } from './chooseProfile.ts';
import { maskedKey } from './credential.ts';
import { type Environment, homeOf } from './environment.ts';
import { field, noProfiles, type Profile, type ProfileFile, type RawProfile } from './profile.ts';
import { type ModeContext, modeOf, problemOf, regionProblem, writtenKeyId } from './profileModes.ts';
import { readCliProfiles } from './profilesCli.ts';
import { readIniProfiles } from './profilesIni.ts';

/** What `listProfiles` tells. */
export interface ProfileList {
  readonly profiles: readonly Profile[];
  /** Of the files; they name places and never quote. */
  readonly problems: readonly Words[];
  /** Why none of the profiles is the current one, where there are any. */
  readonly noCurrent: Words | undefined;
}

/**
 * The connections that can be chosen on this machine, those included that cannot be used, with the reason. `home` is the folder
 * with the files of the user, `now` in milliseconds since 1970. Asks nobody, runs nothing, never rejects.
 */
export async function listProfiles(env: Environment, home = homeOf(env), now = Date.now()): Promise<ProfileList> {
  const found = await findProfiles(env, home);
  const choice = chooseProfile(found, env, {});
  const current = 'profile' in choice ? choice.profile : undefined;
  const files = [found.environment, found.cli, found.credentials];
  const problems = files.flatMap((it) => it.problems);
  const isEmpty = files.every(({ profiles }) => profiles.length === 0);
  return {
    profiles: files.flatMap((file) => {
      const context = modeContext(file, env, now);
      return file.profiles.map((it) => shown(it, context, it === current));
    }),
    problems,
    noCurrent: 'profile' in choice || isEmpty || problems.includes(choice) ? undefined : choice,
  };
}

/** Reads the environment, the file of the Alibaba Cloud CLI and the credentials file. Never rejects. */
export async function findProfiles(env: Environment, home: string | undefined): Promise<FoundProfiles> {
  const [cli, credentials] = await Promise.all([readCliProfiles(env, home), readIniProfiles(env, home)]);
  return { environment: environmentProfiles(env), cli, credentials };
}

/** One half of a pair is a profile too: to pass it over could mean to use another account. */
function environmentProfiles(env: Environment): ProfileFile {
  const { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret } = env;
  if (!id && !secret) return noProfiles;
  const token = env.ALIBABA_CLOUD_SECURITY_TOKEN;
  const profile: RawProfile = {
    name: 'environment',
    mode: token ? 'StsToken' : 'AK',
    fields: {
      access_key_id: id,
      access_key_secret: secret,
      sts_token: token,
      region_id: env.ALIBABA_CLOUD_REGION_ID,
      endpoint: env.ALIBABA_CLOUD_ENDPOINT,
    },
    source: { kind: 'environment' },
  };
  return { ...noProfiles, profiles: [profile], current: profile.name };
}

export function modeContext({ profiles }: ProfileFile, env: Environment, now: number): ModeContext {
  return { env, now, find: (name) => profiles.find((it) => it.name === name) };
}

function shown(profile: RawProfile, context: ModeContext, current: boolean): Profile {
  const id = writtenKeyId(profile);
  const wrong = regionProblem(profile);
  return {
    name: profile.name,
    mode: modeOf(profile),
    region: wrong ? undefined : field(profile, 'region_id'),
    source: profile.source,
    current,
    accessKeyId: id === undefined ? undefined : maskedKey(id),
    problem: problemOf(profile, context) ?? wrong,
  };
}
