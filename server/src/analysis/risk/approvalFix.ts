import { insertItem, replaceScalar } from '../../syntax/edit.ts';
import { jumpTarget } from '../../template/jumpTarget.ts';
import type { Task, Template } from '../../template/template.ts';
import type { Fix, RuleContext } from '../rule.ts';
import type { RiskyPlace } from './riskyCalls.ts';

/**
 * Puts an approval in front of the task of the template itself that leads to a risky call, so that it is asked once also where
 * the call stands in a loop or in an inline template. Jumps to the task lead to the approval then. None where the list of the
 * tasks has a form that is not understood.
 */
export function approvalFix({ document, template }: RuleContext, { first }: RiskyPlace): Fix[] {
  const [task] = first.tasks;
  const list = task?.list.node;
  if (!task || !list) return [];
  const name = approvalName(task, template);
  const content = `{{ ACS::ExecutionId }}: ${first.through[0] ?? `${first.service} ${first.api}`}`;
  const inserted = insertItem(document.tree, list, list.items.indexOf(task.node), [
    { key: 'Name', value: name },
    { key: 'Action', value: 'ACS::Approve' },
    { key: 'Properties', value: { NotifyType: 'WebHook', WebHook: webHook(content) } },
  ]);
  if (!inserted) return [];
  const shown = task.name ?? String(task.index + 1);
  return [
    {
      title: { en: `Insert an approval before '${shown}'`, zh: `在“${shown}”之前插入审批` },
      edits: [inserted, ...redirected(document.text, template, task, name)],
      // The receiver of the message has yet to be filled in.
      guess: true,
    },
  ];
}

/** The message in the form that DingTalk takes, the most usual receiver. */
const webHook = (content: string) => ({
  URI: 'https://example.com/hook',
  Headers: { 'Content-Type': 'application/json' },
  Content: { msgtype: 'text', text: { content } },
});

/** `approveRemove` for the task `remove`; with a number where there is one already. */
function approvalName({ name = '' }: Task, { anyTask }: Template): string {
  const own = /^[\w-]{1,40}$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : '';
  const base = `approve${own}`;
  let found = base;
  for (let number = 2; anyTask.has(found); number++) found = `${base}${number}`;
  return found;
}

function redirected(source: string, { jumps }: Template, task: Task, name: string) {
  return jumps.flatMap((jump) => {
    const target = jumpTarget(jump);
    const leadsHere = 'task' in target && target.task === task && target.kind === 'forward';
    return leadsHere && jump.node.kind === 'scalar' ? [replaceScalar(source, jump.node, name)] : [];
  });
}
