import type { CommandEntry } from '../commandLine/command.ts';

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
    'risk',
    {
      summary: { en: 'Tell which tasks can do damage, and how far it reaches', zh: '列出高风险任务及其影响范围' },
      load: async () => (await import('./risk.ts')).risk,
    },
  ],
  [
    'preflight',
    {
      summary: {
        en: 'Everything that you should know before a template runs',
        zh: '运行模板之前需要了解的全部内容',
      },
      load: async () => (await import('./preflight.ts')).preflight,
    },
  ],
  [
    'policy',
    {
      summary: { en: 'The RAM permissions that a template needs', zh: '模板所需的 RAM 权限' },
      load: async () => (await import('./policy.ts')).policy,
    },
  ],
  [
    'actions',
    {
      summary: {
        en: 'List the actions that are known, show one, or refresh them',
        zh: '列出已知的动作、显示其中一个，或刷新动作列表',
      },
      load: async () => (await import('./actions.ts')).actions,
    },
  ],
  [
    'convert',
    {
      summary: { en: 'Write a template in the other notation', zh: '把模板转换为另一种格式' },
      load: async () => (await import('./convert.ts')).convert,
    },
  ],
  [
    'validate',
    {
      summary: { en: 'Ask the service whether it accepts templates', zh: '请求服务校验模板' },
      load: async () => (await import('./validate.ts')).validate,
    },
  ],
  [
    'publish',
    {
      summary: { en: 'Create templates in the cloud, or new versions of them', zh: '在云上创建模板或其新版本' },
      load: async () => (await import('./publish.ts')).publish,
    },
  ],
  [
    'run',
    {
      summary: { en: 'Start an execution and follow it to its end', zh: '启动执行并跟踪到结束' },
      load: async () => (await import('./runExecution.ts')).runExecution,
    },
  ],
  [
    'templates',
    {
      summary: { en: 'List, show or delete what is published', zh: '列出、显示或删除已发布的模板' },
      load: async () => (await import('./templates.ts')).templates,
    },
  ],
  [
    'executions',
    {
      summary: { en: 'List, show or delete executions, and their tasks', zh: '列出、显示或删除执行及其任务' },
      load: async () => (await import('./executions.ts')).executions,
    },
  ],
  [
    'logs',
    {
      summary: { en: 'Show what an execution has written', zh: '显示执行的日志' },
      load: async () => (await import('./logs.ts')).logs,
    },
  ],
  [
    'notify',
    {
      summary: { en: 'Answer an execution that waits for somebody', zh: '处理等待人工操作的执行' },
      load: async () => (await import('./notify.ts')).notify,
    },
  ],
  [
    'cancel',
    {
      summary: { en: 'Stop an execution', zh: '取消执行' },
      load: async () => (await import('./cancel.ts')).cancel,
    },
  ],
  [
    'tags',
    {
      summary: { en: 'List, set or remove tags', zh: '列出、设置或移除标签' },
      load: async () => (await import('./tags.ts')).tags,
    },
  ],
  [
    'profiles',
    {
      summary: { en: 'List the connections, and why one cannot be used', zh: '列出连接配置，以及无法使用的原因' },
      load: async () => (await import('./profiles.ts')).profiles,
    },
  ],
  [
    'api',
    {
      summary: { en: 'Call any operation of the OOS API', zh: '调用 OOS API 的任意操作' },
      load: async () => (await import('./api.ts')).api,
    },
  ],
  [
    'emulator',
    {
      summary: { en: 'Run a Local OOS, for trying things out', zh: '运行本地 OOS，供试用' },
      load: async () => (await import('./emulator.ts')).emulator,
    },
  ],
  [
    'completion',
    {
      summary: { en: 'Write a script that completes command lines', zh: '输出用于命令行补全的脚本' },
      load: async () => (await import('./completion.ts')).completionOf(commands),
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
