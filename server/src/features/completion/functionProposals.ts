import { type Expectation, fits } from '../../analysis/types/expectation.ts';
import { typeNamed } from '../../analysis/types/valueType.ts';
import type { FunctionSpec } from '../../catalog/functions/functionSpec.ts';
import { functionNamed, functions } from '../../catalog/functions/functions.ts';
import type { Words } from '../../words/words.ts';
import type { Proposal, Skeleton } from './proposal.ts';
import { bareHole, choice, hole, list, map } from './skeletons.ts';

/** What a condition may begin with. */
const logicalNames = new Set(['Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not']);

interface FunctionOptions {
  readonly expected: Expectation | undefined;
  /** Only what a condition may begin with. */
  readonly logical: boolean;
  /** The value stands on a line of its own, where a text would hardly stand. */
  readonly alone: boolean;
  /** As a pair of the map at the cursor; else as a map of its own. */
  readonly asPair: boolean;
}

/** Calls of functions, those first that give what is wanted. */
export function functionProposals({ expected, logical, asPair, alone }: FunctionOptions): Proposal[] {
  return functions
    .filter((spec) => (!logical || logicalNames.has(spec.name)) && mayGive(spec, expected))
    .map((spec) => {
      const value = argumentSkeleton(spec);
      return {
        label: spec.name,
        kind: 'function',
        detail: { en: spec.result, zh: spec.result },
        summary: spec.summary,
        documentation: () => documentation(spec),
        rank: rankOf(spec, expected, alone) + usageRank(spec),
        insertion: asPair
          ? { kind: 'pair', key: spec.name, value }
          : { kind: 'structure', value: map([spec.name, value]) },
      };
    });
}

/** Conditions are mostly comparisons; elsewhere a reference is more likely than a call. */
function rankOf(spec: FunctionSpec, expected: Expectation | undefined, alone: boolean): number {
  const isCondition = expected?.kinds.size === 1 && expected.kinds.has('Boolean') && spec.result === 'Boolean';
  if (alone) return isCondition ? -1.5 : gives(spec, expected) ? -1 : 0;
  if (isCondition) return 0.65;
  return gives(spec, expected) ? 1.5 : 2.5;
}

/** Those that public templates have most, the most usual first; comparisons stand where a condition is wanted. */
const usual = 'Select If Jq Join Split Equals Not And Or MergeList CalculateBatch Replace Base64Decode MergeMapToList'
  .split(' ')
  .map((it) => `Fn::${it}`);

function usageRank({ name, documented }: FunctionSpec): number {
  const index = usual.indexOf(name);
  return index >= 0 ? index / 1000 : documented ? 0.1 : 0.2;
}

/** False where its result surely is of another kind. */
function gives({ result }: FunctionSpec, expected: Expectation | undefined): boolean {
  if (!expected || result === 'Any') return true;
  return result === 'Json' ? expected.kinds.has('Map') : expected.kinds.has(result);
}

/** False where the checks would reject what it gives. */
function mayGive({ result }: FunctionSpec, expected: Expectation | undefined): boolean {
  if (!expected) return true;
  // What makes texts gives no truth values.
  const isTruth = expected.kinds.size === 1 && expected.kinds.has('Boolean');
  return fits(typeNamed(result), expected) && !(isTruth && result === 'String');
}

const equals: Skeleton = map(['Fn::Equals', list(hole(), hole())]);

/** The arguments that a function needs, with holes. */
function argumentSkeleton(spec: FunctionSpec): Skeleton {
  const holes = Array.from({ length: Math.max(spec.least, 1) }, (_, index) => argumentHole(spec, index));
  return spec.form === 'value' ? (holes[0] ?? hole()) : list(...holes);
}

function argumentHole(spec: FunctionSpec, index: number): Skeleton {
  const argument = spec.arguments[index] ?? spec.arguments.at(-1);
  if (argument?.allowedValues) return choice(argument.allowedValues);
  if (argument?.name === 'condition') return equals;
  if (spec.name === 'Fn::Jq' && index === 1) return hole('.');
  return argument?.type === 'Number' ? bareHole('0') : hole();
}

const documentation = ({ summary, example }: FunctionSpec): Words => ({
  en: `${summary.en}\n\n\`\`\`yaml\n${example}\n\`\`\``,
  zh: `${summary.zh}\n\n\`\`\`yaml\n${example}\n\`\`\``,
});

/** Whether an argument may be the name of a condition. */
export function takesCondition(name: string, index: number): boolean {
  const spec = functionNamed(name);
  return spec !== undefined && (spec.arguments[index] ?? spec.arguments.at(-1))?.name === 'condition';
}

/** The values of an argument that says how a function works. */
export function functionArgumentProposals(name: string, index: number): Proposal[] {
  const spec = functionNamed(name);
  const values = spec?.form === 'list' ? (spec.arguments[index]?.allowedValues ?? []) : [];
  return values.map((value, at) => ({
    label: value,
    kind: 'value',
    rank: at / 100,
    insertion: { kind: 'scalar', value },
  }));
}
