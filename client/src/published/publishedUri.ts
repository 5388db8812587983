import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import type { Connection } from '../../../server/src/cloud/connection.ts';

export const publishedScheme = 'oos-template';

/** A version of a template as it is published, by the connection that it was opened with. */
export interface PublishedVersion {
  readonly name: string;
  /** v1, v2, ... */
  readonly version: string;
  readonly region: string;
  /** Another account may have another template of that name. */
  readonly account: string;
}

/** The name of the file shows in the tab; it also tells VS Code which language it is. */
export function publishedUri(
  { name, version, format }: Pick<PublishedVersion, 'name' | 'version'> & { readonly format: 'YAML' | 'JSON' },
  connection: Connection,
): vscode.Uri {
  const ending = format === 'JSON' ? 'oos.json' : 'oos.yml';
  return vscode.Uri.from({
    scheme: publishedScheme,
    path: `/${accountOf(connection)}/${connection.region}/${name}@${version}.${ending}`,
  });
}

/** As a part of an address. A Local OOS has other keys each time, and is the same all the same. */
export function accountOf(connection: Connection): string {
  const isLocal = connection.endpoint.hostname === '127.0.0.1';
  return (isLocal ? connection.name : callerName(connection)).replaceAll('/', '_');
}

/** Undefined for what is no such address. */
export function readPublishedUri({ scheme, path }: vscode.Uri): PublishedVersion | undefined {
  const [, account, region, name, version] =
    /^\/([^/]+)\/([^/]+)\/([^/@]+)@(v\d+)\.oos\.(?:yml|json)$/.exec(path) ?? [];
  if (scheme !== publishedScheme || !account || !region || !name || !version) return undefined;
  return { name, version, region, account };
}
