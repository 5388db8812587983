import type { Catalog } from '../../catalog/catalog.ts';
import type { RequestOf } from '../../cloud/api/operations.ts';
import { type RiskyTask, riskyTasks } from '../../risk/riskyTasks.ts';
import { isSecret } from '../../template/isSecret.ts';
import type { Words } from '../../words/words.ts';
import { printable } from '../terminal/terminal.ts';
import type { Runnable } from './runnable.ts';

type StartRequest = RequestOf<'StartExecution'>;

const MOST_VALUE = 100;
const MOST_RISKS = 5;

/** What is about to be started: the template, its parameters, how it runs, and what in it can hurt. */
export function startWords({ label, name, template }: Runnable, request: StartRequest, catalog: Catalog): Words {
  const values = Object.entries(request.Parameters ?? {});
  const secret = new Set(template?.parameters.all.filter(isSecret).map((it) => it.name));
  // Of a template that cannot be made out nobody knows which values are secret.
  const shown = (it: string, value: unknown) => (template && !secret.has(it) ? shortened(value) : '******');
  const rest = template?.parameters.names().filter((it) => !values.some(([given]) => given === it)) ?? [];
  const risks = template ? riskyTasks(template, { catalog, rootName: name }) : [];
  return lines([
    { en: `Start an execution of ${label.en}.`, zh: `启动执行：${label.zh}。` },
    ...(values.length > 0 ? [{ en: 'Parameters:', zh: '参数：' }] : []),
    ...values.map(([it, value]) => same(`  ${printable(it)} = ${shown(it, value)}`)),
    ...(rest.length > 0 ? [defaultsWords(rest.map(printable))] : []),
    ...mannerWords(request),
    ...riskWords(risks, request),
  ]);
}

const same = (text: string): Words => ({ en: text, zh: text });

const lines = (all: readonly Words[]): Words => ({
  en: all.map(({ en }) => en).join('\n'),
  zh: all.map(({ zh }) => zh).join('\n'),
});

/** On one line: a value with line ends could pretend to be something else. */
function shortened(value: unknown): string {
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE)}...` : text;
}

const defaultsWords = (names: readonly string[]): Words => ({
  en: `With their defaults: ${names.join(', ')}`,
  zh: `使用默认值：${names.join('、')}`,
});

function mannerWords({ Mode, LoopMode, SafetyCheck, Tags, Description }: StartRequest): Words[] {
  const tags = Object.entries(Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  const facts: readonly (readonly [string, string, string | undefined])[] = [
    ['Mode', '执行模式', Mode],
    ['Loops', '循环', LoopMode],
    ['Safety check', '安全检查', SafetyCheck],
    ['Tags', '标签', tags.length > 0 ? tags.join(', ') : undefined],
    ['Description', '描述', Description],
  ];
  return facts.flatMap(([en, zh, value]) =>
    value === undefined ? [] : [{ en: `${en}: ${printable(value)}`, zh: `${zh}：${printable(value)}` }],
  );
}

function riskWords(risks: readonly RiskyTask[], { SafetyCheck }: StartRequest): Words[] {
  if (risks.length === 0) return [];
  const more = risks.length - MOST_RISKS;
  return [
    SafetyCheck === 'Skip'
      ? { en: 'Risky tasks, before which nobody will be asked:', zh: '高风险任务（执行前不会请求确认）：' }
      : { en: 'Risky tasks:', zh: '高风险任务：' },
    ...risks.slice(0, MOST_RISKS).map(riskLine),
    ...(more > 0 ? [{ en: `  and ${more} more`, zh: `  另有 ${more} 个` }] : []),
  ];
}

function riskLine({ taskPath, service, api, reason, overridden }: RiskyTask): Words {
  const path = printable(taskPath.join(' > '));
  const call = printable(`${service} ${api}`);
  return {
    en: `  ${path}: ${call}. ${reason.en}${overridden ? ' The template says Risk: Normal.' : ''}`,
    zh: `  ${path}：${call}。${reason.zh}${overridden ? '模板标记了 Risk: Normal。' : ''}`,
  };
}
