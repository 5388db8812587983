import type { Words } from '../../words/words.ts';
import { resourceTypes } from '../resourceTypes.ts';

/** A key of AssociationPropertyMetadata. */
export interface MetadataKey {
  readonly name: string;
  readonly summary: Words;
  /**
   * What it is usually given: the value of another parameter (written as the bare name of it), a condition over other
   * parameters, one of `values`, or something that fits no pattern.
   */
  readonly value: 'parameter' | 'condition' | 'boolean' | 'number' | 'list' | 'map' | 'text';
  readonly values: readonly string[];
}

type Row = readonly [value: MetadataKey['value'], en: string, zh: string, values?: string];

const rows: Readonly<Record<string, Row>> = {
  RegionId: ['parameter', 'The region to choose from.', '可选资源所在的地域。'],
  ResourceType: ['text', 'The kind of the resources.', '资源类型。', resourceTypes.map(({ name }) => name).join(' ')],
  Visible: ['condition', 'When the parameter is shown.', '何时显示该参数。'],
  Required: ['condition', 'When the parameter must be filled in.', '何时必须填写该参数。'],
  Status: ['text', 'Only resources in this state.', '仅限处于该状态的资源。', 'Running Stopped'],
  ShowSystem: ['boolean', 'Whether tags of the system are shown too.', '是否显示系统标签。'],
  Format: [
    'text',
    'How the time is written.',
    '时间的书写格式。',
    'YYYY-MM-DDTHH:mm:ssZ HH:mm:ssZ HH:mm:ss YYYY-MM-DDTHH:mmZ YYYY-MM-DDTHHZ',
  ],
  SupportedImageOwnerAlias: ['list', 'From whom images may come.', '可选镜像的来源。', 'self system others'],
  InstanceType: ['parameter', 'The instance type that it must fit.', '须匹配的实例规格。'],
  OSType: ['text', 'The kind of operating system.', '操作系统类型。', 'linux windows'],
  CommandType: [
    'text',
    'The kind of the command.',
    '命令类型。',
    'RunShellScript RunPythonScript RunPerlScript RunBatScript RunPowerShellScript',
  ],
  ZoneId: ['parameter', 'The zone to choose from.', '可选资源所在的可用区。'],
  ZoneIds: ['parameter', 'The zones to choose from.', '可选资源所在的多个可用区。'],
  InstanceChargeType: ['text', 'How the instance is paid for.', '实例付费方式。', 'PostPaid PrePaid'],
  ChargeType: ['text', 'How the resource is paid for.', '资源付费方式。', 'PrePaid PostPaid'],
  InternetChargeType: ['text', 'How traffic is paid for.', '网络计费方式。', 'PayByBandwidth PayByTraffic'],
  Multiple: ['boolean', 'Whether several may be chosen.', '是否可多选。'],
  VpcId: ['parameter', 'The VPC to choose from.', '可选资源所在的专有网络。'],
  MinuteInterval: ['number', 'The step of the minutes, in minutes.', '分钟的步长。', '30'],
  Filters: ['list', 'Further limits on the choice.', '其他筛选条件。'],
  InstanceId: ['parameter', 'The instance to choose from.', '可选资源所属的实例。'],
  DiskType: ['text', 'The kind of the disks.', '云盘用途。', 'Data System'],
  DiskId: ['parameter', 'The disk to choose from.', '可选资源所属的云盘。'],
  AutoChangeType: ['boolean', 'Whether it turns into a text field by itself.', '是否自动切换为文本框。'],
  BucketName: ['parameter', 'The bucket to choose from.', '可选对象所在的存储空间。'],
  Platform: ['parameter', 'The Git platform.', 'Git 平台。'],
  Owner: ['parameter', 'The account on the Git platform.', 'Git 平台账号。'],
  Organization: ['parameter', 'The organization on the Git platform.', 'Git 平台上的组织。'],
  ServiceName: ['parameter', 'The service that the function belongs to.', '函数所属的服务。'],
  ClusterId: ['parameter', 'The cluster to choose from.', '可选资源所属的集群。'],
  TemplateName: ['parameter', 'The template or package that is meant.', '对应的模板或软件包。'],
  TemplateVersion: ['parameter', 'The version of the template.', '模板版本。'],
  Engine: ['parameter', 'The database engine.', '数据库引擎。'],
  DBInstanceStorageType: ['parameter', 'The kind of storage.', '存储类型。'],
  VpcCidrBlock: ['parameter', 'The address range of the VPC.', '专有网络网段。'],
  AcrType: ['parameter', 'The edition of Container Registry.', '容器镜像服务版本。'],
  RepoNamespaceName: ['parameter', 'The namespace of the repository.', '仓库所属的命名空间。'],
  FileType: ['parameter', 'Where the file comes from.', '文件来源。'],
  Service: ['text', 'The service that assumes the role.', '扮演该角色的云服务。', 'fc.aliyuncs.com ecs.aliyuncs.com'],
  LocaleKey: [
    'text',
    'The names that the console shows for the values.',
    '控制台为各取值显示的名称。',
    'ECSCommandType TargetResourceType ECSStoppedMode SoftwareOperationType',
  ],
  ValueLabelMapping: ['map', 'A name to show for each value.', '为每个取值显示的名称。'],
  Value: ['list', 'The values that there are, each under a condition.', '在不同条件下的取值。'],
  APIAction: ['text', 'The operation to call, as Product/Operation.', '要调用的操作，格式为“产品/操作”。'],
  OptionsGetter: ['text', 'Where the choices are in the answer.', '候选值在响应中的位置。'],
  ValueGetter: ['text', 'Where the value is in a choice.', '取值在候选项中的位置。'],
  LabelGetter: ['text', 'Where the name is in a choice.', '显示名称在候选项中的位置。'],
};

/** Those without a row of their own are known by name only. Undefined: not known. */
export function metadataKey(name: string): MetadataKey | undefined {
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (!row) return undefined;
  const [value, en, zh, values = ''] = row;
  return { name, value, summary: { en, zh }, values: values.split(' ').filter((it) => it !== '') };
}

/** Keys that go with every parameter, with an AssociationProperty or without. */
export const generalMetadataKeys: readonly string[] = [
  'Visible',
  'Required',
  'LocaleKey',
  'ValueLabelMapping',
  'Value',
];
