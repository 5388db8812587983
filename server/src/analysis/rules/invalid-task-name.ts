import type { ScalarNode } from '../../syntax/node.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

const MOST_CHARACTERS = 200;

export const invalidTaskName = defineRule({
  id: 'invalid-task-name',
  severity: 'error',
  summary: {
    en: 'The name of a task has characters that are not allowed, or is too long.',
    zh: '任务名称含有不允许的字符，或过长。',
  },
  why: {
    en: 'Names of tasks are made of letters, digits, - and _, at most 200 of them.',
    zh: '任务名称由字母、数字、- 和 _ 组成，最多 200 个字符。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: <|stop it|>\n    Action: ACS::Pause\n',
      fixed: 'Tasks:\n  - Name: stop_it\n    Action: ACS::Pause\n',
    },
    { text: "Tasks:\n  - Name: <|'{{ name }}'|>\n    Action: ACS::Pause\n" },
    { text: 'Tasks:\n  - Name: <|12|>\n    Action: ACS::Pause\n' },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: stop-it_2\n    Action: ACS::Pause\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: '2nd-step', Action: ACS::Pause }
  - { Name: "_third", Action: ACS::Pause }
`,
  ],

  check({ document, template, report }) {
    for (const { nameNode, name } of template.allTasks) {
      if (!nameNode || nameNode.type === 'null') continue;
      if (name === undefined) {
        const written = document.text.slice(nameNode.range.start, nameNode.range.end);
        report(nameNode.range, {
          en: `A name must be a text, and ${written} is none.`,
          zh: `名称必须是文本，而 ${written} 不是。`,
        });
      } else if (name.includes('{{')) {
        report(nameNode.range, {
          en: 'The name of a task cannot be a reference; write it out.',
          zh: '任务名称不能使用引用，请直接写出。',
        });
      } else if (!/^[A-Za-z0-9_-]+$/.test(name)) {
        report(
          nameNode.range,
          {
            en: `The name '${name}' may only have letters, digits, - and _.`,
            zh: `名称“${name}”只能包含字母、数字、- 和 _。`,
          },
          fixesFor(document.text, nameNode, name),
        );
      } else if (name.length > MOST_CHARACTERS) {
        report(nameNode.range, {
          en: `The name has ${name.length} characters; ${MOST_CHARACTERS} are allowed.`,
          zh: `名称有 ${name.length} 个字符，最多允许 ${MOST_CHARACTERS} 个。`,
        });
      }
    }
  },
});

/** References to the task stand elsewhere, and cannot have been right; so only the name is changed. */
function fixesFor(source: string, node: ScalarNode, name: string): Fix[] {
  const allowed = name.trim().replace(/[^A-Za-z0-9_-]+/g, '_');
  return /[A-Za-z0-9]/.test(allowed) ? [changeScalar(source, node, allowed)] : [];
}
