/** Templates that the pictures of the documentation show. The first has a mistake. */
export const restart = `FormatVersion: OOS-2019-06-01
Description:
  en: Restart an instance and wait until it runs again
  zh-cn: 重启实例并等待其恢复运行
Parameters:
  regionId:
    Type: String
    AssociationProperty: RegionId
    Default: '{{ ACS::RegionId }}'
  instanceId:
    Type: String
    AllowedPattern: 'i-[A-Za-z0-9]+'
Tasks:
  - Name: restart
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Parameters:
        RegionId: '{{ regionId }}'
        InstanceId: '{{ instanceIdd }}'
  - Name: untilRunning
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: '{{ regionId }}'
        InstanceIds: ['{{ instanceId }}']
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
`;

export const pruned = `FormatVersion: OOS-2019-06-01
Description:
  en: Deletes old snapshots of a disk after a colleague has agreed
  zh-cn: 经同事批准后删除磁盘的旧快照
Parameters:
  snapshotIds:
    Type: List
    Label: { en: Snapshots, zh-cn: 快照 }
    Description: { en: One id a line, zh-cn: 每行一个快照 ID }
    Default: [s-old01, s-old02, s-old03]
  approver:
    Type: String
    Label: { en: Approver, zh-cn: 审批人 }
    Description: { en: The user name of the colleague, zh-cn: 同事的用户名 }
    AllowedPattern: '[a-z.]+'
  pause:
    Type: String
    Label: { en: Pause before the start, zh-cn: 开始前等待 }
    AllowedValues: [PT10S, PT1M, PT10M]
    Default: PT10S
  webHook:
    Type: String
    Label: { en: Address of the chat robot, zh-cn: 群机器人地址 }
    NoEcho: true
Tasks:
  - Name: pause
    Action: ACS::Sleep
    Properties:
      Duration: '{{ pause }}'
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: '{{ webHook }}'
        Content:
          msgtype: text
          text: { content: 'Delete {{ snapshotIds }}? Execution {{ ACS::ExecutionId }}' }
      Approvers: ['{{ approver }}']
  - Name: remove
    Action: ACS::ExecuteAPI
    Loop:
      Items: '{{ snapshotIds }}'
      RateControl: { Mode: Concurrency, Concurrency: 1, MaxErrors: 0 }
    Properties:
      Service: ECS
      API: DeleteSnapshot
      Parameters:
        SnapshotId: '{{ ACS::TaskLoopItem }}'
`;

/** What has been typed when the list of actions is shown. */
export const begun = `FormatVersion: OOS-2019-06-01
Parameters:
  regionId:
    Type: String
    AssociationProperty: RegionId
    Default: '{{ ACS::RegionId }}'
  instanceId:
    Type: String
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
    AssociationPropertyMetadata:
      RegionId: regionId
Tasks:
  - Name: restart
    Action: `;
