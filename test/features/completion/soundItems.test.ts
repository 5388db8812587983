import { expect, test } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { type CompletionItem, complete } from '../../../server/src/features/completion/complete.ts';
import type { Notation, TextRange } from '../../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { type Accepted, accept } from '../../completion/accept.ts';
import { type Gap, gapsOf } from '../../completion/gaps.ts';
import { toJson } from '../../support/toJson.ts';

const catalog = bundledCatalog();

const flow = `FormatVersion: OOS-2019-06-01
Description: A
RamRole: '{{ role }}'
Parameters:
  role: {Type: String}
  ids: {Type: List}
  size:
    Type: Number
    MinValue: 1
    Default: 2
Tasks:
  - Name: every
    Action: ACS::TimerTrigger
    Properties:
      Type: cron
      Expression: 0 0 9 ? * *
      EndDate: '2030-12-31T00:00:00Z'
  - Name: find
    Action: ACS::SelectTargets
    Properties:
      ResourceType: ALIYUN::ECS::Instance
      Filters:
        - Type: ResourceIds
    Outputs:
      found:
        Type: List
        ValueSelector: Instances.Instance[].InstanceId
  - Name: pick
    Action: ACS::Choice
    OnError: last
    Properties:
      DefaultTask: run
      Choices:
        - When:
            Fn::Equals:
              - '{{ size }}'
              - 2
          NextTask: last
  - Name: run
    Action: ACS::ECS::RunCommand
    When:
      Fn::Not: false
    Properties:
      instanceId: '{{ ACS::TaskLoopItem }}'
      commandType: RunShellScript
      commandContent: uptime
    Loop:
      Items: '{{ find.found }}'
      RateControl:
        Mode: Concurrency
        MaxErrors: 0
      Outputs:
        texts:
          AggregateType: Fn::ListJoin
          AggregateField: text
    Outputs:
      text:
        ValueSelector: invocationOutput
  - Name: rest
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
  - Name: last
    Action: ACS::Template
    OnSuccess: ACS::END
    Properties:
      TemplateName: ACS::ECS::RunCommand
      Parameters:
        commandType: RunShellScript
Outputs:
  all:
    Type: List
    Value: '{{ run.texts }}'
`;

const calls = `FormatVersion: OOS-2019-06-01
Parameters:
  instanceId:
    Type: String
    Default: i-1
Conditions:
  isNew:
    Fn::Equals: [a, b]
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
    When: isNew
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: cn-hangzhou
        InstanceIds: ['{{ instanceId }}']
    Outputs:
      status: {Type: String, ValueSelector: 'Instances.Instance[0].Status'}
  - Name: await
    Action: ACS::WaitFor
    Retries: 3
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: {}
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [a, b]
      LoopRateControl: {Mode: Batch, Batch: [1]}
      LoopTasks:
        - Name: inner
          Action: ACS::Pause
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks: [{Name: hold, Action: ACS::Pause}]
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: https://example.com
        Content: {msgtype: text}
Outputs:
  status: {Value: '{{ describe.status }}'}
`;

/** What is still to be written, what may turn out right at run time, and what is no fault of the text. */
const open = /^(?:missing-|unused-|risky-|ambiguous-loop-items$)/;

const faultsIn = (text: string, notation: Notation) =>
  analyze(new TemplateDocument(text, notation), catalog).filter(
    ({ severity, rule }) => (severity === 'error' || severity === 'warning') && !open.test(rule),
  );

const inWords = ({ rule, message }: { readonly rule: string; readonly message: { readonly en: string } }): string =>
  `${rule}: ${message.en}`;

const holds = (a: TextRange, b: TextRange): boolean => a.start <= b.start && b.end <= a.end;
const touches = (a: TextRange, b: TextRange): boolean => a.start <= b.end && b.start <= a.end;

/** What is wrong with the text that an item has put in: not with what the person is to fill in. */
function faultsOf({ text, holes, written }: Accepted, notation: Notation, known: ReadonlySet<string>): string[] {
  const lines = holes.map(({ start, end }) => ({ start: text.lastIndexOf('\n', start - 1) + 1, end: end + 1 }));
  return faultsIn(text, notation)
    .filter((it) => touches(it.range, written) && !known.has(inWords(it)))
    .filter(({ range }) => !lines.some((it) => holds(it, range)))
    .map(inWords);
}

const kept: ReadonlySet<string> = new Set(['key', 'snippet', 'property', 'task', 'type']);

/** Of names that come from one source, such as references of one type, one is as good as all. */
function sample(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ kind, detail }) => {
    const source = `${kind} ${detail?.en}`;
    const isNew = !seen.has(source);
    seen.add(source);
    return isNew || kept.has(kind);
  });
}

function faultsAt({ text, offset, of }: Gap, notation: Notation): string[] {
  const known = new Set(faultsIn(text, notation).map(inWords));
  const { items } = complete(new TemplateDocument(text, notation), offset, { catalog, snippets: true });
  return sample(items).flatMap((item) =>
    faultsOf(accept(text, item), notation, known).map((fault) => `${of}: '${item.label}' gives ${fault}`),
  );
}

test.each([
  ['yaml', 'flow', flow],
  ['yaml', 'calls', calls],
  ['json', 'flow', toJson(flow)],
  ['json', 'calls', toJson(calls)],
] as const)('nothing that is offered is found fault with: %s, %s', (notation, _, text) => {
  expect(faultsIn(text, notation).map(inWords)).toEqual([]);
  const gaps = gapsOf(text, notation);
  expect(gaps.flatMap((it) => faultsAt(it, notation))).toEqual([]);
  expect(gaps.length).toBeGreaterThan(40);
});
