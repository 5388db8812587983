import { describe, expect, test } from 'vitest';
import type { ApiOperation, ApiService } from '../../../server/src/catalog/openApi/openApi.ts';
import { operationProposals, serviceProposals } from '../../../server/src/features/completion/operationProposals.ts';
import {
  requestParameter,
  requestParameterProposals,
  requestValueProposals,
} from '../../../server/src/features/completion/requestProposals.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { labels, named, plain } from './plain.ts';

const { openApi } = bundledCatalog();
const nothing = { parameters: [], jumpTargets: [] };

function service(code: string): ApiService {
  const found = openApi.service(code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

function operation(code: string, name: string): ApiOperation {
  const found = service(code).operation(name);
  if (!found) throw new Error(`no ${code} ${name}`);
  return found;
}

describe('services', () => {
  test('come by use, and say in both languages what they are', () => {
    const proposals = serviceProposals(openApi);
    expect(labels(proposals, 4)).toEqual(['ECS', 'ESS', 'ROS', 'RDS']);
    expect(named(proposals, 'VPC').summary).toEqual({ en: 'Virtual Private Cloud', zh: '专有网络' });
    expect(proposals).toHaveLength(openApi.serviceCodes.length);
  });

  test('begin with those that the template points to', () => {
    expect(labels(serviceProposals(openApi, { api: 'DescribeDBInstances' }), 1)).toEqual(['RDS']);
    expect(labels(serviceProposals(openApi, { others: ['kms', 'SLB'] }), 2)).toEqual(['SLB', 'KMS']);
  });
});

describe('operations', () => {
  test('come by use, then reading ones, the deprecated last and marked', () => {
    const proposals = operationProposals(openApi, service('ECS'), nothing);
    const names = labels(proposals);
    expect(names.slice(0, 2)).toEqual(['DescribeInstances', 'DescribeDisks']);
    expect(names.indexOf('DescribeDedicatedHosts')).toBeLessThan(names.indexOf('ModifyDedicatedHostAttribute'));
    const old = named(proposals, 'AllocateEipAddress');
    expect(old).toMatchObject({ deprecated: true, detail: { en: 'deprecated', zh: '已弃用' } });
    const firstOld = names.findIndex((it) => named(proposals, it).deprecated);
    expect(names.slice(firstOld).every((it) => named(proposals, it).deprecated)).toBe(true);
  });

  test('begin with what the name of the task says', () => {
    expect(labels(operationProposals(openApi, service('ECS'), nothing, 'stopTheInstance'), 1)).toEqual([
      'StopInstance',
    ]);
  });

  test('document how they are called and what they must have', () => {
    const documentation = (code: string, name: string) =>
      named(operationProposals(openApi, service(code), nothing), name).documentation?.();
    expect(documentation('ECS', 'AllocateEipAddress')?.zh).toContain('**已弃用。**');
    expect(documentation('ECS', 'RunCommand')?.en).toContain(
      '| `Type` | string | `RunBatScript`, `RunPowerShellScript`, `RunShellScript` |',
    );
    expect(documentation('CS', 'DescribeClusterNodes')?.en).toContain('`GET /clusters/{ClusterId}/nodes`');
  });

  test('show the path of those that are called by path', () => {
    const { detail } = named(operationProposals(openApi, service('CS'), nothing), 'DescribeClusterNodes');
    expect(detail?.en).toBe('GET /clusters/{ClusterId}/nodes');
  });

  test('bring the parameters that they must have', () => {
    const inserted = (code: string, name: string, parameters: string[] = []) =>
      plain(named(operationProposals(openApi, service(code), { parameters, jumpTargets: [] }), name).insertion);
    expect(inserted('ECS', 'RebootInstance')).toBe('RebootInstance; Parameters: {InstanceId: <>}');
    expect(inserted('ECS', 'RebootInstance', ['regionId', 'instanceId'])).toBe(
      'RebootInstance; Parameters: {RegionId: <{{ regionId }}>, InstanceId: <{{ instanceId }}>}',
    );
    expect(inserted('ECS', 'DescribeRegions')).toBe('"DescribeRegions"');
    expect(inserted('CS', 'DescribeClusterNodes')).toBe('"DescribeClusterNodes"');
  });
});

describe('request parameters', () => {
  const names = (code: string, api: string, path: string[] = [], present: string[] = [], parameters: string[] = []) =>
    labels(requestParameterProposals(operation(code, api), path, present, { parameters, jumpTargets: [] }));

  test('come required ones first, then the region, the technical ones last', () => {
    const all = names('ECS', 'StopInstance');
    expect(all.slice(0, 2)).toEqual(['InstanceId', 'RegionId']);
    expect(all.slice(-4)).toEqual(['OwnerAccount', 'OwnerId', 'ResourceOwnerAccount', 'ResourceOwnerId']);
  });

  test('begin with those that the template asks for', () => {
    const [first] = names('ECS', 'DescribeInstances', [], ['RegionId'], ['zoneId']);
    expect(first).toBe('ZoneId');
  });

  test('leave out what is there in any spelling', () => {
    const same = (present: string[]) =>
      names('ECS', 'RunInstances', [], present).filter((it) => /^(Tags?|RegionId)$/.test(it));
    expect(same([]).sort()).toEqual(['RegionId', 'Tag', 'Tags']);
    expect(same(['Tags', 'regionId'])).toEqual([]);
  });

  test('offer the region everywhere, the bucket for OSS, and the spellings of the first SDKs', () => {
    expect(names('RAM', 'GetPolicy')).toContain('RegionId');
    expect(names('OSS', 'PutBucketEncryption')).toContain('BucketName');
    expect(names('ECS', 'RunInstances')).toEqual(
      expect.arrayContaining(['Tag', 'Tags', 'SystemDisk', 'SystemDiskCategory']),
    );
    expect(names('ECS', 'RunInstances').filter((it) => it.includes('.'))).toEqual([]);
  });

  test('are known inside lists and maps', () => {
    expect(names('ECS', 'TagResources', ['Tags'])).toEqual(['Key', 'Value']);
    expect(names('ECS', 'TagResources', ['Tag'], ['Key'])).toEqual(['Value']);
    expect(names('ECS', 'TagResources', ['Unheard'])).toEqual([]);
  });

  test('bring a value of their shape', () => {
    const inserted = (code: string, api: string, name: string, parameters: string[] = []) =>
      plain(
        named(requestParameterProposals(operation(code, api), [], [], { parameters, jumpTargets: [] }), name).insertion,
      );
    expect(inserted('ECS', 'StopInstance', 'ForceStop')).toBe('ForceStop: <=true|false>');
    expect(inserted('ECS', 'TagResources', 'Tags')).toBe('Tags: [{Key: <>, Value: <>}]');
    expect(inserted('ECS', 'TagResources', 'ResourceId')).toBe('ResourceId: [<>]');
    expect(inserted('ECS', 'TagResources', 'ResourceIds', ['resourceId'])).toBe('ResourceIds: [<{{ resourceId }}>]');
  });
});

test('values of a request parameter are those that are listed, truth values, or its structure', () => {
  const values = (code: string, api: string, ...path: string[]) => {
    const parameter = requestParameter(operation(code, api), path);
    return parameter ? requestValueProposals(parameter).map(({ insertion }) => plain(insertion)) : [`no ${path}`];
  };
  expect(values('ECS', 'StopInstance', 'ForceStop')).toEqual(['true', 'false']);
  expect(values('RDS', 'CreateDBInstance', 'PayType')).toEqual(['"Postpaid"', '"Prepaid"', '"Serverless"']);
  expect(values('ECS', 'TagResources', 'Tags')).toEqual(['[{Key: <>, Value: <>}]']);
  expect(values('ECS', 'TagResources', 'Tag', 'Key')).toEqual([]);
});
