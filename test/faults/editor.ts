import { onTestFinished } from 'vitest';
import {
  ExecuteCommandRequest,
  type ProtocolConnection,
  ShowMessageRequest,
  ShutdownRequest,
  Trace,
} from 'vscode-languageserver/node';
import { serverCommands } from '../../server/src/lsp/cloud/serverCommands.ts';
import { LspClient } from '../support/lspClient.ts';
import type { Around } from './around.ts';
import { files } from './lines.ts';
import { planted } from './planted.ts';

const uri = 'file:///home/dev/set.oos.yml';

/** Each command with options that are right, and with some that are not. */
const options: readonly object[] = [
  { uri, confirmed: true, parameters: { password: planted.noEcho } },
  { uri, templateName: 'set', confirmed: true, parameters: { password: planted.noEcho } },
  { uri, name: 'set' },
  { uri, parameters: planted.noEcho, confirmed: true },
  { uri, mode: planted.noEcho, name: [planted.noEcho], templateName: [planted.noEcho], ramRole: [planted.noEcho] },
  { uri: planted.noEcho },
];

/** Lets an editor send every command of the server, and notes every message that comes from there. */
export async function allCommands(
  { env, evidence }: Around,
  more: Partial<Parameters<typeof LspClient.start>[0]> = {},
) {
  let noted = 0;
  const { client } = await LspClient.start({
    capabilities: { window: { showMessage: {}, workDoneProgress: true }, workspace: { configuration: true } },
    env,
    ...more,
    answer: (connection) => {
      note(connection, (text) => {
        noted++;
        evidence.add('a message of the server', text);
      });
      connection.onRequest(ShowMessageRequest.type, ({ actions }) => actions?.[0] ?? null);
      more?.answer?.(connection);
    },
  });
  onTestFinished(() => client.connection.sendRequest(ShutdownRequest.type));
  await client.open(uri, 'oos-yaml', files['set.oos.yml'] ?? '');
  const asked = serverCommands.flatMap((command) =>
    options.map((it) => client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [it] })),
  );
  const answers = await Promise.all(asked);
  if (noted < answers.length) throw new Error(`only ${noted} messages were noted for ${answers.length} answers`);
  return answers;
}

/** Hands over whatever comes from the server, in full, but for the calls that it wants to be made. */
function note(connection: ProtocolConnection, add: (text: string) => void): void {
  const log = (message: unknown, data?: string) => {
    const text = `${typeof message === 'string' ? message : JSON.stringify(message)} ${data ?? ''}`;
    if (text.startsWith('Received') && !text.includes("request 'oos/callApi")) add(text);
  };
  connection.trace(Trace.Verbose, { log }).catch(() => undefined);
}
