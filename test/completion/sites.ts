import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { asMapping, keyName, pairOf, valueFor } from '../../server/src/syntax/navigate.ts';
import type { MappingNode, ScalarNode, ValueNode } from '../../server/src/syntax/node.ts';
import type { TemplateDocument } from '../../server/src/template/document.ts';
import type { Task, Template } from '../../server/src/template/template.ts';
import { allowedValueSites } from './allowedValueSites.ts';
import { innerSites } from './innerSites.ts';
import type { KeySite, Kind, Site, ValueSite } from './position.ts';

const apiActions = ['ACS::ExecuteAPI', 'ACS::WaitFor', 'ACS::CheckFor'];

/** Everything in a template that can be taken away to see whether it is offered. */
export function sitesOf(document: TemplateDocument, catalog: Catalog): Site[] {
  const { template } = document;
  if (!template) return [];
  const all = withChildren(template);
  const sites = all.flatMap((it) => [
    ...it.allTasks.flatMap((task) => taskSites(task, catalog)),
    ...parameterSites(it),
    ...callSites(it),
    ...it.jumps.flatMap(({ node }) => values('jump target', true, node)),
    ...innerSites(it, document),
    ...allowedValueSites(it, catalog),
  ]);
  return [...sites, ...keys('top-level key', template.root)];
}

const withChildren = (template: Template): Template[] => [template, ...template.children.flatMap(withChildren)];

function taskSites(task: Task, catalog: Catalog): Site[] {
  const { node, actionNode, properties, loop, outputs } = task;
  const spec = task.action === undefined ? undefined : catalog.action(task.action);
  const given = asMapping(properties?.value);
  const request = spec && apiActions.includes(spec.name) ? asMapping(valueFor(given, 'Parameters')) : undefined;
  return [
    ...values('action, empty', true, actionNode),
    ...values('action, cut at 60 %', true, actionNode),
    ...keys('task key', node),
    ...(spec ? keys(spec.atomic ? 'atomic property' : 'product property', given) : []),
    ...(request ? values('Service', true, valueFor(given, 'Service')) : []),
    ...(request ? values('API', true, valueFor(given, 'API')) : []),
    ...requestSites(request),
    ...keys('loop key', loop?.node),
    ...keys('loop key', asMapping(valueFor(loop?.node, 'RateControl'))),
    ...outputs.all.flatMap(({ attributes }) => values('Type', false, valueFor(attributes, 'Type'))),
  ];
}

/** The parameters of a call, and the keys of the maps inside them, those that functions are given left aside. */
function requestSites(node: ValueNode | undefined): Site[] {
  if (node?.kind === 'sequence') return node.items.flatMap(requestSites);
  if (node?.kind !== 'mapping') return [];
  const known = keys('request parameter', node);
  return [...known, ...known.flatMap(({ pair }) => requestSites(pair.value))];
}

function parameterSites({ parameters, outputs }: Template): Site[] {
  return [
    ...parameters.all.flatMap(({ attributes }) => [
      ...keys('parameter attribute', attributes),
      ...values('Type', false, valueFor(attributes, 'Type')),
      ...values('AssociationProperty', false, valueFor(attributes, 'AssociationProperty')),
    ]),
    ...outputs.all.flatMap(({ attributes }) => values('Type', false, valueFor(attributes, 'Type'))),
  ];
}

const callSites = ({ calls }: Template): Site[] =>
  calls.flatMap(({ mapping, pair }) => keys('function name', mapping).filter((it) => it.pair === pair));

/** Names in a map that are no functions. */
function keys(kind: Kind, mapping: MappingNode | undefined): KeySite[] {
  return (mapping?.pairs ?? []).flatMap((pair): KeySite[] => {
    const wanted = keyName(pair);
    if (wanted.startsWith('Fn::') !== (kind === 'function name') || !/^[\w:.-]+$/.test(wanted)) return [];
    if (mapping && pairOf(mapping, wanted) !== pair) return [];
    return mapping ? [{ kind, wanted, ignoresCase: false, shape: 'key', mapping, pair }] : [];
  });
}

/** A text that is written out. */
function values(kind: Kind, ignoresCase: boolean, node: ValueNode | undefined): ValueSite[] {
  return isWrittenOut(node) ? [{ kind, wanted: String(node.value), ignoresCase, shape: 'value', node }] : [];
}

const isWrittenOut = (node: ValueNode | undefined): node is ScalarNode =>
  node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== '' && !/[\n{}]/.test(node.value);
