import type { ApiCall } from '../catalog/catalog.ts';

/**
 * How sure an entry of a policy is. `documented`: a page about RAM authorization names the code, or the policy of a
 * published template has the entry. `assumed`: the code is taken to be that of the service, as with most services.
 * `inferred`: what the action needs is not documented.
 */
export type RightBasis = 'documented' | 'assumed' | 'inferred';

export interface RamAction {
  /** `ecs:DeleteInstance`. */
  readonly action: string;
  readonly basis: RightBasis;
}

/**
 * The codes that RAM has for services whose own code is another one. Sources: the pages "RAM authorization" in the
 * developer reference of each product, which state its RamCode (state of 2026). Where a page states several, the one that
 * its operations of this service stand under.
 */
const otherCodes: ReadonlyMap<string, string> = new Map([
  ['amqp-open', 'amqp'],
  ['antiddos-public', 'yundun-ddos'],
  ['bssopenapi', 'bssapi'],
  ['cas', 'yundun-cert'],
  ['cbn', 'cen'],
  ['cloudapi', 'apigateway'],
  ['cloudfw', 'yundun-cloudfirewall'],
  ['codesec', 'yundun-codesec'],
  ['das', 'hdm'],
  ['dataworks-public', 'dataworks'],
  ['ddosbgp', 'yundun-antiddosbag'],
  ['ddoscoo', 'yundun-ddoscoo'],
  ['dysmsapi', 'dysms'],
  ['fc-open', 'fc'],
  ['mns-open', 'mns'],
  ['ons', 'mq'],
  ['r-kvstore', 'kvstore'],
  ['sas', 'yundun-sas'],
  ['sddp', 'yundun-sddp'],
  ['sls', 'log'],
  ['tablestore', 'ots'],
  ['waf-openapi', 'yundun-waf'],
]);

/** Of these the same pages state several codes, none of them that of the service, and do not show which one counts. */
const likelyCodes: ReadonlyMap<string, string> = new Map([['dms-enterprise', 'dms']]);

/** Services of which the same pages, or the policies of published templates (OOS user guide), state that RAM has the same code. */
const sameCodes: ReadonlySet<string> = new Set([
  ...['adb', 'alb', 'alidns', 'cloudsso', 'computenest', 'computenestsupplier', 'dbs', 'dds', 'dms', 'ecs', 'edas'],
  ...['eiam', 'ens', 'ess', 'fc', 'kms', 'mns', 'mse', 'oos', 'oss', 'polardb', 'pvtz', 'ram', 'rds', 'resourcecenter'],
  ...['resourcemanager', 'resourcesharing', 'rocketmq', 'ros', 'slb', 'swas-open', 'tag', 'vpc', 'yundun-bastionhost'],
]);

/**
 * Operations of ECS 2014-05-26 that moved to VPC. Their pages name actions of `vpc` (read for AllocateEipAddress,
 * AssociateEipAddress and ReleaseEipAddress; the others belong to the same family).
 */
const movedToVpc =
  /^(?:Allocate|Associate|Unassociate|Release|Describe|Modify)Eip|^(?:Create|Delete|Describe|Modify)(?:Vpcs?|VSwitch(?:es)?)(?:Attribute)?$/i;

/** The action of RAM that a call needs. `api` is given in its canonical case. */
export function ramActionOf({ service, api }: ApiCall): RamAction {
  const code = service.toLowerCase();
  if (code === 'ecs' && movedToVpc.test(api)) return { action: `vpc:${api}`, basis: 'documented' };
  const other = otherCodes.get(code);
  if (other !== undefined) return { action: `${other}:${api}`, basis: 'documented' };
  const likely = likelyCodes.get(code) ?? code;
  return { action: `${likely}:${api}`, basis: sameCodes.has(code) ? 'documented' : 'assumed' };
}
