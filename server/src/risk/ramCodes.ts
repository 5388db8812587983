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
  ['bssopenapi', 'bssapi'],
  ['cas', 'yundun-cert'],
  ['cloudapi', 'apigateway'],
  ['cloudfw', 'yundun-cloudfirewall'],
  ['fc-open', 'fc'],
  ['mns-open', 'mns'],
  ['r-kvstore', 'kvstore'],
  ['sas', 'yundun-sas'],
  ['tablestore', 'ots'],
  ['waf-openapi', 'yundun-waf'],
]);

/** Services of which the same pages, or the policies of published templates (OOS user guide), state that RAM has the same code. */
const sameCodes: ReadonlySet<string> = new Set([
  ...[
    'adb',
    'alb',
    'computenest',
    'computenestsupplier',
    'dds',
    'ecs',
    'edas',
    'ens',
    'ess',
    'fc',
    'kms',
    'mns',
    'mse',
  ],
  ...['oos', 'oss', 'ram', 'rds', 'resourcecenter', 'resourcemanager', 'resourcesharing', 'ros', 'slb', 'tag', 'vpc'],
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
  return { action: `${code}:${api}`, basis: sameCodes.has(code) ? 'documented' : 'assumed' };
}
