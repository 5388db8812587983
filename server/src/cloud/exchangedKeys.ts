import type { Credential } from './credential.ts';
import type { Environment } from './environment.ts';
import { isOn } from './environment.ts';
import type { Exchanged, ExchangeOrder } from './exchange.ts';
import type { KeySource } from './keptKeys.ts';
import { notIssued } from './keyErrors.ts';
import { OosError } from './oosError.ts';
import { field, numberField, type RawProfile } from './profile.ts';
import { modeOf } from './profileModes.ts';

/** Shown in the audit log of the account, where the profile names no session. */
const SESSION_NAME = 'oos-toolkit';

/**
 * Keys that a token service gives for other keys or for a sign-in. The library for it is loaded at the first call. `source` has
 * the keys that a role is assumed with. Calls that come together share one answer.
 */
export function exchangedKeys(profile: RawProfile, env: Environment, source: KeySource): KeySource {
  let exchange: (() => Promise<Exchanged>) | undefined;
  let coming: { readonly keys: Promise<Credential>; readonly fresh: boolean } | undefined;
  const exchanged = async (fresh: boolean): Promise<Credential> => {
    const { exchanger } = await import('./exchange.ts');
    if (fresh) exchange = undefined;
    exchange ??= exchanger(orderFor(profile, env, () => source(fresh)));
    const own = exchange;
    const outcome = await own();
    if ('credential' in outcome) return outcome.credential;
    if (exchange === own) exchange = undefined;
    throw outcome.error instanceof OosError ? outcome.error : notIssued(profile, outcome.code);
  };
  return (fresh) => {
    if (coming && (coming.fresh || !fresh)) return coming.keys;
    const keys = exchanged(fresh).finally(() => {
      if (coming?.keys === keys) coming = undefined;
    });
    coming = { keys, fresh };
    return keys;
  };
}

function orderFor(profile: RawProfile, env: Environment, source: () => ReturnType<KeySource>): ExchangeOrder {
  const value = (name: string): string => field(profile, name) ?? '';
  switch (modeOf(profile)) {
    case 'OIDC':
      return {
        kind: 'oidc',
        ...roleOf(profile, env),
        providerArn: value('oidc_provider_arn'),
        tokenFile: value('oidc_token_file'),
      };
    case 'CloudSSO':
      return {
        kind: 'sso',
        signInUrl: value('cloud_sso_sign_in_url'),
        accountId: value('cloud_sso_account_id'),
        accessConfig: value('cloud_sso_access_config'),
        token: value('access_token'),
        tokenEnds: numberField(profile, 'cloud_sso_access_token_expire') ?? 0,
      };
    case 'OAuth':
      return {
        kind: 'oauth',
        site: value('oauth_site_type').toUpperCase(),
        token: value('oauth_access_token'),
        tokenEnds: numberField(profile, 'oauth_access_token_expire') ?? 0,
      };
    default:
      return { kind: 'role', ...roleOf(profile, env), source };
  }
}

function roleOf(profile: RawProfile, env: Environment) {
  return {
    role: {
      arn: field(profile, 'ram_role_arn') ?? '',
      sessionName: field(profile, 'ram_session_name') ?? SESSION_NAME,
      seconds: numberField(profile, 'duration_seconds') ?? numberField(profile, 'expired_seconds'),
      policy: field(profile, 'policy'),
      externalId: field(profile, 'external_id'),
    },
    sts: {
      region: field(profile, 'sts_region') ?? (env.ALIBABA_CLOUD_STS_REGION || undefined),
      endpoint: field(profile, 'sts_endpoint'),
      vpc: profile.fields.enable_vpc === true || isOn(env, 'ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED'),
    },
  };
}
