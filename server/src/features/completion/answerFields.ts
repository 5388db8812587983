import type { Catalog } from '../../catalog/catalog.ts';
import type { ApiField, ApiType } from '../../catalog/openApi/openApi.ts';
import { resourceTypes } from '../../catalog/resourceTypes.ts';

/** What a task does, as far as it is written out. */
export interface TaskCall {
  readonly action: string;
  /** Of ExecuteAPI, WaitFor and CheckFor. */
  readonly service?: string | undefined;
  readonly api?: string | undefined;
  /** Of SelectTargets. */
  readonly resourceType?: string | undefined;
  /** Of ACS::Template. */
  readonly templateName?: string | undefined;
  /** The outputs of that template with their types, where it is at hand. */
  readonly templateOutputs?: ReadonlyMap<string, string> | undefined;
}

/** The data that the selectors of a task read. Undefined: not known. */
export function answerFields(catalog: Catalog, call: TaskCall): readonly ApiField[] | undefined {
  const spec = catalog.action(call.action);
  if (!spec) return undefined;
  if (!spec.atomic) return spec.outputs && outputFields(spec.outputs);
  switch (spec.name) {
    case 'ACS::ExecuteAPI':
    case 'ACS::WaitFor':
    case 'ACS::CheckFor':
      return apiAnswer(catalog, call.service, call.api);
    case 'ACS::SelectTargets':
      return targetsAnswer(catalog, call.resourceType);
    case 'ACS::Template':
      return templateAnswer(catalog, call);
    default:
      return messages.get(spec.name);
  }
}

function apiAnswer(catalog: Catalog, service = '', api = ''): readonly ApiField[] | undefined {
  return catalog.openApi.service(service)?.response(api);
}

/** For instances the answer is that of DescribeInstances; of others it is known where the ids are. */
function targetsAnswer(catalog: Catalog, resourceType = 'ALIYUN::ECS::Instance'): readonly ApiField[] | undefined {
  if (resourceType === 'ALIYUN::ECS::Instance') {
    const answer = apiAnswer(catalog, 'ECS', 'DescribeInstances');
    if (answer) return answer.filter(({ name }) => name === 'Instances');
  }
  const ids = resourceTypes.find(({ name }) => name === resourceType)?.ids;
  return ids === undefined ? undefined : fieldsOfPath(ids.split('.'));
}

function fieldsOfPath([step, ...rest]: readonly string[]): ApiField[] {
  if (step === undefined) return [];
  const fields = fieldsOfPath(rest);
  const name = step.replace('[]', '');
  if (name !== step) return [{ name, type: 'array', itemType: 'object', fields }];
  return [{ name, type: fields.length > 0 ? 'object' : 'string', itemType: undefined, fields }];
}

function templateAnswer(catalog: Catalog, call: TaskCall): readonly ApiField[] | undefined {
  const spec = call.templateName === undefined ? undefined : catalog.action(call.templateName);
  const outputs = call.templateOutputs ?? spec?.outputs;
  return outputs && outputFields(outputs);
}

const apiTypes: Readonly<Record<string, ApiType>> = {
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
  List: 'array',
  Json: 'object',
};

const outputFields = (outputs: ReadonlyMap<string, string>): ApiField[] =>
  [...outputs].map(([name, type]) => field(name, apiTypes[type] ?? 'any'));

const field = (name: string, type: ApiType, fields: readonly ApiField[] = []): ApiField => ({
  name,
  type,
  itemType: type === 'array' ? 'any' : undefined,
  fields,
});

const strings = (names: string): ApiField[] => names.split(' ').map((name) => field(name, 'string'));

/** What OOS itself sends. Sources: the pages about system events, and the selectors of public templates. */
const messages: ReadonlyMap<string, readonly ApiField[]> = new Map([
  [
    'ACS::EventTrigger',
    [
      field('content', 'object', strings('resourceId instanceId resourceType state eventId eventType eventStatus')),
      ...strings('ver id product resourceId level name userId eventTime regionId'),
    ],
  ],
  ['ACS::AlarmTrigger', strings('instanceId')],
  ['ACS::GitCodeRepo', strings('AuthorizedUrl')],
]);
