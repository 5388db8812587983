import type { ActionSpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { actionText } from '../completion/actionDocumentation.ts';
import { originText, pageLink } from './actionText.ts';
import { rest } from './fieldsTable.ts';
import { labels } from './labels.ts';
import { code, codes, comma, escaped, facts, inBoth, paragraphs, type Say, table } from './markdown.ts';
import { aboutProperty, typeText } from './propertyText.ts';
import { callsTable, type RatedCall } from './riskText.ts';

const MOST_PROPERTIES = 25;
const MOST_OUTPUTS = 30;

/** An action: what it is, what it takes and gives, what it calls, and how we know. `calls`: those of the task that names it. */
export function actionWords(spec: ActionSpec, calls: readonly RatedCall[] = spec.calls): Words {
  return inBoth((say) =>
    paragraphs(
      `**${code(spec.name)}** (${escaped(spec.type)})`,
      actionText(say, spec),
      limitsText(say, spec),
      propertiesTable(say, spec),
      outputsText(say, spec),
      callsTable(say, calls),
      facts(say, [labels.runs, codes(say, spec.actions ?? [])], [labels.source, originText(say, spec.origin)]),
      pageLink(say, spec),
    ),
  );
}

function limitsText(say: Say, { trigger, mayLoop }: ActionSpec): string {
  if (trigger) return say({ en: 'A trigger: it must be the first task.', zh: '触发器：只能作为第一个任务。' });
  return mayLoop ? '' : say({ en: 'The task cannot have a Loop.', zh: '该任务不能使用 Loop。' });
}

function propertiesTable(say: Say, { properties }: ActionSpec): string {
  const sorted = [...properties.values()].sort((a, b) => Number(b.required) - Number(a.required));
  const rows = sorted
    .slice(0, MOST_PROPERTIES)
    .map((it) => [code(it.name), typeText(say, it), aboutProperty(say, it).join(' ')]);
  const head = [say({ en: 'Property', zh: '属性' }), say(labels.type), say({ en: 'About', zh: '说明' })];
  return paragraphs(table(head, rows), rest(say, sorted.length - rows.length));
}

function outputsText(say: Say, { outputs = new Map() }: ActionSpec): string {
  const texts = [...outputs].slice(0, MOST_OUTPUTS).map(([name, type]) => `${code(name, 60)} (${escaped(type)})`);
  if (texts.length === 0) return '';
  const list = [...texts, ...(outputs.size > texts.length ? ['...'] : [])].join(say(comma));
  return say({ en: `${labels.outputs.en}: ${list}`, zh: `${labels.outputs.zh}：${list}` });
}
