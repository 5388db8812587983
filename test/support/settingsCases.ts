import type { LspClient } from './lspClient.ts';

/** A template with one finding, an error of unknown-parameter. */
export const bad = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ gone }}' }
`;
/** Settings under which there is none. */
export const off = { 'unknown-parameter': 'off' };

/** The severities of what the server has published for a text, one list for each time. */
export const publishedFor = (client: LspClient, uri: string) =>
  client.published
    .filter((it) => it.uri === uri)
    .map(({ version, diagnostics }) => `${version}: ${diagnostics.map(({ code, severity }) => `${code} ${severity}`)}`);
export const told = (version: number) => `${version}: unknown-parameter 1`;
export const silent = (version: number) => `${version}: `;

/** Waits until the server has handled everything that was sent before. */
export async function settled(client: LspClient): Promise<void> {
  const other = `untitled:other${client.published.length}.oos.yml`;
  await client.open(other, 'oos-yaml', bad);
  await client.diagnostics(other, 1);
}
