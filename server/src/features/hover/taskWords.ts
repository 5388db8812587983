import { valueFor } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { actionText } from '../completion/actionDocumentation.ts';
import { actionOf, callsOperation, propertyText } from '../completion/scene.ts';
import { labels } from './labels.ts';
import { code, codes, comma, facts, inBoth, paragraphs, type Say } from './markdown.ts';
import { outputType } from './outputWords.ts';
import type { HoverContext } from './spot.ts';
import { attributeCode, textWords } from './texts.ts';

/** A task: what it does, when, how often, and what it gives to later tasks. */
export function taskWords(task: Task, { catalog, lineOf }: HoverContext): Words {
  const spec = actionOf(task, catalog);
  const action = spec?.name ?? task.action;
  return inBoth((say) =>
    paragraphs(
      say({ en: `**${code(task.name ?? '')}** (task)`, zh: `**${code(task.name ?? '')}**（任务）` }),
      say(textWords(valueFor(task.node, 'Description'))),
      facts(
        say,
        [labels.action, action && [code(action), ...(spec ? [actionText(say, spec)] : [])].join(say(dash))],
        [labels.call, spec && callsOperation(spec) ? calledText(task) : undefined],
        [labels.when, attributeCode(task.node, 'When')],
        [labels.loop, attributeCode(task.loop?.node, 'Items') ?? attributeCode(task.properties?.value, 'LoopItems')],
        [labels.outputs, outputsText(say, task)],
        [labels.declared, String(lineOf(task.nameNode?.range.start ?? task.node.range.start))],
      ),
    ),
  );
}

const dash: Words = { en: ' – ', zh: '：' };

function calledText(task: Task): string | undefined {
  const names = [propertyText(task, 'Service'), propertyText(task, 'API')].filter((it) => it !== undefined);
  return names.length === 0 ? undefined : codes((it) => it.en, [names.join(' ')]);
}

/** What `task.name` can read: of a loop, what it gathers. */
function outputsText(say: Say, { outputs, loop }: Task): string | undefined {
  const shown = loop ? loop.outputs : outputs;
  const texts = shown.all.slice(0, 20).map((it) => {
    const type = outputType(it, loop !== undefined);
    return `${code(it.name, 60)}${type === undefined ? '' : ` (${type})`}`;
  });
  return [...texts, ...(shown.all.length > texts.length ? ['...'] : [])].join(say(comma));
}
