import { valueFor } from '../../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../../syntax/node.ts';
import { findTask } from '../../template/scope.ts';
import type { Place, Template, Use } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { defineRule } from '../rule.ts';
import { circularDefaults } from '../types/circularDefaults.ts';

export const misplacedReference = defineRule({
  id: 'misplaced-reference',
  severity: 'error',
  summary: { en: 'A reference is used where none can be resolved.', zh: '引用写在了无法解析的位置。' },
  why: {
    en: 'Actions, types and allowed values are needed before an execution, so they are written out. Defaults and RamRole are settled before any task has run, so they cannot read outputs, nor can defaults need each other.',
    zh: '动作、类型和可选值在执行前就要确定，必须直接写出。默认值和 RamRole 在任务执行前确定，不能引用任务输出，默认值之间也不能循环引用。',
  },
  invalid: [
    {
      text: `
Parameters:
  kind: { Type: String }
  size: { Type: '<|{{ kind }}|>', AllowedValues: ['<|{{ kind }}|>', small] }
Tasks:
  - Name: first
    Action: 'ACS::ECS::<|{{ kind }}|>'
    Outputs:
      id: { Type: '<|{{ kind }}|>', ValueSelector: .id }
`,
    },
    {
      text: `
Parameters:
  a: { Type: String, Default: '{{ <|b|> }}-x' }
  b: { Type: String, Default: '{{ c }}' }
  c: { Type: String, Default: '{{ a }}{{ <|c|> }}' }
  d: { Type: String, Default: '{{ <|first.id|> }}' }
RamRole: '{{ <|first.id|> }}'
Tasks:
  - Name: first
    Action: ACS::ExecuteAPI
    Outputs: { id: { ValueSelector: .id } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  region: { Type: String, Default: '{{ zone }}' }
  zone: { Type: String, Default: '{{ ACS::RegionId }}' }
  role: { Type: String, AllowedPattern: '^\\{\\{oos-secret:.*$' }
RamRole: '{{ role }}'
Tasks:
  - { Name: stop, Action: ACS::Pause, Description: 'in {{ region }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  image: { Type: String }
  name: { Type: String, Default: 'copy of {{ Image }}' }
  all: { Type: Json, Default: { names: ['{{ name }}', '{{ image }}'] } }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: Json, Value: '{{ all }}' }
`,
  ],

  check({ template, report }) {
    const typeNodes = outputTypes(template);
    for (const use of template.uses) {
      if (isWrittenOut(use.place) || typeNodes.has(use.scalar)) report(use.expression.range, writeOut);
      else if (readsTask(use, template)) report(bodyRange(use), tooEarly);
    }
    for (const { from, to, use } of circularDefaults(template)) {
      report(bodyRange(use), from === to ? ofItself(from.name) : circular(from.name, to.name));
    }
  },
});

const writeOut: Words = {
  en: 'This must be written out: no reference is resolved here.',
  zh: '此处必须直接写出，不能使用引用。',
};

const tooEarly: Words = {
  en: 'No task has run when this is settled, so there are no outputs yet.',
  zh: '确定此值时任务尚未执行，还没有任何输出。',
};

const ofItself = (name: string): Words => ({
  en: `The default of '${name}' refers to '${name}' itself.`,
  zh: `“${name}”的默认值引用了自身。`,
});

const circular = (from: string, to: string): Words => ({
  en: `The default of '${from}' needs '${to}', and that needs '${from}' in turn.`,
  zh: `“${from}”的默认值引用了“${to}”，而后者又引用“${from}”，形成循环。`,
});

const writtenAttributes = new Set([
  'Type',
  'AllowedValues',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
  'NoEcho',
]);

function isWrittenOut({ section, task, part = '' }: Place): boolean {
  if (task) return part === 'Action';
  return section === 'Parameters' ? writtenAttributes.has(part) : section === 'Outputs' && part === 'Type';
}

const outputTypes = ({ allTasks }: Template): ReadonlySet<ValueNode | undefined> =>
  new Set(allTasks.flatMap(({ outputs }) => outputs.all.map(({ attributes }) => valueFor(attributes, 'Type'))));

/** In a place that is settled before the first task. A task that is not there is a finding of its own. */
function readsTask({ expression: { body }, place }: Use, template: Template): boolean {
  const { section, part } = place;
  const isEarly = section === 'RamRole' || (section === 'Parameters' && part === 'Default');
  return isEarly && body.kind === 'task' && findTask(template, body.name.text, place) !== undefined;
}

/** What stands between the braces. */
function bodyRange({ expression: { body, range } }: Use): TextRange {
  if (body.kind === 'task') return { start: body.name.range.start, end: body.path.range.end };
  return body.kind === 'parameter' ? body.name.range : range;
}
