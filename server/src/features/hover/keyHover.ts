import { evaluatedCalls } from '../../analysis/types/calls.ts';
import type { ActionSpec } from '../../catalog/catalog.ts';
import { functionNamed } from '../../catalog/functions/functions.ts';
import { type MetadataKey, metadataKey } from '../../catalog/parameters/associationMetadata.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { keysOf, type Step } from '../completion/location.ts';
import { propertyPart } from '../completion/propertySchema.ts';
import { actionOf, callsOperation, operationOf, propertyText } from '../completion/scene.ts';
import { functionWords } from './functionWords.ts';
import { code, codes, inBoth, paragraphs } from './markdown.ts';
import { propertyWords } from './propertyText.ts';
import { requestParameterAt, requestWords } from './requestWords.ts';
import { type KnownKey, schemaKey, schemaKeyWords } from './schemaKeys.ts';
import type { Spot } from './spot.ts';

/** A key of the template language, of an action, of a call, or a function. */
export function keyHover(spot: Spot): Words | undefined {
  const name = spot.steps.at(-1);
  if (typeof name === 'string' && name.startsWith('Fn::')) return functionHover(spot, name);
  return knownKey(spot)?.words();
}

/** Functions of templates for other services, which may stand in properties, have the same names and other meanings. */
function functionHover({ template, keyOf }: Spot, name: string): Words | undefined {
  const spec = functionNamed(name);
  return spec && evaluatedCalls(template).some(({ pair }) => pair === keyOf) ? functionWords(spec) : undefined;
}

/** The key at the spot, or the key whose value, or an item of it, stands there. */
export function knownKey(spot: Spot): KnownKey | undefined {
  const { task, catalog } = spot;
  const steps = spot.steps.slice(0, spot.steps.findLastIndex((step) => typeof step === 'string') + 1);
  const [first, , part] = steps;
  if (task && first === 'Properties' && steps.length > 1) return inProperties(task, keysOf(steps.slice(1)), spot);
  const isInValue = !task && first === 'Parameters' && steps.length > 3;
  if (isInValue && part === 'AssociationPropertyMetadata') return inMetadata(steps.slice(3));
  if (isInValue && part === 'Default') return inDefault(spot, steps.slice(3));
  const key = schemaKey(catalog, task ? 'task' : 'template', steps);
  return key && schemaKeyWords(key);
}

/** A parameter may hold the whole of RateControl. */
function inDefault({ place, catalog }: Spot, steps: readonly Step[]): KnownKey | undefined {
  const widget = stringOf(valueFor(place.entry?.attributes, 'AssociationProperty'));
  const key = widget === 'RateControl' ? schemaKey(catalog, 'task', ['Loop', 'RateControl', ...steps]) : undefined;
  return key && schemaKeyWords(key);
}

/** Below the settings that are given under a condition. */
const condition: Pick<MetadataKey, 'name' | 'summary' | 'values'> = {
  name: 'Condition',
  summary: {
    en: `What must be true, as a function. The console works it out, so a parameter is written \`\${name}\` in it.`,
    zh: `须成立的条件，用函数表示。由控制台计算，因此其中用 \`\${name}\` 表示参数的值。`,
  },
  values: [],
};

function inMetadata(steps: readonly Step[]): KnownKey | undefined {
  const name = String(steps.at(-1));
  const key = name === condition.name ? condition : steps.length === 1 ? metadataKey(name) : undefined;
  if (!key) return undefined;
  const words = () =>
    inBoth((say) =>
      paragraphs(
        say({
          en: `**${code(name)}** (setting of the input in the console)`,
          zh: `**${code(name)}**（控制台输入组件的设置）`,
        }),
        say(key.summary),
        key.values.length > 0
          ? say({ en: `Such as ${codes(say, key.values)}.`, zh: `例如 ${codes(say, key.values)}。` })
          : '',
      ),
    );
  return { words, values: key.values };
}

function inProperties(task: Task, path: readonly string[], spot: Spot): KnownKey | undefined {
  const { catalog } = spot;
  const action = actionOf(task, catalog);
  if (!action || path.some((it) => it.startsWith('Fn::'))) return undefined;
  const [first, ...rest] = path;
  if (first === 'Parameters' && rest.length > 0) {
    if (callsOperation(action)) return requestParameter(task, rest, spot);
    if (action.name === 'ACS::Template') return templateParameter(task, rest, spot);
  }
  return property(action, path);
}

function property(action: ActionSpec, path: readonly string[]): KnownKey | undefined {
  const part = propertyPart(action, path);
  return part && { words: () => propertyWords(action, path, part), values: part.allowedValues ?? [] };
}

function requestParameter(task: Task, path: readonly string[], { catalog }: Spot): KnownKey | undefined {
  const operation = operationOf(task, catalog);
  const found = operation && requestParameterAt(operation, path);
  return found && { words: () => requestWords(operation, path, found), values: found.parameter.values };
}

/** A product action can be run as the template that it is. */
function templateParameter(task: Task, path: readonly string[], { catalog }: Spot): KnownKey | undefined {
  const name = propertyText(task, 'TemplateName');
  const action = name === undefined ? undefined : catalog.action(name);
  return action?.atomic === false ? property(action, path) : undefined;
}
