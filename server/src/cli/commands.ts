import type { CommandEntry } from './command.ts';

/** The commands of `oos` in the order of the help text. Each is loaded only when it is called. */
export const commands: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  [
    'check',
    {
      summary: { en: 'Find the mistakes in templates, and repair them', zh: '找出并修复模板中的错误' },
      load: async () => (await import('./check.ts')).check,
    },
  ],
  [
    'rules',
    {
      summary: { en: 'List the rules, or explain one', zh: '列出全部规则，或解释一条规则' },
      load: async () => (await import('./rules.ts')).rules,
    },
  ],
  [
    'actions',
    {
      summary: { en: 'List the actions that are known, or show one', zh: '列出已知的动作，或显示其中一个' },
      load: async () => (await import('./actions.ts')).actions,
    },
  ],
  [
    'emulator',
    {
      summary: { en: 'Run a Local OOS, to try things on', zh: '运行本地 OOS，供试用' },
      load: async () => (await import('./emulator.ts')).emulator,
    },
  ],
  [
    'lsp',
    {
      summary: { en: 'Start the language server, for editors', zh: '启动语言服务器，供编辑器使用' },
      load: async () => (await import('./lsp.ts')).lsp,
    },
  ],
]);
