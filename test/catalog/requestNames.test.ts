import { expect, test } from 'vitest';
import { findParameter, findRequestParameter } from '../../server/src/catalog/openApi/requestNames.ts';
import { listParameter, objectParameter, operation, parameter } from '../support/openApi.ts';

const size = parameter('Size', { type: 'integer' });
const key = parameter('Key');
const call = operation(
  'ECS',
  parameter('InstanceId'),
  listParameter('SecurityGroupIds'),
  listParameter('ScalingGroupId'),
  listParameter('DataDisk', size, listParameter('Tag', key)),
  listParameter('Filter', key),
  objectParameter('SystemDisk', parameter('Category'), objectParameter('Options', parameter('Mode'))),
  parameter('Old.Name'),
);

test.each([
  ['InstanceId', 'InstanceId', 'wire'],
  ['DataDisk', 'DataDisk', 'wire'],
  ['DataDisks', 'DataDisk', 'plural'],
  ['ScalingGroupIds', 'ScalingGroupId', 'plural'],
  ['SystemDiskCategory', 'Category', 'joined'],
  ['SystemDiskOptionsMode', 'Mode', 'joined'],
  ['OldName', 'Old.Name', 'joined'],
  ['ScalingGroupId1', 'ScalingGroupId', 'numbered'],
  ['Filter12Key', 'Key', 'numbered'],
  ['Filter.12.Key', 'Key', 'wire'],
  ['ScalingGroupId.1', 'ScalingGroupId', 'wire'],
  ['DataDisk2Tag1Key', 'Key', 'numbered'],
  ['RegionId', 'RegionId', 'region'],
  ['regionid', 'RegionId', 'region'],
])('%s is %s (%s)', (name, wire, rule) => {
  const found = findRequestParameter(call, name);
  expect(found).toMatchObject({ rule, parameter: { name: wire } });
});

test.each([
  '',
  'instanceId',
  'InstanceIds',
  'SecurityGroupId',
  'SystemDisk1Category',
  'SystemDisks',
  'FilterKey',
  'Filter1Value',
  'DataDiskSizes',
  'Category',
  'BucketName',
  'AccountId',
])('"%s" is nothing that is known', (name) => {
  expect(findRequestParameter(call, name)).toBeUndefined();
});

test('the region that an operation declares is that parameter', () => {
  const regional = operation('ECS', parameter('RegionId', { required: true }));
  expect(findRequestParameter(regional, 'RegionId')).toMatchObject({ rule: 'wire', parameter: { required: true } });
  expect(findRequestParameter(regional, 'regionId')).toMatchObject({ rule: 'region', parameter: { required: true } });
});

test('a region that it does not declare chooses where the call goes', () => {
  expect(findRequestParameter(call, 'RegionId')?.parameter).toMatchObject({ place: 'host', required: false });
});

test.each([
  ['OSS', 'BucketName'],
  ['FC', 'AccountId'],
  ['MNS', 'AccountId'],
  ['EVENTBRIDGE', 'AccountId'],
])('%s has %s in the name of its host', (service, name) => {
  expect(findRequestParameter(operation(service), name)).toMatchObject({ rule: 'host', parameter: { required: true } });
});

test('looks among inner parameters in the same way', () => {
  const { parameter: disks } = findRequestParameter(call, 'DataDisks') ?? {};
  expect(findParameter(disks?.fields ?? [], 'Size')).toEqual({ parameter: size, rule: 'wire' });
  expect(findParameter(disks?.fields ?? [], 'Tags')).toMatchObject({ parameter: { name: 'Tag' }, rule: 'plural' });
  expect(findParameter(disks?.fields ?? [], 'RegionId')).toBeUndefined();
});
