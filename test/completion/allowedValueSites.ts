import type { Catalog, JsonSchema } from '../../server/src/catalog/catalog.ts';
import { findRequestParameter } from '../../server/src/catalog/openApi/requestNames.ts';
import { asMapping, keyName, stringOf, valueFor } from '../../server/src/syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../server/src/syntax/node.ts';
import type { Task, Template } from '../../server/src/template/template.ts';
import type { ValueSite } from './position.ts';

/** Values of which the schemas, the catalogue or the template itself list all. */
export function allowedValueSites(template: Template, catalog: Catalog): ValueSite[] {
  return [
    ...template.parameters.all.flatMap(({ attributes }) => parameterSites(attributes)),
    ...template.allTasks.flatMap((task) => [...propertySites(task, catalog), ...loopSites(task)]),
  ];
}

function site(node: ValueNode | undefined): ValueSite[] {
  if (node?.kind !== 'scalar' || node.value === null || node.value === '') return [];
  const wanted = String(node.value);
  return /[\n{]/.test(wanted) ? [] : [{ kind: 'allowed value', wanted, ignoresCase: false, shape: 'value', node }];
}

function parameterSites(attributes: ValueNode | undefined): ValueSite[] {
  const type = stringOf(valueFor(attributes, 'Type'));
  const allowed = valueFor(attributes, 'AllowedValues');
  const listed = allowed?.kind === 'sequence' ? allowed.items : [];
  const hasChoice = listed.length > 1 || type === 'Boolean';
  return [
    ...(hasChoice ? site(valueFor(attributes, 'Default')) : []),
    ...site(valueFor(attributes, 'NoEcho')),
    ...(type === undefined ? [] : site(valueFor(valueFor(attributes, 'AssociationPropertyMetadata'), 'ResourceType'))),
  ];
}

function loopSites({ loop }: Task): ValueSite[] {
  const aggregates = (loop?.outputs.all ?? []).flatMap(({ attributes }) => site(valueFor(attributes, 'AggregateType')));
  return [...site(valueFor(valueFor(loop?.node, 'RateControl'), 'Mode')), ...aggregates];
}

function propertySites({ action, properties }: Task, catalog: Catalog): ValueSite[] {
  const spec = action === undefined ? undefined : catalog.action(action);
  const given = asMapping(properties?.value);
  if (!spec || !given) return [];
  const service = stringOf(valueFor(given, 'Service'));
  const api = stringOf(valueFor(given, 'API'));
  const operation = service && api ? catalog.openApi.service(service)?.operation(api) : undefined;
  const listed = (pair: PairNode): boolean => isListed(pair.value, spec.propertiesSchema, keyName(pair));
  const requested = asMapping(valueFor(given, 'Parameters'))?.pairs ?? [];
  const known = requested.filter((pair) => {
    const values = operation && findRequestParameter(operation, keyName(pair))?.parameter.values;
    return pair.value?.kind === 'scalar' && values?.includes(String(pair.value.value));
  });
  return [...given.pairs.filter(listed), ...(operation ? known : [])].flatMap(({ value }) => site(value));
}

function isListed(node: ValueNode | undefined, schema: JsonSchema, name: string): boolean {
  if (node?.kind !== 'scalar') return false;
  const property = (schema.properties as Readonly<Record<string, JsonSchema>> | undefined)?.[name];
  const branches = Array.isArray(property?.anyOf) ? (property.anyOf as JsonSchema[]) : [property ?? {}];
  return branches.some(({ enum: values, type }) =>
    Array.isArray(values) ? values.includes(node.value) : type === 'boolean' && typeof node.value === 'boolean',
  );
}
