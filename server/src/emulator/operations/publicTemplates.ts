import type { Catalog } from '../../catalog/catalog.ts';
import { readFacts } from '../content.ts';
import type { StoredTemplate } from '../store/state.ts';

export interface PublicTemplate extends StoredTemplate {
  /** From 1 to 10. */
  readonly popularity: number;
}

/** A handful of templates that stand for the official ones. They are there in every region and cannot be changed. */
export function publicTemplates(catalog: Catalog): ReadonlyMap<string, PublicTemplate> {
  return new Map(
    contents.map(([name, popularity, content]) => [name, publicTemplate(name, popularity, content, catalog)]),
  );
}

const published = Date.UTC(2019, 10, 19);

function publicTemplate(name: string, popularity: number, content: string, catalog: Catalog): PublicTemplate {
  const facts = readFacts(content, catalog);
  return {
    region: '',
    name,
    id: `t-${facts.hash.slice(0, 20)}`,
    createdBy: 'ACS',
    created: published,
    tags: {},
    resourceGroupId: undefined,
    versions: [{ ...facts, number: 1, name: undefined, content, updatedBy: 'ACS', updated: published }],
    executions: 0,
    popularity,
  };
}

const contents: readonly (readonly [name: string, popularity: number, content: string])[] = [
  [
    'ACS-Local-ListInstances',
    8,
    `FormatVersion: OOS-2019-06-01
Description:
  en: Lists the instances that have a status
  zh-cn: 列出处于某一状态的实例
Parameters:
  status:
    Type: String
    Description: The status of the instances
    AllowedValues: [Running, Stopped, Starting, Stopping]
    Default: Running
Tasks:
  - Name: describeInstances
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: '{{ ACS::RegionId }}'
        Status: '{{ status }}'
    Outputs:
      instanceIds:
        Type: List
        ValueSelector: Instances.Instance[].InstanceId
Outputs:
  instanceIds:
    Type: List
    Value: '{{ describeInstances.instanceIds }}'
`,
  ],
  [
    'ACS-Local-StopInstancesAfterApproval',
    5,
    `FormatVersion: OOS-2019-06-01
Description:
  en: Asks for an approval, then stops the instances one after another
  zh-cn: 先请求审批，再逐个停止实例
Parameters:
  instanceIds:
    Type: List
    Description: The instances to stop
  webhook:
    Type: String
    Description: Where the approvers are told
    Default: https://example.com/hook
Tasks:
  - Name: approve
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: '{{ webhook }}'
        Headers:
          Content-Type: application/json
        Content:
          msgtype: text
          text:
            content: Instances are about to be stopped.
  - Name: stopInstance
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: StopInstance
      Parameters:
        InstanceId: '{{ ACS::TaskLoopItem }}'
    Loop:
      Items: '{{ instanceIds }}'
      RateControl:
        Mode: Concurrency
        MaxErrors: 0
        Concurrency: 1
`,
  ],
  [
    'ACS-Local-NightlySleep',
    2,
    `FormatVersion: OOS-2019-06-01
Description:
  en: Waits for a time of the day, then sleeps a minute
  zh-cn: 等到每天的指定时间，然后休眠一分钟
Tasks:
  - Name: everyNight
    Action: ACS::TimerTrigger
    Properties:
      Type: cron
      Expression: 0 0 2 * * ?
      EndDate: '2099-01-01T00:00:00Z'
  - Name: sleep
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
`,
  ],
];
