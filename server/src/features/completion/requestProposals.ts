import type { ApiOperation, ApiParameter } from '../../catalog/openApi/openApi.ts';
import { findParameter, findRequestParameter } from '../../catalog/openApi/requestNames.ts';
import { usualParameterRank } from '../../catalog/openApi/usualParameters.ts';
import type { Words } from '../../words/words.ts';
import { type InsertionContext, listReferenceTo, referenceTo } from './insertionContext.ts';
import { likenessTo } from './likeness.ts';
import { valueWords } from './operationDocumentation.ts';
import type { Proposal, Skeleton } from './proposal.ts';
import { namesRegion, regionProposals } from './regions.ts';
import { shapeWords } from './shapeWords.ts';
import { bareHole, booleanChoice, choice, hole, list, map } from './skeletons.ts';

/**
 * The names that may stand in `Parameters` of a call, or deeper: the required ones first. `path`: the keys from
 * `Parameters` down, without the indexes of lists. `present`: the names that are there already. What the
 * template asks for is likely to be passed on.
 */
export function requestParameterProposals(
  operation: ApiOperation,
  path: readonly string[],
  present: readonly string[],
  context: InsertionContext,
): Proposal[] {
  const among = path.length === 0 ? topParameters(operation) : (requestParameter(operation, path)?.fields ?? []);
  const taken = new Set(present.map((name) => findParameter(among, name)?.parameter));
  const hasRegion = present.some((name) => name.toLowerCase() === 'regionid');
  const likenesses = context.parameters.map(likenessTo);
  const likeness = (name: string): number => likenesses.reduce((most, it) => Math.max(most, it(name)), 0);
  return among
    .filter((it) => !taken.has(it) && !(hasRegion && path.length === 0 && it.name === 'RegionId'))
    .flatMap((it) => (path.length === 0 ? spellings(it, present) : [{ name: it.name, parameter: it, rare: 0 }]))
    .map(({ name, parameter, rare }) => ({
      label: name,
      kind: 'property',
      detail: parameterDetail(parameter),
      documentation: parameter.values.length > 0 ? () => valueWords(parameter) : undefined,
      rank: parameterRank(name, parameter, path.at(-1)) - likeness(name) / 2 + rare,
      deprecated: parameter.deprecated,
      insertion: { kind: 'pair', key: name, value: requestSkeleton(name, parameter, context) },
    }));
}

interface Spelling {
  readonly name: string;
  readonly parameter: ApiParameter;
  /** What is added to the rank. */
  readonly rare: number;
}

/**
 * The name on the wire, and what the first SDKs made of it: people know a list as `Tags`, and a dot is not allowed. The
 * fields of an object may stand for themselves: `SystemDiskCategory`.
 */
function spellings(parameter: ApiParameter, present: readonly string[]): Spelling[] {
  const name = parameter.name.replaceAll('.', '');
  const own: Spelling = { name, parameter, rare: 0 };
  if (parameter.place !== 'query') return [own];
  if (parameter.type === 'array' && !name.endsWith('s')) return [own, { name: `${name}s`, parameter, rare: 0.01 }];
  if (parameter.type !== 'object') return [own];
  const fields = parameter.fields.map((it) => ({ name: name + it.name.replaceAll('.', ''), parameter: it, rare: 0.3 }));
  return [own, ...fields.filter((it) => !present.includes(it.name))];
}

/**
 * Every operation takes RegionId, which chooses where the call goes, and some take another part of the address. What is in
 * the path of a request stands in `URI`.
 */
function topParameters(operation: ApiOperation): readonly ApiParameter[] {
  const given = operation.parameters.filter(({ place }) => place !== 'path');
  const address = ['RegionId', 'BucketName', 'AccountId'].flatMap((name) => {
    const found = findRequestParameter(operation, name);
    return found?.rule === 'region' || found?.rule === 'host' ? [found.parameter] : [];
  });
  return [...address, ...given];
}

/** The parameter at a path of names, in any of the spellings that OOS takes. */
export function requestParameter(operation: ApiOperation, path: readonly string[]): ApiParameter | undefined {
  const [first, ...deeper] = path;
  const top = first === undefined ? undefined : findRequestParameter(operation, first)?.parameter;
  return deeper.reduce((found, name) => found && findParameter(found.fields, name)?.parameter, top);
}

