import { elementOf } from '../../analysis/types/valueType.ts';
import { ValueTypes } from '../../analysis/types/valueTypes.ts';
import { type PseudoParameter, pseudoParameterNamed } from '../../catalog/parameters/pseudoParameters.ts';
import { contains, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import { findOutput, findTask } from '../../template/scope.ts';
import type { Place, Use } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { labels } from './labels.ts';
import { code, facts, inBoth, paragraphs } from './markdown.ts';
import { stepHover } from './selectorHover.ts';
import type { Hover, Spot } from './spot.ts';
import { valueCode } from './texts.ts';

/** The expression `{{ }}` at the offset. */
export const expressionAt = ({ template, scalar, offset }: Spot): Use | undefined =>
  template.uses.find((use) => use.scalar === scalar && contains(use.expression.range, offset));

/** What an expression names that the template does not declare: a pseudo-parameter, the parameter store, a field of an answer. */
export function expressionHover(spot: Spot, { expression: { body }, place }: Use): Hover | undefined {
  if (body.kind === 'task') return pathHover(spot, body, place);
  if ((body.kind !== 'pseudo' && body.kind !== 'store') || !contains(body.name.range, spot.offset)) return undefined;
  const { range, text } = body.name;
  if (body.kind === 'store') return { range, markdown: storeWords(text, body.secret) };
  const pseudo = pseudoParameterNamed(text);
  return pseudo && { range, markdown: pseudoWords(pseudo, place, spot) };
}

/** Declared outputs are names, and have hovers of their own. */
function pathHover(spot: Spot, body: Use['expression']['body'] & { kind: 'task' }, place: Place): Hover | undefined {
  const { path } = body;
  const task = contains(path.range, spot.offset) ? findTask(spot.template, body.name.text, place)?.task : undefined;
  if (!task || (body.simple && findOutput(task, path.text))) return undefined;
  // In quotes with escapes the characters of the path may stand further apart than here.
  if (path.range.end - path.range.start !== path.text.length) return undefined;
  const at = path.range.start;
  return stepHover(spot, task, path.text, (start, end) => ({ start: at + start, end: at + end }));
}

const storeWords = (name: string, secret: boolean): Words =>
  inBoth((say) =>
    paragraphs(
      `**${code(name)}**`,
      secret
        ? say({
            en: 'An encrypted parameter of the parameter store of OOS. It is read when the execution runs.',
            zh: 'OOS 参数仓库中的加密参数，执行时读取。',
          })
        : say({
            en: 'A common parameter of the parameter store of OOS. It is read when the execution runs.',
            zh: 'OOS 参数仓库中的普通参数，执行时读取。',
          }),
    ),
  );

function pseudoWords(pseudo: PseudoParameter, place: Place, { template }: Spot): Words {
  const items = pseudo.scope === 'loop' ? itemsOf(place) : undefined;
  const element = items && elementOf(new ValueTypes(template).typeOf(items)).kind;
  const type = pseudo.type ?? (element === 'unknown' || element === 'union' ? undefined : element);
  return inBoth((say) =>
    paragraphs(
      say({ en: `**${code(pseudo.name)}** (pseudo-parameter)`, zh: `**${code(pseudo.name)}**（伪参数）` }),
      say(pseudo.summary),
      pseudo.scope === 'loop'
        ? say({
            en: 'Only in a task with a Loop, and in the tasks of an ACS::Loop.',
            zh: '仅用于带 Loop 的任务，以及 ACS::Loop 内的任务。',
          })
        : '',
      facts(say, [labels.type, type], [labels.items, items && valueCode(items)]),
    ),
  );
}

/** The list that the loop around a place goes through. */
function itemsOf({ task }: Place): ValueNode | undefined {
  if (task?.loop) return valueFor(task.loop.node, 'Items');
  return valueFor(task?.list.owner?.properties?.value, 'LoopItems');
}
