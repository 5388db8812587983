import { cloudOptions } from '../cloud/options.ts';
import { commandOfVerbs, namesOf, type Verbs } from '../commandLine/verbs.ts';
import { deleteExecutions } from '../executions/deleteExecutions.ts';
import { listExecutions } from '../executions/listExecutions.ts';
import { listTasks } from '../executions/listTasks.ts';
import { type ExecutionOption, executionOptions, filterOptions } from '../executions/options.ts';
import { showExecution } from '../executions/showExecution.ts';
import { showExecutionTemplate } from '../executions/showExecutionTemplate.ts';

const common = namesOf(cloudOptions);

const verbs: Verbs<ExecutionOption> = {
  list: {
    operands: '',
    options: [...common, ...namesOf(filterOptions), 'all'],
    run: (_, ...rest) => listExecutions(...rest),
  },
  show: { operands: 'ID', options: common, run: ([id], ...rest) => showExecution(id, ...rest) },
  tasks: { operands: 'ID', options: [...common, 'all'], run: ([id], ...rest) => listTasks(id, ...rest) },
  template: { operands: 'ID', options: common, run: ([id], ...rest) => showExecutionTemplate(id, ...rest) },
  delete: { operands: 'ID...', options: [...common, 'force', 'yes'], run: deleteExecutions },
};

/** `oos executions list|show|tasks|template|delete`: what is running, and what has run. */
export const executions = commandOfVerbs('executions', verbs, {
  about: {
    en: [
      'list: the executions, the newest first. show: one of them. tasks: its tasks in their order, with --all as a tree.',
      'template: the text that it runs. delete: forget executions, with their tasks and logs, after a question.',
    ].join('\n'),
    zh: [
      'list：列出执行，最新的在前。show：显示某个执行。tasks：按顺序列出其任务，加 --all 显示为树。',
      'template：显示其执行的模板内容。delete：询问后删除执行及其任务和日志。',
    ].join('\n'),
  },
  options: executionOptions,
  examples: [
    {
      line: 'oos executions list --status failed --since 7d',
      does: { en: 'What failed in the last week', zh: '最近一周失败的执行' },
    },
    {
      line: 'oos executions list --template restart-web --format json',
      does: { en: 'Those of a template, for a program', zh: '某个模板的执行，供程序读取' },
    },
    { line: 'oos executions tasks exec-1234 --all', does: { en: 'Also those in loops', zh: '包括循环内的任务' } },
    {
      line: 'oos executions template exec-1234 > as-it-ran.oos.yml',
      does: { en: 'The text that was run', zh: '保存当时执行的模板内容' },
    },
    { line: 'oos executions delete exec-1234 exec-5678', does: { en: 'Delete two', zh: '删除两个执行' } },
  ],
});
