import type { Words } from '../words/words.ts';
import { type Credential, maskedKey } from './credential.ts';
import { endpointUrl, serviceEndpoint } from './endpoint.ts';

/** Where a profile or a connection comes from. `path` is the file. */
export type ProfileSource =
  | { readonly kind: 'cli' | 'credentials'; readonly path: string }
  | { readonly kind: 'environment' | 'explicit' };

/** With which keys, in which region and at which address the service is called. */
export interface Connection {
  /** Of the profile; `environment` for keys of the environment. */
  readonly name: string;
  /** How the keys are got, in the words of the Alibaba Cloud CLI, such as AK or RamRoleArn. */
  readonly mode: string;
  readonly source: ProfileSource;
  readonly region: string;
  readonly endpoint: URL;
  /** The access key id, masked; undefined before the keys are got. */
  readonly accessKeyId: string | undefined;
  /**
   * The keys, asked for before every try. `fresh` gets new ones although the old ones look good. Rejects with an OosError of
   * kind `connection`.
   */
  credential(options?: { readonly fresh?: boolean }): Promise<Credential>;
}

export interface ExplicitConnection {
  readonly name: string;
  readonly region: string;
  /** Without it, the public endpoint of the region. */
  readonly endpoint?: string | undefined;
  readonly credential: Credential;
}

/** A connection with keys that the host has itself: of the Local OOS, or from a store of secrets. */
export function explicitConnection({ name, region, endpoint, credential }: ExplicitConnection): Connection {
  return {
    name,
    mode: credential.securityToken ? 'StsToken' : 'AK',
    source: { kind: 'explicit' },
    region,
    endpoint: endpoint === undefined ? serviceEndpoint(region) : endpointUrl(endpoint),
    accessKeyId: maskedKey(credential.accessKeyId),
    credential: async () => credential,
  };
}

/** Who calls, where: three lines to be shown before anything changes. */
export function describeConnection({ name, mode, source, region, endpoint, accessKeyId }: Connection): Words {
  const keys = accessKeyId === undefined ? mode : `${mode}, ${accessKeyId}`;
  const place = sourceWords(source);
  return {
    en: `Profile:  ${name} (${keys}), ${place.en}\nRegion:   ${region}\nEndpoint: ${endpoint.origin}`,
    zh: `配置：　${name}（${keys}），${place.zh}\n地域：　${region}\n接入点：${endpoint.origin}`,
  };
}

export function sourceWords(source: ProfileSource): Words {
  switch (source.kind) {
    case 'cli':
    case 'credentials':
      return { en: `from ${source.path}`, zh: `来自 ${source.path}` };
    case 'environment':
      return { en: 'from the environment', zh: '来自环境变量' };
    case 'explicit':
      return { en: 'handed over by the program', zh: '由程序提供' };
  }
}
