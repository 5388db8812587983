import { describe, expect, test } from 'vitest';
import { answerFields } from '../../../server/src/features/completion/answerFields.ts';
import {
  type PathOptions,
  responsePathProposals,
} from '../../../server/src/features/completion/responsePathProposals.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { inOrder, labels } from './plain.ts';

const catalog = bundledCatalog();
const instances = { action: 'ACS::ExecuteAPI', service: 'ecs', api: 'describeInstances' };

/** The selectors that come of accepting the first proposals. */
function completed(
  typed: string,
  most: number,
  options?: PathOptions,
  call: Parameters<typeof answerFields>[1] = instances,
) {
  const { start, proposals } = responsePathProposals(answerFields(catalog, call) ?? [], typed, options);
  return inOrder(proposals)
    .slice(0, most)
    .map(({ insertion }) => typed.slice(0, start) + (insertion.kind === 'text' ? insertion.text : '?'));
}

describe('a selector goes on', () => {
  const id = 'Instances.Instance[].InstanceId';
  test.each([
    ['', id],
    ['.', `.${id}`],
    ['Inst', id],
    ['.Instances.', `.${id}`],
    ['Instances.Instance', id],
    ['Instances.Instance.', id],
    ['Instances.Instance[', id],
    ['Instances.Instance[]', id],
    ['Instances.Instance[].', id],
    ['.Instances.Instance[0].Sta', '.Instances.Instance[0].InstanceId'],
    ['.Instances.Instance[] | ', '.Instances.Instance[] | .InstanceId'],
    ['.Instances.Instance[] | select(.', '.Instances.Instance[] | select(.InstanceId'],
    [
      '.Instances.Instance[] | select(.Status == "Running") | .',
      '.Instances.Instance[] | select(.Status == "Running") | .InstanceId',
    ],
    [
      '.Instances.Instance | map(select(.A == "x")) | .[].',
      '.Instances.Instance | map(select(.A == "x")) | .[].InstanceId',
    ],
    ['.Instances.Instance | map(.Inst', '.Instances.Instance | map(.InstanceId'],
    ['.Instances.Instance | first | .', '.Instances.Instance | first | .InstanceId'],
    ['.Instances.Instance[] | {id: .', '.Instances.Instance[] | {id: .InstanceId'],
    ['[.Instances.Instance[] | .', '[.Instances.Instance[] | .InstanceId'],
  ])('from %j', (typed, expected) => {
    expect(completed(typed, 1)).toEqual([expected]);
  });

  test('with brackets behind a list', () => {
    const { proposals } = responsePathProposals(answerFields(catalog, instances) ?? [], 'Instances.');
    expect(labels(proposals)).toEqual(expect.arrayContaining(['Instance', 'Instance[]', 'Instance[0]']));
  });

  test('with what the name of the output says', () => {
    expect(completed('', 1, { hint: 'vpcId' })).toEqual(['Instances.Instance[].VpcAttributes.VpcId']);
    expect(completed('Instances.Instance[0].', 1, { hint: 'hostname' })).toEqual(['Instances.Instance[0].HostName']);
  });

  test('with a dot in front in jq proper', () => {
    expect(completed('', 1, { dotted: true })).toEqual(['.Instances.Instance[].InstanceId']);
  });

  test.each(['.Nothing.', '.Instances.Instance[].Status.', '.Instances | length | .', '"a.', '.TotalCount + 1 | .'])(
    'not from %j, where nothing is known',
    (typed) => {
      expect(completed(typed, 9)).toEqual([]);
    },
  );

  test('over a list of maps', () => {
    const over = (typed: string) => completed(typed, 9, { dotted: true, list: true }, { action: 'ACS::GitCodeRepo' });
    expect(over('')).toEqual(['.[].AuthorizedUrl', '.[]', '.[0]']);
    expect(over('.[].')).toEqual(['.[].AuthorizedUrl']);
  });
});

describe('the data that selectors read', () => {
  const names = (call: Parameters<typeof answerFields>[1]) => answerFields(catalog, call)?.map(({ name }) => name);

  test('is the answer of the operation', () => {
    expect(names({ action: 'acs::executeapi', service: 'ROS', api: 'GetStack' })).toContain('StackId');
    expect(names({ action: 'ACS::ExecuteAPI', service: 'ECS', api: 'Unheard' })).toBeUndefined();
    expect(names({ action: 'ACS::ExecuteAPI' })).toBeUndefined();
  });

  test('is the outputs of a product action or of a template', () => {
    expect(names({ action: 'ACS::ECS::RunCommand' })).toContain('invocationOutput');
    expect(names({ action: 'ACS::Template', templateName: 'ACS::ECS::RunCommand' })).toContain('invocationOutput');
    const templateOutputs = new Map([['ids', 'List']]);
    expect(names({ action: 'ACS::Template', templateName: 'mine', templateOutputs })).toEqual(['ids']);
    expect(names({ action: 'ACS::Template', templateName: 'mine' })).toBeUndefined();
  });

  test('is the message that starts the template, or the resources found', () => {
    const first = (call: Parameters<typeof answerFields>[1]) => completed('', 2, {}, call);
    expect(names({ action: 'ACS::EventTrigger' })).toContain('content');
    expect(first({ action: 'ACS::AlarmTrigger' })).toEqual(['instanceId']);
    expect(first({ action: 'ACS::SelectTargets' })).toContain('Instances.Instance[].InstanceId');
    expect(first({ action: 'ACS::SelectTargets', resourceType: 'ALIYUN::RDS::Instance' })).toContain(
      'Instances.Instance[].InstanceId',
    );
    expect(
      completed('', 1, {}, { action: 'ACS::SelectTargets', resourceType: 'ALIYUN::ComputeNestSupplier::Instance' }),
    ).toEqual(['ServiceInstances[].ServiceInstanceId']);
  });
});

test.each([
  ['a word', 'a'.repeat(200_000)],
  ['indexes', '[0]'.repeat(60_000)],
  ['digits', `[${'1'.repeat(200_000)}`],
  ['calls', 'select('.repeat(30_000)],
])('%s without an end is answered in time that grows with its length', (_, long) => {
  const fields = answerFields(catalog, instances) ?? [];
  for (const typed of [long, `${long} `, `${long}! `, `| .${long}!.`]) {
    expect(responsePathProposals(fields, typed).start).toBeLessThanOrEqual(typed.length);
  }
});
