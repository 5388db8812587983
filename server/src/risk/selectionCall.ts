import type { ApiCall } from '../catalog/catalog.ts';

/**
 * What ACS::SelectTargets asks for the targets of a type. It is not documented; the operations are those whose answers the
 * published templates read behind it.
 */
const calls: ReadonlyMap<string, ApiCall> = new Map([
  ['aliyun::ecs::instance', { service: 'ECS', api: 'DescribeInstances' }],
  ['aliyun::rds::instance', { service: 'RDS', api: 'DescribeDBInstances' }],
  ['aliyun::redis::instance', { service: 'R-KVSTORE', api: 'DescribeInstances' }],
  ['aliyun::computenestsupplier::instance', { service: 'ComputeNestSupplier', api: 'ListServiceInstances' }],
]);

/** The call for a type of targets, in any letter case. Undefined: not known. */
export const selectionCall = (resourceType: string): ApiCall | undefined => calls.get(resourceType.toLowerCase());
