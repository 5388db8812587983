import type { IssuedCredential } from './credential.ts';
import { type Environment, isOn } from './environment.ts';
import { issuedKeys } from './issuedKeys.ts';
import { smallRequest } from './smallRequest.ts';

/** Where an instance of ECS learns about itself. Elsewhere the address belongs to somebody else: it is asked only on demand. */
export const metadataService = 'http://100.100.100.200';

const LIMIT = 2_000;
const TOKEN_SECONDS = '21600';
const ROLES = '/latest/meta-data/ram/security-credentials/';

/**
 * The keys of the role of this instance. Without `role` the instance names it. Undefined where there is no such role or the
 * answer cannot be read; rejects where nothing answers.
 */
export async function metadataKeys(
  role: string | undefined,
  env: Environment,
  service: string,
): Promise<IssuedCredential | undefined> {
  const headers = await session(env, service);
  const name = role ?? (await read(ROLES, service, headers))?.trim();
  if (!name) return undefined;
  const answer = await read(`${ROLES}${encodeURIComponent(name)}`, service, headers);
  return answer === undefined ? undefined : issuedKeys(answer);
}

/** The second version of the service wants a token first; the first one, where it is allowed, knows none. */
async function session(env: Environment, service: string): Promise<Record<string, string>> {
  const { status, body } = await smallRequest(new URL('/latest/api/token', service), {
    method: 'PUT',
    headers: { 'x-aliyun-ecs-metadata-token-ttl-seconds': TOKEN_SECONDS },
    limit: LIMIT,
  });
  if (status === 200) return { 'x-aliyun-ecs-metadata-token': body.trim() };
  if (isOn(env, 'ALIBABA_CLOUD_IMDSV1_DISABLED'))
    throw Object.assign(new Error('no token'), { code: `HTTP ${status}` });
  return {};
}

async function read(path: string, service: string, headers: Record<string, string>): Promise<string | undefined> {
  const { status, body } = await smallRequest(new URL(path, service), { method: 'GET', headers, limit: LIMIT });
  return status === 200 ? body : undefined;
}
