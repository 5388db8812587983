import type { Words } from '../words/words.ts';

/** The names of products by their code in upper case: of those whose actions or operations templates use, where the name is sure. */
const names: Readonly<Record<string, Words>> = {
  ACTIONTRAIL: { en: 'ActionTrail', zh: '操作审计' },
  ADB: { en: 'AnalyticDB for MySQL', zh: '云原生数据仓库 AnalyticDB MySQL' },
  ALB: { en: 'Application Load Balancer', zh: '应用型负载均衡 ALB' },
  BSSOPENAPI: { en: 'Billing', zh: '费用与账单' },
  CDN: { en: 'CDN', zh: 'CDN' },
  CEN: { en: 'Cloud Enterprise Network', zh: '云企业网' },
  CLOUDAPI: { en: 'API Gateway', zh: 'API 网关' },
  CMS: { en: 'CloudMonitor', zh: '云监控' },
  CN: { en: 'Compute Nest', zh: '计算巢' },
  COMPUTENESTSUPPLIER: { en: 'Compute Nest (supplier)', zh: '计算巢（服务商）' },
  CR: { en: 'Container Registry', zh: '容器镜像服务' },
  CS: { en: 'Container Service for Kubernetes', zh: '容器服务 Kubernetes 版' },
  DDS: { en: 'ApsaraDB for MongoDB', zh: '云数据库 MongoDB 版' },
  ECD: { en: 'Elastic Desktop Service', zh: '无影云电脑' },
  ECI: { en: 'Elastic Container Instance', zh: '弹性容器实例' },
  ECS: { en: 'Elastic Compute Service', zh: '云服务器' },
  EHPC: { en: 'Elastic High Performance Computing', zh: '弹性高性能计算' },
  ENS: { en: 'Edge Node Service', zh: '边缘节点服务' },
  ESS: { en: 'Auto Scaling', zh: '弹性伸缩' },
  EVENTBRIDGE: { en: 'EventBridge', zh: '事件总线' },
  FC: { en: 'Function Compute', zh: '函数计算' },
  HBR: { en: 'Cloud Backup', zh: '云备份' },
  KMS: { en: 'Key Management Service', zh: '密钥管理服务' },
  MNS: { en: 'Message Service', zh: '消息服务' },
  NAS: { en: 'File Storage NAS', zh: '文件存储 NAS' },
  OOS: { en: 'Operation Orchestration Service', zh: '系统运维管理' },
  OSS: { en: 'Object Storage Service', zh: '对象存储' },
  POLARDB: { en: 'PolarDB', zh: '云原生数据库 PolarDB' },
  'R-KVSTORE': { en: 'ApsaraDB for Redis', zh: '云数据库 Redis 版' },
  RAM: { en: 'Resource Access Management', zh: '访问控制' },
  RDS: { en: 'ApsaraDB RDS', zh: '云数据库 RDS' },
  REDIS: { en: 'ApsaraDB for Redis', zh: '云数据库 Redis 版' },
  RESOURCECENTER: { en: 'Resource Center', zh: '资源中心' },
  RESOURCEMANAGER: { en: 'Resource Management', zh: '资源管理' },
  RESOURCESHARING: { en: 'Resource Sharing', zh: '资源共享' },
  ROS: { en: 'Resource Orchestration Service', zh: '资源编排' },
  SAE: { en: 'Serverless App Engine', zh: 'Serverless 应用引擎' },
  SAS: { en: 'Security Center', zh: '云安全中心' },
  SLB: { en: 'Classic Load Balancer', zh: '传统型负载均衡 CLB' },
  STS: { en: 'Security Token Service', zh: '安全令牌服务' },
  TAG: { en: 'Tags', zh: '标签' },
  VPC: { en: 'Virtual Private Cloud', zh: '专有网络' },
  'WAF-OPENAPI': { en: 'Web Application Firewall', zh: 'Web 应用防火墙' },
};

/** What people call a product, by its code without regard to letter case. Undefined: only the code is known. */
export function productName(code: string): Words | undefined {
  return names[code.toUpperCase()];
}
