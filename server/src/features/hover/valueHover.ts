import { functionNamed } from '../../catalog/functions/functions.ts';
import { associationPropertyNamed } from '../../catalog/parameters/associationProperties.ts';
import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { regions } from '../../catalog/regions.ts';
import { resourceTypes } from '../../catalog/resourceTypes.ts';
import { reachedCalls } from '../../risk/reachedCalls.ts';
import type { Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { actionOf, callsOperation, operationOf } from '../completion/scene.ts';
import { actionWords } from './actionWords.ts';
import { functionWords } from './functionWords.ts';
import { knownKey } from './keyHover.ts';
import { code, codes, facts, inBoth, paragraphs } from './markdown.ts';
import { operationWords, serviceWords } from './operationWords.ts';
import type { RatedCall } from './riskText.ts';
import type { Spot } from './spot.ts';

/** A value that the template language, the action or the operation knows. Free texts have nothing to say. */
export function valueHover(spot: Spot): Words | undefined {
  const { value } = spot.scalar;
  if (typeof value !== 'string') return listedValue(spot);
  return (
    jumpWords(spot, value) ??
    (spot.task ? inTask(spot, spot.task, value) : inParameter(spot, value)) ??
    argumentWords(spot, value) ??
    listedValue(spot) ??
    wellKnown(value)
  );
}

function jumpWords({ template, scalar }: Spot, value: string): Words | undefined {
  if (!template.jumps.some(({ node }) => node === scalar)) return undefined;
  switch (value.toLowerCase()) {
    case 'acs::end':
      return heading(value, {
        en: 'The execution ends here: no further task runs.',
        zh: '执行到此结束，不再运行其他任务。',
      });
    case 'acs::next':
      return heading(value, {
        en: 'The next task in the list runs. With OnError it means that the failure does not matter.',
        zh: '继续运行列表中的下一个任务。用于 OnError 时表示忽略失败。',
      });
    default:
      return undefined;
  }
}

const heading = (name: string, about: Words): Words => inBoth((say) => paragraphs(`**${code(name)}**`, say(about)));

function inTask(spot: Spot, task: Task, value: string): Words | undefined {
  const { catalog, steps } = spot;
  switch (steps.join('.')) {
    case 'Action': {
      const spec = catalog.action(value);
      return spec && actionWords(spec, callsOf(task, spot));
    }
    case 'Properties.TemplateName': {
      const spec = catalog.action(value);
      return spec?.atomic === false ? actionWords(spec, callsOf(task, spot)) : undefined;
    }
    case 'Properties.Service': {
      const service = callsOperationOf(task, spot) ? catalog.openApi.service(value) : undefined;
      return service && serviceWords(service, value);
    }
    case 'Properties.API': {
      const operation = callsOperationOf(task, spot) ? operationOf(task, catalog) : undefined;
      return operation && operationWords(operation);
    }
    default:
      return steps[0] === 'Outputs' && steps[2] === 'Type' ? typeWords(value) : undefined;
  }
}

/** What a task calls, through other actions, loops and inline templates too. Undefined: nothing is known. */
function callsOf(task: Task, { root, catalog }: Spot): readonly RatedCall[] | undefined {
  const { calls } = reachedCalls(root, { catalog });
  const own = calls.filter(({ tasks }) => tasks.includes(task));
  return own.length > 0 ? own : undefined;
}

function callsOperationOf(task: Task, { catalog }: Spot): boolean {
  const spec = actionOf(task, catalog);
  return spec !== undefined && callsOperation(spec);
}

function inParameter({ steps }: Spot, value: string): Words | undefined {
  const [section, , part, more] = steps;
  if (more !== undefined || (section !== 'Parameters' && section !== 'Outputs')) return undefined;
  if (part === 'Type') return typeWords(value);
  return section === 'Parameters' && part === 'AssociationProperty' ? associationWords(value) : undefined;
}

/** Outputs have further words for two of the types. */
const synonyms: Readonly<Record<string, string>> = { Array: 'List', Object: 'Json' };

function typeWords(value: string): Words | undefined {
  const name = synonyms[value] ?? value;
  const type = parameterTypes.find((it) => it.name === name);
  if (!type) return undefined;
  const words = heading(value, type.summary);
  if (name === value) return words;
  return { en: `${words.en} The same as ${code(name)}.`, zh: `${words.zh}等同于 ${code(name)}。` };
}

function associationWords(value: string): Words | undefined {
  const known = associationPropertyNamed(value);
  if (!known) return undefined;
  return inBoth((say) =>
    paragraphs(
      say({ en: `**${code(value)}** (input in the console)`, zh: `**${code(value)}**（控制台输入组件）` }),
      say(known.summary),
      facts(
        say,
        [{ en: 'For parameters of type', zh: '适用的参数类型' }, known.types.join(' / ')],
        [{ en: 'Settings', zh: '设置' }, codes(say, known.metadata)],
      ),
    ),
  );
}

/** A word that tells a function how to work. */
function argumentWords({ steps }: Spot, value: string): Words | undefined {
  const [name, index] = steps.slice(-2);
  const spec = typeof name === 'string' ? functionNamed(name) : undefined;
  const listed = typeof index === 'number' ? spec?.arguments[index]?.allowedValues : undefined;
  return spec && listed?.includes(value) ? functionWords(spec) : undefined;
}

/** A value among those that may stand behind its key, with what is known of the key. */
function listedValue(spot: Spot): Words | undefined {
  const key = knownKey(spot);
  const value = String(spot.scalar.value).toLowerCase();
  return key?.values.some((it) => String(it).toLowerCase() === value) ? key.words() : undefined;
}

/** Values that mean the same wherever they stand. */
function wellKnown(value: string): Words | undefined {
  const region = regions.find(({ id }) => id === value);
  if (region) {
    return region.place && heading(value, { en: `Region: ${region.place.en}.`, zh: `地域：${region.place.zh}。` });
  }
  const resource = resourceTypes.find(({ name }) => name === value);
  return resource && heading(value, { en: `${resource.summary.en}.`, zh: `${resource.summary.zh}。` });
}
