import type { Words } from '../words/words.ts';
import type { UnseenReason, UnseenTask } from './reachedCalls.ts';

/** Why it is not known what a task does, in a sentence. */
export function unseenWords({ reason, name }: Pick<UnseenTask, 'reason' | 'name'>): Words {
  return reasons[reason](name ?? '?');
}

const reasons: Readonly<Record<UnseenReason, (name: string) => Words>> = {
  'run-time': () => ({
    en: 'What this task calls is known only at run time, so its risks and permissions are not listed.',
    zh: '此任务的调用内容在运行时才能确定，因此未列出其风险和权限。',
  }),
  template: (name) => ({
    en: `The template '${name}' is not at hand, so what it does is not listed.`,
    zh: `本地没有模板“${name}”，因此未列出其内容。`,
  }),
  action: (name) => ({
    en: `It is not known what '${name}' calls, so its risks and permissions are not listed.`,
    zh: `无法得知“${name}”会调用什么，因此未列出其风险和权限。`,
  }),
  http: () => ({
    en: 'An HTTP request can do anything; it is not judged here.',
    zh: 'HTTP 请求可以执行任意操作，此处不作判断。',
  }),
  circle: (name) => ({
    en: `The template '${name}' is embedded in itself.`,
    zh: `模板“${name}”嵌套了自身。`,
  }),
  limit: () => ({
    en: 'The template and its children have too many tasks; the rest is not looked at.',
    zh: '模板及其子模板的任务过多，其余任务未检查。',
  }),
};
