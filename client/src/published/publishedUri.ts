import * as vscode from 'vscode';

export const publishedScheme = 'oos-template';

/** A version of a template as it is published, by the connection that it was opened with. */
export interface PublishedVersion {
  readonly name: string;
  /** v1, v2, ... */
  readonly version: string;
  readonly region: string;
  readonly format: 'YAML' | 'JSON';
}

/** The name of the file shows in the tab; it also tells VS Code which language it is. */
export function publishedUri({ name, version, region, format }: PublishedVersion): vscode.Uri {
  const ending = format === 'JSON' ? 'oos.json' : 'oos.yml';
  return vscode.Uri.from({
    scheme: publishedScheme,
    path: `/${region}/${name}@${version}.${ending}`,
  });
}

/** Undefined for what is no such address. */
export function readPublishedUri({ scheme, path }: vscode.Uri): PublishedVersion | undefined {
  const [, region, name, version, ending] = /^\/([^/]+)\/([^/@]+)@(v\d+)\.oos\.(yml|json)$/.exec(path) ?? [];
  if (scheme !== publishedScheme || !region || !name || !version) return undefined;
  return { name, version, region, format: ending === 'json' ? 'JSON' : 'YAML' };
}
