import type { ApiOperation, ApiService } from '../../catalog/openApi/openApi.ts';
import { asMapping, asScalar, isNull, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { MappingNode, ScalarNode } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';
import { misspelt } from '../misspelt.ts';
import { oncePer } from '../oncePer.ts';
import type { RuleContext } from '../rule.ts';
import { isDynamic } from '../schemaCheck.ts';

/** A task that calls an operation, with what the catalogue knows about it. Names that hold `{{ }}` are known only at run time. */
export interface ApiCallTask {
  readonly task: Task;
  readonly serviceNode: ScalarNode;
  readonly serviceName: string;
  readonly service: ApiService | undefined;
  /** Absent: it is not written, or known only at run time. */
  readonly api:
    | { readonly node: ScalarNode; readonly name: string; readonly operation: ApiOperation | undefined }
    | undefined;
  /** What is in `Parameters`; `unknown`: it is no map that is written out. */
  readonly parameters: MappingNode | 'none' | 'unknown';
}

const actions: ReadonlySet<string> = new Set(['acs::executeapi', 'acs::waitfor', 'acs::checkfor']);

/** The tasks of ACS::ExecuteAPI, ACS::WaitFor and ACS::CheckFor whose service is written out. */
export const apiCalls = oncePer(({ template, catalog }: RuleContext): readonly ApiCallTask[] =>
  template.allTasks.flatMap((task) => {
    if (!actions.has(task.action?.toLowerCase() ?? '')) return [];
    const properties = task.properties?.value;
    const written = literalName(valueFor(properties, 'Service'));
    if (!written) return [];
    const service = catalog.openApi.service(written.name);
    const api = literalName(valueFor(properties, 'API'));
    return [
      {
        task,
        serviceNode: written.node,
        serviceName: written.name,
        service,
        api: api && { ...api, operation: service?.operation(api.name) },
        parameters: parametersOf(task, [...(catalog.action(task.action ?? '')?.properties.keys() ?? [])]),
      },
    ];
  }),
);

function literalName(value: Parameters<typeof asScalar>[0]): { node: ScalarNode; name: string } | undefined {
  const node = asScalar(value);
  const name = stringOf(node);
  return node && name !== undefined && /^[\w.-]+$/.test(name) ? { node, name } : undefined;
}

function parametersOf({ properties }: Task, known: readonly string[]): ApiCallTask['parameters'] {
  const value = valueFor(properties?.value, 'Parameters');
  if (isNull(value)) {
    const mapping = asMapping(properties?.value);
    return mapping && misspelt(mapping, 'Parameters', known) ? 'unknown' : 'none';
  }
  return value?.kind === 'mapping' && !isDynamic(value) ? value : 'unknown';
}

/** How a call is named in a message: `ECS DescribeInstances`. */
export const callName = ({ service, name }: ApiOperation): string => `${service} ${name}`;
