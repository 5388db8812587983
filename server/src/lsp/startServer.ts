import { createConnection } from 'vscode-languageserver/node';
import { inLanguage, type Words } from '../words/words.ts';
import { bundledCatalog } from '../workspace/bundledCatalog.ts';
import { languageOfTag } from './clientProfile.ts';
import { registerServer } from './server.ts';

const usage: Words = {
  en: 'Usage: oos-language-server --stdio (or --node-ipc). It is started by an editor and speaks the Language Server Protocol.',
  zh: '用法：oos-language-server --stdio（或 --node-ipc）。由编辑器启动，使用语言服务器协议通信。',
};

/**
 * Serves one client over the transport that the command line names: `--stdio`, or `--node-ipc` under a Node parent.
 * Without a transport it says on standard error how it is started, and the process ends with code 2.
 */
export function startServer(): void {
  if (!process.argv.includes('--stdio') && !(process.argv.includes('--node-ipc') && process.send)) {
    const { LC_ALL, LANG } = process.env;
    process.stderr.write(`${inLanguage(usage, languageOfTag(LC_ALL || LANG))}\n`);
    process.exitCode = 2;
    return;
  }
  const connection = createConnection();
  registerServer(connection, { catalog: bundledCatalog, env: process.env });
  connection.listen();
}
