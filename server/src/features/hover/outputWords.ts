import { followPath } from '../../catalog/openApi/responsePaths.ts';
import { plainSteps } from '../../jq/plainPath.ts';
import { readSelector } from '../../jq/selector.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Output, Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { shapeWords } from '../completion/shapeWords.ts';
import { answerOf } from './answers.ts';
import { labels } from './labels.ts';
import { code, escaped, facts, inBoth, paragraphs, type Say } from './markdown.ts';
import type { Named } from './named.ts';
import type { HoverContext } from './spot.ts';
import { attributeCode, textWords } from './texts.ts';

/** An output of a task, of its loop, or of the template. */
export function outputWords(named: Named & { kind: 'output' }, { catalog, lineOf }: HoverContext): Words {
  const { output, task, gathered } = named;
  const { attributes, pair } = output;
  const field = gathered ? stringOf(valueFor(attributes, 'AggregateField')) : undefined;
  const item = field === undefined ? undefined : task?.outputs.get(field);
  const source = gathered ? item : output;
  return inBoth((say) =>
    paragraphs(
      heading(say, named),
      say(textWords(valueFor(attributes, 'Description'))),
      facts(
        say,
        [labels.type, outputType(output, gathered)],
        [labels.gathered, gatheredText(say, attributes, field)],
        [labels.selector, attributeCode(source?.attributes, 'ValueSelector')],
        [labels.value, attributeCode(attributes, 'Value') ?? (task && source && readShape(say, task, source, catalog))],
        [labels.declared, String(lineOf(pair.key.range.start))],
      ),
    ),
  );
}

function heading(say: Say, { output, task, gathered }: Named & { kind: 'output' }): string {
  const name = `**${code(output.name)}**`;
  if (!task) return say({ en: `${name} (output of the template)`, zh: `${name}（模板输出）` });
  const owner = task.name === undefined ? '' : code(task.name);
  return gathered
    ? say({ en: `${name} (output of the loop of the task ${owner})`, zh: `${name}（任务 ${owner} 的循环输出）` })
    : say({ en: `${name} (output of the task ${owner})`, zh: `${name}（任务 ${owner} 的输出）` });
}

/** Gathering makes lists and sums; other outputs are texts unless they say something else. */
export function outputType({ attributes }: Output, gathered: boolean): string | undefined {
  if (!gathered) return escaped(stringOf(valueFor(attributes, 'Type')) ?? 'String');
  return gatheredTypes.get(stringOf(valueFor(attributes, 'AggregateType')) ?? '');
}

const gatheredTypes: ReadonlyMap<string, string> = new Map([
  ['Fn::ListJoin', 'List'],
  ['Fn::Sum', 'Number'],
]);

function gatheredText(say: Say, attributes: Output['attributes'], field: string | undefined): string | undefined {
  const how = attributeCode(attributes, 'AggregateType');
  if (how === undefined || field === undefined) return how;
  return say({ en: `${how} of ${code(field)}`, zh: `对 ${code(field)} 做 ${how}` });
}

/** What a plain selector reads in the answer, where it is known. */
function readShape(say: Say, task: Task, { attributes }: Output, catalog: HoverContext['catalog']): string | undefined {
  const selector = stringOf(valueFor(attributes, 'ValueSelector'));
  if (selector === undefined || selector.includes('{{')) return undefined;
  const { program } = readSelector(selector);
  const steps = program.problems.length === 0 ? plainSteps(program.root) : undefined;
  const answer = answerOf(task, catalog);
  if (!steps || !answer) return undefined;
  const end = followPath(answer.fields, steps);
  if (end.kind !== 'value') return undefined;
  const shape = say(shapeWords({ name: '', ...end.value }));
  const from = code(answer.from);
  return steps.some((it) => it.kind === 'item' && it.each)
    ? say({ en: `${shape} from each element in the answer of ${from}`, zh: `${from} 返回结果中每个元素的 ${shape}` })
    : say({ en: `${shape} from the answer of ${from}`, zh: `${from} 返回结果中的 ${shape}` });
}
