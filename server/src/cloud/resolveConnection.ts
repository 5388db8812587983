import type { Words } from '../words/words.ts';
import { type Chosen, chooseProfile, type ProfileChoice } from './chooseProfile.ts';
import { type Connection, sourceWords } from './connection.ts';
import { connectionError } from './connectionError.ts';
import { maskedKey } from './credential.ts';
import { checkedRegion, endpointUrl, serviceEndpoint } from './endpoint.ts';
import { type Environment, homeOf } from './environment.ts';
import { keySource } from './keySource.ts';
import { metadataService } from './metadataKeys.ts';
import { field, type RawProfile } from './profile.ts';
import { modeOf, problemOf, regionProblem, writtenKeyId } from './profileModes.ts';
import { findProfiles, modeContext } from './profiles.ts';

/** What the user wants, such as the flags of a command. */
export interface ConnectionChoice extends ProfileChoice {
  readonly region?: string | undefined;
  readonly endpoint?: string | undefined;
}

/** What tests, and hosts with other places, set otherwise. */
export interface ConnectionSurroundings {
  readonly home?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** The address of the metadata service of ECS. */
  readonly metadata?: string;
  /** How long a program may take to give keys, in milliseconds. */
  readonly programLimit?: number;
}

/** Programs may ask the user to sign in somewhere; the official library waits as long. */
const PROGRAM_LIMIT = 60_000;

/**
 * The connection to call the service with. Keys, region and endpoint come from one source; only a region that is missing there
 * may come from the environment. What `choice` says goes before. Rejects with an OosError of kind `connection` that tells what
 * to do. Reads files, but asks nobody: the keys of most modes are got with the first call.
 */
export async function resolveConnection(
  choice: ConnectionChoice,
  env: Environment,
  surroundings: ConnectionSurroundings = {},
): Promise<Connection> {
  const { home = homeOf(env), now = Date.now, metadata = metadataService, programLimit = PROGRAM_LIMIT } = surroundings;
  const chosen = chooseProfile(await findProfiles(env, home), env, choice);
  if (!('profile' in chosen)) throw connectionError(chosen);
  const { profile, file } = chosen;
  const context = modeContext(file, env, now());
  const problem = problemOf(profile, context);
  if (problem) throw connectionError(unusable(profile, problem));
  const region = regionOf(chosen, choice, env);
  const id = writtenKeyId(profile);
  const keys = keySource(profile, { env, now, metadata, programLimit, find: context.find });
  return {
    name: profile.name,
    mode: modeOf(profile),
    source: profile.source,
    region,
    endpoint: endpointOf(chosen, choice, env, region),
    accessKeyId: id === undefined ? undefined : maskedKey(id),
    credential: ({ fresh = false } = {}) => keys(fresh),
  };
}

/** Throws an OosError of kind `connection` where none is set, or what is set is none. */
export function regionOf({ profile }: Chosen, choice: ConnectionChoice, env: Environment): string {
  if (choice.region) return checkedRegion(choice.region.trim());
  const problem = regionProblem(profile);
  if (problem) throw connectionError(unusable(profile, problem));
  const region = field(profile, 'region_id') || env.ALIBABA_CLOUD_REGION_ID;
  if (region) return checkedRegion(region.trim());
  const place = sourceWords(profile.source);
  throw connectionError({
    en: `Profile "${profile.name}" ${place.en} has no region. ${choice.by ? `Give one with ${choice.by.region}` : 'Choose one'}, or set ALIBABA_CLOUD_REGION_ID.`,
    zh: `配置“${profile.name}”（${place.zh}）没有地域。请${choice.by ? `用 ${choice.by.region} 指定` : '选择一个地域'}，或设置 ALIBABA_CLOUD_REGION_ID。`,
  });
}

function endpointOf(
  { profile, byEnvironment }: Chosen,
  choice: ConnectionChoice,
  env: Environment,
  region: string,
): URL {
  if (choice.endpoint) return endpointUrl(choice.endpoint);
  const own = field(profile, 'endpoint') ?? (byEnvironment ? env.ALIBABA_CLOUD_ENDPOINT : undefined);
  const type = field(profile, 'endpoint_type');
  if (!own) return serviceEndpoint(region, type);
  const endpoint = endpointUrl(own);
  // The address of one region is no use for another one that was asked for.
  const [, network, its] = /^oos(-vpc)?\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(endpoint.hostname) ?? [];
  return its === undefined || its === region ? endpoint : serviceEndpoint(region, network?.slice(1));
}

function unusable(profile: RawProfile, problem: Words): Words {
  const place = sourceWords(profile.source);
  return {
    en: `Profile "${profile.name}" ${place.en} cannot be used. ${problem.en}`,
    zh: `配置“${profile.name}”（${place.zh}）无法使用。${problem.zh}`,
  };
}
