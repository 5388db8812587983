import type { Words } from '../words/words.ts';

/** A kind of resource that ACS::SelectTargets finds, and that a parameter of kind Targets stands for. */
export interface ResourceType {
  readonly name: string;
  readonly summary: Words;
  /** The path of the ids in the answer of ACS::SelectTargets: names of fields, the lists with `[]`. */
  readonly ids: string;
}

/** Those that public templates use; there may be others. */
export const resourceTypes: readonly ResourceType[] = [
  {
    name: 'ALIYUN::ECS::Instance',
    summary: { en: 'ECS instances', zh: 'ECS 实例' },
    ids: 'Instances.Instance[].InstanceId',
  },
  {
    name: 'ALIYUN::RDS::Instance',
    summary: { en: 'RDS instances', zh: 'RDS 实例' },
    ids: 'Instances.Instance[].InstanceId',
  },
  {
    name: 'ALIYUN::Redis::Instance',
    summary: { en: 'Redis instances', zh: 'Redis 实例' },
    ids: 'Instances.Instance[].InstanceId',
  },
  {
    name: 'ALIYUN::ComputeNestSupplier::Instance',
    summary: { en: 'Service instances of Compute Nest', zh: '计算巢服务实例' },
    ids: 'ServiceInstances[].ServiceInstanceId',
  },
];
