import type { Words } from '../words/words.ts';
import { type Credential } from './credential.ts';
/** Where a profile or a connection comes from. `path` is the file. */
export type ProfileSource =
  | {
      readonly kind: 'cli' | 'credentials';
      readonly path: string;
    }
  | {
      readonly kind: 'environment' | 'explicit';
    };
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
export declare function explicitConnection({ name, region, endpoint, credential }: ExplicitConnection): Connection;
/** Who calls, where: three lines to be shown before anything changes. */
export declare function describeConnection({ name, mode, source, region, endpoint, accessKeyId }: Connection): Words;
export declare function sourceWords(source: ProfileSource): Words;
