import { expect, test } from 'vitest';
import {
  associationMetadataProposals,
  associationMetadataValueProposals,
  associationPropertyProposals,
} from '../../../server/src/features/completion/associationProperties.ts';
import { labels, named, plain } from './plain.ts';

const first = (name: string | undefined, type: string | undefined) =>
  labels(associationPropertyProposals({ name, type, parameters: [] }), 1)[0];

test.each([
  [undefined, undefined, 'RegionId'],
  ['rateControl', 'Json', 'RateControl'],
  ['myTargets', 'Json', 'Targets'],
  ['instanceId', 'String', 'ALIYUN::ECS::Instance::InstanceId'],
  ['securityGroupIds', 'List', 'ALIYUN::ECS::SecurityGroup::SecurityGroupId'],
  ['commandContent', 'String', 'ALIYUN::OOS::Command::CommandContent'],
  ['endDate', 'String', 'DateTime'],
])('for the parameter %s of type %s, %s comes first', (name, type, expected) => {
  expect(first(name, type)).toBe(expected);
});

test('brings the metadata that nearly every use has, with the parameter for the region', () => {
  const inserted = (label: string, parameters: string[]) =>
    plain(named(associationPropertyProposals({ parameters }), label).insertion);
  expect(inserted('Targets', ['regionId'])).toBe(
    'Targets; AssociationPropertyMetadata: {ResourceType: <ALIYUN::ECS::Instance|ALIYUN::RDS::Instance|ALIYUN::Redis::Instance|ALIYUN::ComputeNestSupplier::Instance>, RegionId: regionId}',
  );
  expect(inserted('ALIYUN::ECS::Disk::DiskId', ['region'])).toBe('ALIYUN::ECS::Disk::DiskId');
  expect(inserted('RegionId', ['regionId'])).toBe('RegionId');
});

test('the metadata keys are those of the property, then those of all', () => {
  const keys = associationMetadataProposals('ALIYUN::OSS::Object::ObjectName', ['RegionId'], ['bucket', 'name']);
  expect(labels(keys)).toEqual([
    'BucketName',
    'ValueType',
    'Visible',
    'Required',
    'LocaleKey',
    'ValueLabelMapping',
    'Value',
  ]);
  expect(plain(named(keys, 'BucketName').insertion)).toBe('BucketName: <bucket|name>');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how the console refers to parameters
  expect(plain(named(keys, 'Visible').insertion)).toBe('Visible: {Condition: {Fn::Equals: [<${bucket}|${name}>, <>]}}');
  expect(labels(associationMetadataProposals(undefined, [], []), 1)).toEqual(['Visible']);
});

test('the metadata values are parameters and usual words', () => {
  expect(labels(associationMetadataValueProposals('RegionId', ['a', 'regionId']))).toEqual(['regionId', 'a']);
  expect(labels(associationMetadataValueProposals('Format', []), 1)).toEqual(['YYYY-MM-DDTHH:mm:ssZ']);
  expect(associationMetadataValueProposals('ShowSystem', []).map(({ insertion }) => plain(insertion))).toEqual([
    'true',
    'false',
  ]);
});
