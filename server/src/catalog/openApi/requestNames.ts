import type { ApiOperation, ApiParameter } from './openApi.ts';

/**
 * Why OOS takes a name in `Parameters`. It takes names of two kinds: those of the wire, and those of the first SDKs, which wrote what is
 * `Tag.1.Key` on the wire in other ways. Nothing of this is documented; the rules are those by which the names in public
 * templates are explained.
 */
type NameRule =
  /** The name on the wire. */
  | 'wire'
  /** A list, with an s behind its name: `Tags` for `Tag`. */
  | 'plural'
  /** An inner parameter, written in one word with the outer one: `SystemDiskCategory` for `SystemDisk.Category`. */
  | 'joined'
  /** An item of a list, or an inner parameter of it: `Filter2Key` for `Filter.2.Key`. */
  | 'numbered'
  /** `RegionId`, in any letter case. It chooses the region of the call, whatever the operation. */
  | 'region'
  /** A part of the name of the host: the bucket, the account. */
  | 'host';

export interface RequestName {
  readonly parameter: ApiParameter;
  readonly rule: NameRule;
}

/** What a name in `Parameters` means to an operation. Undefined: as far as is known, nothing. */
export function findRequestParameter(operation: ApiOperation, name: string): RequestName | undefined {
  const found = findParameter(operation.parameters, name) ?? withoutDots(operation, name);
  if (found) return found;
  if (name.toLowerCase() === 'regionid') return { parameter: regionOf(operation), rule: 'region' };
  if (hostParameters.get(operation.service) === name) return { parameter: ofCall(name, true), rule: 'host' };
  return undefined;
}

/** `Tag.1.Key`, as it stands on the wire, means what `Tag1Key` means. */
function withoutDots({ parameters }: ApiOperation, name: string): RequestName | undefined {
  const found = name.includes('.') ? findParameter(parameters, name.replaceAll('.', '')) : undefined;
  return found && { parameter: found.parameter, rule: 'wire' };
}

/**
 * The same among the inner parameters of a parameter: a key of a map in `DataDisk`, say. Letter case counts. `parameters` that are
 * empty say nothing: the source does not tell what is inside.
 */
export function findParameter(parameters: readonly ApiParameter[], name: string): RequestName | undefined {
  const wire = parameters.find((it) => it.name === name);
  if (wire) return { parameter: wire, rule: 'wire' };
  for (const parameter of parameters) {
    const found = inOldWay(parameter, name);
    if (found) return found;
  }
  return undefined;
}

function inOldWay(parameter: ApiParameter, name: string): RequestName | undefined {
  const joined = parameter.name.replaceAll('.', '');
  if (!name.startsWith(joined)) return undefined;
  const rest = name.slice(joined.length);
  if (rest === '') return { parameter, rule: 'joined' };
  if (parameter.type !== 'array') return within(parameter, rest, 'joined');
  if (rest === 's') return { parameter, rule: 'plural' };
  const [number] = /^\d+/.exec(rest) ?? [];
  if (number === undefined) return undefined;
  return number === rest ? { parameter, rule: 'numbered' } : within(parameter, rest.slice(number.length), 'numbered');
}

function within({ fields }: ApiParameter, name: string, rule: NameRule): RequestName | undefined {
  const found = findParameter(fields, name);
  return found && { parameter: found.parameter, rule };
}

/** By service, in upper case. */
const hostParameters: ReadonlyMap<string, string> = new Map([
  ['OSS', 'BucketName'],
  ['EVENTBRIDGE', 'AccountId'],
  ['FC', 'AccountId'],
  ['FC-OPEN', 'AccountId'],
  ['MNS', 'AccountId'],
  ['MNS-OPEN', 'AccountId'],
]);

const regionOf = ({ parameters }: ApiOperation): ApiParameter =>
  parameters.find(({ name }) => name === 'RegionId') ?? ofCall('RegionId', false);

const ofCall = (name: string, required: boolean): ApiParameter => ({
  name,
  type: 'string',
  itemType: undefined,
  fields: [],
  required,
  place: 'host',
  deprecated: false,
  values: [],
});
