import type { Catalog } from '../../catalog/catalog.ts';
import type { ApiField } from '../../catalog/openApi/openApi.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Task } from '../../template/template.ts';
import { answerFields } from '../completion/answerFields.ts';
import { actionOf, callsOperation, operationOf, propertyText } from '../completion/scene.ts';
import { inputAt, pathStart, walk } from '../completion/selectorPlace.ts';

/** The data that the selectors of a task read. */
export interface Answer {
  /** Who answers: `ECS DescribeInstances`, or an action. */
  readonly from: string;
  readonly fields: readonly ApiField[];
}

/** Undefined: not known. */
export function answerOf(task: Task, catalog: Catalog): Answer | undefined {
  const spec = actionOf(task, catalog);
  if (!spec) return undefined;
  const operation = callsOperation(spec) ? operationOf(task, catalog) : undefined;
  const fields = answerFields(catalog, {
    action: spec.name,
    service: operation?.service,
    api: operation?.name,
    resourceType: propertyText(task, 'ResourceType'),
    templateName: propertyText(task, 'TemplateName'),
    templateOutputs: task.child && new Map(task.child.outputs.all.map((it) => [it.name, typeWord(it.attributes)])),
  });
  return fields && { from: operation ? `${operation.service} ${operation.name}` : spec.name, fields };
}

const typeWord = (attributes: Parameters<typeof valueFor>[0]): string =>
  stringOf(valueFor(attributes, 'Type')) ?? 'String';

/** A field that a selector goes through. */
export interface FieldStep {
  readonly field: ApiField;
  /** The way to it from the last pipe or bracket. */
  readonly path: string;
}

/** The field that the name from `start` to `end` in a selector means, where that is sure. */
export function fieldAt({ fields }: Answer, selector: string, start: number, end: number): FieldStep | undefined {
  // The name of a function, a variable, or a new key.
  if (/^\s*(?:\(|:(?!:))/.test(selector.slice(end)) || /[$@]$/.test(selector.slice(0, start))) return undefined;
  const begin = pathStart(selector, start);
  const walked = selector.slice(begin, start);
  const from = inputAt({ fields, list: false }, selector.slice(0, begin));
  const place = from && walk(from, walked);
  const name = selector.slice(start, end);
  const field = place?.list === false ? place.fields.find((it) => it.name === name) : undefined;
  return field && { field, path: walked + name };
}
