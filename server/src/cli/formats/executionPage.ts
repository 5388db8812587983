import stringWidth from 'string-width';
import type { Execution } from '../../cloud/api/answers.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { paintedStatus } from './taskLine.ts';

type Fact = readonly [Words, string | undefined];

/** All that is known about an execution, for a person: facts, then parameters, outputs and what runs now. */
export function formatExecution(execution: Execution, terminal: Terminal, language: Language): string {
  const { paint } = terminal;
  const facts = factsOf(execution).flatMap(([title, value]) => (value ? [[inLanguage(title, language), value]] : []));
  const width = Math.max(0, ...facts.map(([title = '']) => stringWidth(title)));
  const section = (title: Words, rows: readonly string[]) =>
    rows.length === 0 ? [] : ['', paint('bold', inLanguage(title, language)), ...rows.map((it) => `  ${it}`)];
  return [
    `${paint('bold', printable(execution.ExecutionId))}  ${paintedStatus(execution.Status, terminal)}`,
    ...facts.map(
      ([title = '', value = '']) =>
        `${paint('dim', title + ' '.repeat(width - stringWidth(title)))}  ${printable(value)}`,
    ),
    ...section({ en: 'Parameters', zh: '参数' }, entries(execution.Parameters)),
    ...section({ en: 'Outputs', zh: '输出' }, entries(execution.Outputs)),
    ...section(
      { en: 'Current tasks', zh: '当前任务' },
      execution.CurrentTasks.map((it) =>
        [it.TaskName, it.TaskAction, it.TaskExecutionId].map((text) => printable(text ?? '')).join('  '),
      ),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function factsOf(it: Execution): Fact[] {
  const counters = Object.entries(it.Counters ?? {}).map(([name, count]) => `${name} ${count}`);
  const tags = Object.entries(it.Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  return [
    [{ en: 'Message', zh: '信息' }, it.StatusMessage || it.StatusReason],
    [{ en: 'Waiting for', zh: '等待' }, it.WaitingStatus],
    [
      { en: 'Template', zh: '模板' },
      it.TemplateName && [it.TemplateName, it.TemplateVersion].filter(Boolean).join(' '),
    ],
    [{ en: 'Description', zh: '描述' }, it.Description],
    [{ en: 'Mode', zh: '模式' }, it.Mode],
    [{ en: 'Loops', zh: '循环' }, it.LoopMode],
    [{ en: 'Safety check', zh: '安全检查' }, it.SafetyCheck],
    [{ en: 'Started', zh: '开始时间' }, it.StartDate || it.CreateDate],
    [{ en: 'Ended', zh: '结束时间' }, it.EndDate],
    [{ en: 'By', zh: '执行者' }, it.ExecutedBy],
    [{ en: 'Role', zh: '角色' }, it.RamRole],
    [{ en: 'Tasks', zh: '任务' }, counters.join(', ')],
    [{ en: 'Part of', zh: '所属执行' }, it.ParentExecutionId],
    [{ en: 'Next trigger', zh: '下次触发' }, it.NextScheduleTime],
    [{ en: 'Last trigger', zh: '上次触发' }, [it.LastTriggerTime, it.LastTriggerStatus].filter(Boolean).join(' ')],
    [{ en: 'Tags', zh: '标签' }, tags.join(', ')],
  ];
}

function entries(value: Execution['Parameters']): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value === '' ? [] : [printable(value)];
  return Object.entries(value).map(
    ([name, it]) => `${printable(name)}: ${printable(typeof it === 'string' ? it : JSON.stringify(it))}`,
  );
}
