import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';

/** `oos lsp --stdio`: the same as `oos-language-server --stdio`. It goes on after `run` has answered. */
export const lsp: Command<'stdio' | 'clientProcessId'> = {
  operands: '--stdio',
  about: {
    en: 'Speaks the Language Server Protocol on standard input and output. An editor starts it; there is nothing to type.',
    zh: '在标准输入和标准输出上使用语言服务器协议通信。由编辑器启动，无需手动输入。',
  },
  options: {
    stdio: { summary: { en: 'Use standard input and output', zh: '使用标准输入和标准输出' } },
    clientProcessId: {
      value: 'ID',
      summary: { en: 'The process of the editor; the server ends with it', zh: '编辑器的进程号，服务器随其结束' },
    },
  },
  examples: [
    { line: 'oos lsp --stdio', does: { en: 'What the settings of an editor name', zh: '写入编辑器设置的命令' } },
  ],

  async run(given) {
    if (!given.has('stdio')) {
      throw new UsageError({
        en: 'The language server needs a transport: oos lsp --stdio',
        zh: '语言服务器需要指定通信方式：oos lsp --stdio',
      });
    }
    const { startServer } = await import('../../lsp/startServer.ts');
    startServer();
    return 0;
  },
};
