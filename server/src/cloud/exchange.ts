import ssoProvider from '@alicloud/credentials/dist/src/providers/cloud_sso.js';
import oauthProvider from '@alicloud/credentials/dist/src/providers/oauth.js';
import oidcProvider from '@alicloud/credentials/dist/src/providers/oidc_role_arn.js';
import roleProvider from '@alicloud/credentials/dist/src/providers/ram_role_arn.js';
import type { Credential } from './credential.ts';
import { defaultOf } from './interop.ts';

/** A role that is to be assumed. */
interface Role {
  readonly arn: string;
  readonly sessionName: string;
  /** How long the keys shall hold; an hour without it. */
  readonly seconds: number | undefined;
  readonly policy: string | undefined;
  readonly externalId: string | undefined;
}

/** Which address of the token service is asked. */
interface TokenService {
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
  readonly vpc: boolean;
}

/** What is given for temporary keys. Times in seconds since 1970. */
export type ExchangeOrder =
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly sts: TokenService;
      readonly source: () => Promise<Credential>;
    }
  | {
      readonly kind: 'oidc';
      readonly role: Role;
      readonly sts: TokenService;
      readonly providerArn: string;
      readonly tokenFile: string;
    }
  | {
      readonly kind: 'sso';
      readonly signInUrl: string;
      readonly accountId: string;
      readonly accessConfig: string;
      readonly token: string;
      readonly tokenEnds: number;
    }
  | { readonly kind: 'oauth'; readonly site: string; readonly token: string; readonly tokenEnds: number };

/** `error` may quote keys: it is for nobody's eyes. `code` is of the token service or the system. */
export type Exchanged =
  | { readonly credential: Credential }
  | { readonly error: unknown; readonly code: string | undefined };

interface Provider {
  getCredentials(): Promise<Credential>;
}

/** For the answer of the token service, in milliseconds. */
const LIMIT = 15_000;

/**
 * Gets temporary keys through the official library: one source, never its chain of guesses. What it gives back is asked before
 * each call; the library keeps the keys and renews them in time. To begin anew, make another one.
 */
export function exchanger(order: ExchangeOrder): () => Promise<Exchanged> {
  let provider: Provider | undefined;
  return async () => {
    try {
      provider ??= providerFor(order);
      const { accessKeyId, accessKeySecret, securityToken } = await provider.getCredentials();
      return { credential: { accessKeyId, accessKeySecret, securityToken } };
    } catch (error) {
      return { error, code: codeOf(error) };
    }
  };
}

function providerFor(order: ExchangeOrder): Provider {
  switch (order.kind) {
    case 'role':
      return withRole(defaultOf(roleProvider).builder(), order)
        .withCredentialsProvider(sourceProvider(order.source) as never)
        .withExternalId(order.role.externalId ?? '')
        .build();
    case 'oidc':
      return withRole(defaultOf(oidcProvider).builder(), order)
        .withOIDCProviderArn(order.providerArn)
        .withOIDCTokenFilePath(order.tokenFile)
        .build();
    case 'sso':
      return defaultOf(ssoProvider)
        .builder()
        .withSignInUrl(order.signInUrl)
        .withAccountId(order.accountId)
        .withAccessConfig(order.accessConfig)
        .withAccessToken(order.token)
        .withAccessTokenExpire(order.tokenEnds)
        .withReadTimeout(LIMIT)
        .withConnectTimeout(LIMIT)
        .build();
    case 'oauth':
      // Without a refresh token the library cannot renew the sign-in, which would take it away from the CLI.
      return defaultOf(oauthProvider)
        .builder()
        .withSignInUrl(order.site === 'CN' ? 'https://oauth.aliyun.com' : 'https://oauth.alibabacloud.com')
        .withClientId('oos-toolkit')
        .withAccessToken(order.token)
        .withAccessTokenExpire(order.tokenEnds)
        .withReadTimeout(LIMIT)
        .withConnectTimeout(LIMIT)
        .build();
  }
}

interface RoleBuilder<B> {
  withRoleArn(arn: string): B;
  withRoleSessionName(name: string): B;
  withDurationSeconds(seconds: number): B;
  withPolicy(policy: string): B;
  withStsRegionId(region: string): B;
  withStsEndpoint(endpoint: string): B;
  withEnableVpc(vpc: boolean): B;
  withReadTimeout(limit: number): B;
  withConnectTimeout(limit: number): B;
}

/** Empty text and zero are to the builders as if nothing had been said. */
function withRole<B extends RoleBuilder<B>>(builder: B, { role, sts }: { role: Role; sts: TokenService }): B {
  return builder
    .withRoleArn(role.arn)
    .withRoleSessionName(role.sessionName)
    .withDurationSeconds(role.seconds ?? 0)
    .withPolicy(role.policy ?? '')
    .withStsRegionId(sts.region ?? '')
    .withStsEndpoint(sts.endpoint ?? '')
    .withEnableVpc(sts.vpc)
    .withReadTimeout(LIMIT)
    .withConnectTimeout(LIMIT);
}

function sourceProvider(source: () => Promise<Credential>) {
  const providerName = 'oos-toolkit';
  return { getCredentials: async () => ({ ...(await source()), providerName }), getProviderName: () => providerName };
}

/** The messages of the library hold whole answers. Of those only the code of an error is taken. */
function codeOf(error: unknown): string | undefined {
  const { code, name, message } = error as { code?: unknown; name?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  if (String(name).startsWith('RequestTimeout')) return 'ETIMEDOUT';
  return /"[Cc]ode"\s*:\s*"([A-Za-z][\w.]{0,80})"/.exec(String(message))?.[1];
}