/** Technical parameters that the gateway fills in. */
const technical =
  /^(OwnerId|OwnerAccount|ResourceOwnerId|ResourceOwnerAccount|ClientToken|SecurityToken|SourceIp|AccessKeyId)$/;

/** Settings of encryption, and texts for people. */
const seldomInside = /^(KMSKeyId|Encrypt\w*|Description)$/;

/** `holder`: the parameter that it is a field of. */
function parameterRank(name: string, { required, deprecated }: ApiParameter, holder?: string): number {
  if (deprecated || technical.test(name)) return 3;
  if (name === 'RegionId') return 0.5;
  if (holder !== undefined && seldomInside.test(name)) return required ? 0.9 : 1.9;
  const usual = usualInside(name, holder) ?? usualParameterRank(name);
  return (required ? 0 : 1) + (usual === undefined ? 0.5 : usual / 500);
}

/** Many a template writes a field of an object with the name of that: `SystemDiskSize`. */
function usualInside(name: string, holder: string | undefined): number | undefined {
  const starts = Array.from(holder?.matchAll(/[A-Z]+(?![a-z])|[A-Z][a-z]+/g) ?? [], ({ index }) => index);
  const ranks = starts.flatMap((at) => usualParameterRank((holder ?? '').slice(at) + name) ?? []);
  return ranks.length === 0 ? undefined : Math.min(...ranks) / 10;
}

function parameterDetail(parameter: ApiParameter): Words {
  const { en, zh } = shapeWords(parameter);
  return parameter.required ? { en: `${en}, required`, zh: `${zh}，必填` } : { en, zh };
}

/** What a parameter may be: listed values, truth values, its inner structure. */
export function requestValueProposals(parameter: ApiParameter): Proposal[] {
  const { name, type, values } = parameter;
  if (namesRegion(name) && values.length === 0 && type !== 'array') return regionProposals();
  const listed = type === 'boolean' ? [true, false] : values;
  const scalars = listed.map(
    (value, index): Proposal => ({
      label: String(value),
      kind: 'value',
      rank: index / 1000,
      insertion: { kind: 'scalar', value: type === 'integer' || type === 'number' ? asNumber(value) : value },
    }),
  );
  const structure = structureOf(parameter);
  if (!structure) return scalars;
  const label = structure.kind === 'list' ? '[...]' : '{...}';
  return [...scalars, { label, kind: 'value', rank: 1, insertion: { kind: 'structure', value: structure } }];
}

const asNumber = (value: string | boolean): string | number | boolean =>
  typeof value === 'string' && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;

function structureOf(parameter: ApiParameter): Skeleton | undefined {
  const { type, fields } = parameter;
  if (type !== 'array' && type !== 'object') return undefined;
  if (type === 'object') return fields.length > 0 ? fieldsSkeleton(fields) : undefined;
  return list(fields.length > 0 ? fieldsSkeleton(fields) : hole());
}

/** The required ones, or all where they are few and none is known to be required, as Key and Value of a tag. */
function fieldsSkeleton(fields: readonly ApiParameter[]): Skeleton {
  const usable = fields.filter(({ deprecated, name }) => !deprecated && !technical.test(name));
  const required = usable.filter((it) => it.required);
  const shown = required.length > 0 ? required : usable.slice(0, usable.length > 3 ? 1 : 3);
  return map(...shown.map((it) => [it.name, requestValueSkeleton(it)] as const));
}

/** A hole of the shape of a parameter, or a reference to the parameter of the template that has its name. */
export function requestSkeleton(name: string, parameter: ApiParameter, context: InsertionContext): Skeleton {
  const reference = parameter.type === 'array' ? listReferenceTo(name, context) : referenceTo(name, context);
  return reference ?? requestValueSkeleton(parameter);
}

function requestValueSkeleton(parameter: ApiParameter): Skeleton {
  const { type, values } = parameter;
  if (type === 'boolean') return booleanChoice(true);
  if (type === 'integer' || type === 'number') return values.length > 0 ? numberChoice(values) : bareHole('1');
  return structureOf(parameter) ?? choice(values);
}

const numberChoice = (choices: readonly string[]): Skeleton => ({
  kind: 'hole',
  text: choices[0],
  choices,
  bare: true,
});
