import type { ApiCall } from '../catalog/catalog.ts';
import type { Words } from '../words/words.ts';
import {
  batchReason,
  documentedInWords,
  documentedPrefixes,
  harmlessNames,
  highNames,
  highVerbs,
  mediumVerbs,
  type NameRule,
  noRiskReason,
  type RiskClass,
  readVerbs,
  recoverable,
  type VerbRule,
} from './callRules.ts';

/**
 * `strict`: a high risk is only what OOS documented as its default rule. `wide`: also what its documentation names in
 * words, and what our own rules know to destroy data or to interrupt a service.
 */
export type RiskMode = 'strict' | 'wide';

/** Whose word it is: the documented prefixes, other words of the documentation, or our own rules. */
type RiskSource = 'prefix' | 'overview' | 'own';

export interface CallRisk {
  readonly class: RiskClass;
  readonly reason: Words;
  readonly source: RiskSource;
  /** True: OOS documented that it takes such a call for high-risk. */
  readonly documented: boolean;
  /** True: what the call takes away does not come back. Undefined: it depends on what it is called for. */
  readonly irreversible: boolean | undefined;
  /** True: nothing is lost, but a service is interrupted, which cannot be undone either. */
  readonly interrupts: boolean;
}

type Judgement = Pick<CallRisk, 'class' | 'reason' | 'irreversible' | 'interrupts'>;

/**
 * How much a call can hurt, judged by the name of its operation. OOS publishes no list of risky operations, so this is an
 * estimate. The name is best given in its canonical case: where it has no capitals, a verb at its begin is believed.
 */
export function classifyCall({ api }: ApiCall, mode: RiskMode = 'wide'): CallRisk {
  const source = sourceOf(api);
  const judged = judge(api);
  const isOwn = judged.class === 'high' && mode === 'strict' && source !== 'prefix';
  return { ...judged, class: isOwn ? 'medium' : judged.class, source, documented: source === 'prefix' };
}

function sourceOf(api: string): RiskSource {
  if (verbOf(api, documentedPrefixes) !== undefined) return 'prefix';
  return verbOf(singular(api), documentedInWords) === undefined ? 'own' : 'overview';
}

/** BatchDeleteX does to many what DeleteX does to one. */
const singular = (api: string): string => api.replace(/^(?:Batch|Bulk|Mass)(?=[A-Z])/, '');

function judge(written: string): Judgement {
  const api = singular(written);
  const lower = api.toLowerCase();
  const named = highNames.find(({ names }) => names.includes(lower));
  if (named) return judgement(named, named.reason);
  if (recoverable.pattern.test(api)) return judgement({ class: 'medium', irreversible: false }, recoverable.reason);
  const found = byVerb(api, [...highVerbs, readVerbs]);
  const documented = api === written ? undefined : verbOf(api, documentedPrefixes);
  if (found) return documented === undefined ? found : { ...found, reason: batchReason(documented) };
  if (harmlessNames.names.includes(lower)) return judgement(harmlessNames, harmlessNames.reason);
  return byVerb(api, mediumVerbs) ?? judgement({ class: 'none', irreversible: false }, noRiskReason);
}

const judgement = (
  { class: found, irreversible, interrupts = false }: Pick<NameRule, 'class' | 'irreversible' | 'interrupts'>,
  reason: Words,
): Judgement => ({ class: found, irreversible, interrupts, reason });

function byVerb(api: string, rules: readonly VerbRule[]): Judgement | undefined {
  for (const rule of rules) {
    const verb = verbOf(api, rule.verbs);
    if (verb !== undefined) return judgement(rule, rule.reason(verb));
  }
  return undefined;
}

/** The verb that a name begins with. It ends before a capital or a digit: `Settle` does not begin with `Set`. */
function verbOf(api: string, verbs: readonly string[]): string | undefined {
  const lower = api.toLowerCase();
  const hasNoWords = api === lower;
  return verbs.find((verb) => {
    if (!lower.startsWith(verb.toLowerCase())) return false;
    return hasNoWords || !/^[^A-Z0-9]/.test(api.slice(verb.length));
  });
}
