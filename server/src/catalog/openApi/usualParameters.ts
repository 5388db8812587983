/**
 * The request parameters that the public templates of OOS give at least five times, whatever the operation, the most usual
 * first. Counted in the repository aliyun/oos-templates, state of 2024-09-23.
 */
const names = `
  RegionId InstanceId InstanceIds ScalingGroupId LifecycleActionToken LifecycleHookId ImageId LifecycleActionResult
  DBInstanceId Tags StackId AllocationId InvokeId Force Process ResourceType InstanceType DesktopId VSwitchId
  SnapshotId Period ZoneId DiskIds ResourceIds Parameters PeriodUnit DiskId BucketName ResourceARN SecurityGroupId
  VaultId LoadBalancerId ModifyMode SecurityIps ImageName DisableRollback StackName TimeoutInMinutes DBClusterId
  Type NetworkInterfaceId ClusterId LifecycleHookName CommandContent InstanceChargeType BackendServers Name
  KeyPairName RamRoleName InstanceName ExecutionId TemplateBody Description Bandwidth DetectionStrategy
  ResourceGroupId ScalingConfigurationId ResourceId Timeout Status Password InternetMaxBandwidthOut
  LaunchTemplateName NetworkType SystemDiskCategory DiskType LifecycleTransition NotificationMetadata CorpIdentifier
  DeployId Executor RdcRegionId InternetMaxBandwidthIn SystemDiskSize ScalingGroupId1 ProtectedFromScaleIn AccountId
  DatabaseName ParentExecutionId Expires Internal VServerGroupId EnableBackupLog RenewalStatus AutoPay
  ContainerGroupIds WorkingDir DiskCategory HostName SecurityGroupIds SystemDiskDiskName VpcId OfferingType
  CommandId CreationTypes DBName
`;

const ranks = new Map(
  names
    .trim()
    .split(/\s+/)
    .map((name, index) => [name.toLowerCase(), index]),
);

/** How early a name comes among the usual request parameters, from 0; undefined when it is not one of them. */
export const usualParameterRank = (name: string): number | undefined => ranks.get(name.toLowerCase());
