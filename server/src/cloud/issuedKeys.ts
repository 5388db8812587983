import type { IssuedCredential } from './credential.ts';

/**
 * Reads what a place that issues keys answered: a JSON object with the members in CamelCase of the cloud's services, or in
 * the snake_case of the CLI. Undefined where it is none, or the keys are not in it.
 */
export function issuedKeys(text: string): IssuedCredential | undefined {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  if (typeof found !== 'object' || found === null) return undefined;
  const members = new Map(
    Object.entries(found).map(([name, value]) => [name.replaceAll('_', '').toLowerCase(), value]),
  );
  const textOf = (...names: string[]): string | undefined =>
    names.map((name) => members.get(name)).find((it): it is string => typeof it === 'string' && it !== '');
  const accessKeyId = textOf('accesskeyid');
  const accessKeySecret = textOf('accesskeysecret');
  if (accessKeyId === undefined || accessKeySecret === undefined) return undefined;
  const expires = Date.parse(textOf('expiration') ?? '');
  return {
    accessKeyId,
    accessKeySecret,
    securityToken: textOf('securitytoken', 'ststoken'),
    expires: Number.isNaN(expires) ? undefined : expires,
  };
}
