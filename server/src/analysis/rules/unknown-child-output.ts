import type { ActionSpec, Catalog } from '../../catalog/catalog.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import { scalarText } from '../../syntax/scalarText.ts';
import { closest } from '../../template/closest.ts';
import type { Task } from '../../template/template.ts';
import { changeText } from '../fixes.ts';
import { defineRule } from '../rule.ts';

/** A path that begins with a plain name; what comes behind it does not matter. */
const FIRST_NAME = /^\s*\.?([A-Za-z_]\w*)(?=\s*$|[.[])/;

export const unknownChildOutput = defineRule({
  id: 'unknown-child-output',
  severity: 'warning',
  summary: {
    en: 'A selector reads an output that the called product action does not have.',
    zh: '选择器读取了所调用的云产品动作没有的输出。',
  },
  why: {
    en: 'The result of a product action is the map of its outputs. A name that is not among them gives null.',
    zh: '云产品动作的结果就是其输出组成的映射，不在其中的名称只会得到 null。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Outputs:
      text: { Type: String, ValueSelector: '.<|invocationOuput|>' }
`,
      fixed: `
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Outputs:
      text: { Type: String, ValueSelector: '.invocationOutput' }
`,
    },
    {
      text: `
Tasks:
  - Name: child
    Action: ACS::Template
    Properties: { TemplateName: 'ACS::ECS::RebootInstance' }
    Outputs:
      id: { Type: String, ValueSelector: '.<|whatever|>.id' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties: { instanceId: i-1, commandType: RunShellScript, commandContent: uptime }
    Outputs:
      text: { Type: String, ValueSelector: InvocationOutput }
      all: { Type: Json, ValueSelector: '.' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: child
    Action: ACS::Template
    Properties: { TemplateName: my-own, Parameters: {} }
    Outputs:
      id: { Type: String, ValueSelector: anything }
`,
  ],

  check({ document, template, catalog, report }) {
    for (const task of template.allTasks) {
      const child = childOf(task, catalog);
      if (!child?.outputs) continue;
      const names = [...child.outputs.keys()];
      for (const { node, name } of firstNames(task)) {
        if (names.some((it) => it.toLowerCase() === name.toLowerCase())) continue;
        const { text, rangeOf } = scalarText(document.text, node);
        const start = text.indexOf(name);
        const range = rangeOf(start, start + name.length);
        const near = closest(name, names);
        report(range, message(child.name, name, names), near === undefined ? [] : [changeText(range, near)]);
      }
    }
  },
});

/** The names with which the selectors of a task begin. */
function firstNames(task: Task): { readonly node: ScalarNode; readonly name: string }[] {
  return task.outputs.all.flatMap(({ attributes }) => {
    const node = valueFor(attributes, 'ValueSelector');
    const name = FIRST_NAME.exec(stringOf(node) ?? '')?.[1];
    return node?.kind === 'scalar' && name !== undefined ? [{ node, name }] : [];
  });
}

/** The product action that a task runs, by its own name or as the template of ACS::Template. */
function childOf({ action = '', properties }: Task, catalog: Catalog): ActionSpec | undefined {
  const name =
    action.toLowerCase() === 'acs::template' ? stringOf(valueFor(properties?.value, 'TemplateName')) : action;
  return catalog.action(name ?? '');
}

function message(action: string, name: string, names: readonly string[]) {
  const has =
    names.length > 0
      ? { en: `It has: ${names.join(', ')}.`, zh: `可用的输出：${names.join('、')}。` }
      : { en: 'It has none.', zh: '它没有任何输出。' };
  return { en: `${action} has no output '${name}'. ${has.en}`, zh: `${action} 没有输出“${name}”。${has.zh}` };
}
