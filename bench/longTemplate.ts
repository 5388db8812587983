import { stringify } from 'yaml';
import type { Notation } from '../server/src/syntax/node.ts';

/** A text and the cursor in it. */
export interface Spot {
  readonly name: string;
  readonly text: string;
  readonly offset: number;
}

const WORD = 'ZZZ';

const task = (name: string, Action: string, Properties: object, more: object = {}) => ({
  Name: name,
  Description: { en: `What ${name} does`, 'zh-cn': `${name} 的说明` },
  Action,
  Properties,
  ...more,
});

/** Three tasks of the usual kinds. */
const group = (index: number) => [
  task(
    `find${index}`,
    'ACS::ExecuteAPI',
    {
      Service: 'ECS',
      API: 'DescribeInstances',
      Parameters: { RegionId: '{{ regionId }}', InstanceIds: ['{{ ids }}'] },
    },
    { Outputs: { ids: { Type: 'List', ValueSelector: 'Instances.Instance[].InstanceId' } } },
  ),
  task(
    `restart${index}`,
    'ACS::ECS::RebootInstance',
    { regionId: '{{ regionId }}', instanceId: '{{ ACS::TaskLoopItem }}' },
    { Loop: { Items: `{{ find${index}.ids }}`, RateControl: { Mode: 'Concurrency', MaxErrors: 0, Concurrency: 10 } } },
  ),
  task(`wait${index}`, 'ACS::WaitFor', {
    Service: 'ECS',
    API: 'DescribeInstanceStatus',
    Parameters: { RegionId: '{{ regionId }}' },
    DesiredValues: ['Running'],
    PropertySelector: 'InstanceStatuses.InstanceStatus[].Status',
  }),
];

const call = { Service: 'ECS', API: 'DescribeInstances', Parameters: { RegionId: '{{ regionId }}' } };

/** Tasks that are just being written. */
const unfinished: Readonly<Record<string, object>> = {
  'action, empty': { Action: WORD },
  'action, begun': { Action: `ACS::ECS::Reb${WORD}` },
  property: { Action: 'ACS::ECS::RebootInstance', Properties: { regionId: '{{ regionId }}', [WORD]: null } },
  Service: { Action: 'ACS::ExecuteAPI', Properties: { Service: WORD } },
  API: { Action: 'ACS::ExecuteAPI', Properties: { Service: 'ECS', API: WORD } },
  'request parameter': {
    Action: 'ACS::ExecuteAPI',
    Properties: { ...call, Parameters: { ...call.Parameters, [WORD]: null } },
  },
  selector: {
    Action: 'ACS::ExecuteAPI',
    Properties: call,
    Outputs: { ids: { Type: 'List', ValueSelector: WORD } },
  },
  reference: { Action: 'ACS::ECS::RebootInstance', Properties: { instanceId: `{{ ${WORD} }}` } },
  'task key': { Action: 'ACS::Sleep', [WORD]: null },
};

/** Texts of about `size` characters with one unfinished task in their middle. */
export function spots(notation: Notation, size: number): Spot[] {
  const groups = Math.max(1, Math.round(size / textOf(notation, [group(100), group(101)]).length) * 2);
  return Object.entries(unfinished).map(([name, rest]) => {
    const half = Array.from({ length: groups }, (_, index) => group(index));
    const tasks = half.toSpliced(groups >> 1, 0, [{ Name: 'unfinished', ...rest } as ReturnType<typeof task>]);
    return { name, ...atWord(textOf(notation, tasks)) };
  });
}

function textOf(notation: Notation, tasks: readonly object[]): string {
  const template = {
    FormatVersion: 'OOS-2019-06-01',
    Parameters: {
      regionId: { Type: 'String', AssociationProperty: 'RegionId', Default: '{{ ACS::RegionId }}' },
      ids: { Type: 'String', Description: 'The instances to look at' },
    },
    Tasks: tasks.flat(),
  };
  return notation === 'json' ? JSON.stringify(template, null, 2) : stringify(template);
}

function atWord(marked: string): Pick<Spot, 'text' | 'offset'> {
  const text = marked.replace(new RegExp(`${WORD}(?:": null|: null)?`), (found) => (found.includes('"') ? '"' : ''));
  return { text, offset: marked.indexOf(WORD) };
}
