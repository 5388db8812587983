import * as vscode from 'vscode';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import { type KeptCaller, keptCaller } from '../connection/keptCaller.ts';
import { fileEndings, type Notation } from '../notation.ts';

export const publishedScheme = 'oos-template';

/** A version of a template as it is published, by the connection that it was opened with. */
export interface PublishedVersion extends KeptCaller {
  readonly name: string;
  /** v1, v2, ... */
  readonly version: string;
}

/** The name of the file shows in the tab; it also tells VS Code which language it is. */
export function publishedUri(
  { name, version, notation }: Pick<PublishedVersion, 'name' | 'version'> & { readonly notation: Notation },
  connection: Connection,
): vscode.Uri {
  const { account, region } = keptCaller(connection);
  return vscode.Uri.from({
    scheme: publishedScheme,
    path: `/${account}/${region}/${name}@${version}.${fileEndings[notation]}`,
  });
}

/** Undefined for what is no such address. */
export function readPublishedUri({ scheme, path }: vscode.Uri): PublishedVersion | undefined {
  const [, account, region, name, version] =
    /^\/([^/]+)\/([^/]+)\/([^/@]+)@(v\d+)\.oos\.(?:yml|json)$/.exec(path) ?? [];
  if (scheme !== publishedScheme || !account || !region || !name || !version) return undefined;
  return { name, version, region, account };
}
