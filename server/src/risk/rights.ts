import { asScalar, stringOf, valueFor } from '../syntax/navigate.ts';
import type { TextRange } from '../syntax/node.ts';
import { isEvaluated } from '../template/scope.ts';
import type { Template } from '../template/template.ts';
import { canonicalName } from './canonicalName.ts';
import { type RightBasis, ramActionOf } from './ramCodes.ts';
import { type Reach, type ReachedCall, type RiskContext, reachedCalls, type UnseenTask } from './reachedCalls.ts';

/** An action that somebody must be allowed to take. */
export interface Right {
  /** `ecs:DeleteInstance`. */
  readonly action: string;
  readonly resource: string;
  readonly basis: RightBasis;
  /** Where the template needs it, in the text of the root. Empty: wherever it is started. */
  readonly ranges: readonly TextRange[];
}

/**
 * Whose rights the tasks use. Without a role these are the rights of whoever starts the execution; `run-time`: the role is
 * a parameter without a default (OOS user guide, "Grant RAM permissions to OOS").
 */
type Role = { readonly kind: 'none' | 'run-time' } | { readonly kind: 'named'; readonly name: string };

export interface Rights {
  /** What the tasks need, as GenerateExecutionPolicy states it. In alphabetical order. */
  readonly run: readonly Right[];
  /** What whoever starts it needs besides. */
  readonly start: readonly Right[];
  readonly role: Role;
  /** Where more may be needed. */
  readonly unseen: readonly UnseenTask[];
}

/** The rights that an execution of the template needs, worked out from the calls that it can reach. */
export function rightsOf(template: Template, context: RiskContext & { readonly reach?: Reach | undefined }): Rights {
  const reach = context.reach ?? reachedCalls(template, context);
  const found = new Found();
  for (const call of reach.calls) {
    const { action, basis } = needOf(call, context);
    found.add(action, basis, call.range);
  }
  // The policies of the published templates with ACS::SelectTargets have this one besides the calls.
  for (const { range } of reach.selections) found.add('oos:GetApplicationGroup', 'documented', range);
  for (const { range } of reach.embedded) {
    found.add('oos:GetTemplate', 'inferred', range);
    found.add('oos:StartExecution', 'inferred', range);
  }
  for (const { range, secret } of storeUses(reach)) {
    found.add(secret ? 'oos:GetSecretParameter' : 'oos:GetParameter', 'documented', range);
    // The page about GetSecretParameter asks for it.
    if (secret) found.add('kms:GetSecretValue', 'documented', range);
  }
  const role = roleOf(template);
  return { run: found.rights(), start: startRights(role), role, unseen: reach.unseen };
}

function needOf(call: ReachedCall, { catalog }: RiskContext): ReturnType<typeof ramActionOf> {
  const api = canonicalName(call, catalog.openApi);
  if (call.service.toLowerCase() !== 'oss' || api.toLowerCase() !== 'generateurl') {
    return ramActionOf({ service: call.service, api });
  }
  // OOS signs the address itself; whoever uses it acts with the rights of the execution.
  const method =
    call.action === undefined ? stringOf(valueFor(call.tasks.at(-1)?.properties?.value, 'Method')) : undefined;
  return { action: method?.toUpperCase() === 'PUT' ? 'oss:PutObject' : 'oss:GetObject', basis: 'inferred' };
}

function storeUses({ templates }: Reach): { readonly range: TextRange; readonly secret: boolean }[] {
  return templates.flatMap(({ template, range }) =>
    template.uses.flatMap(({ expression, place }) => {
      const { body } = expression;
      if (body.kind !== 'store' || !isEvaluated(place)) return [];
      return [{ range: range ?? expression.range, secret: body.secret }];
    }),
  );
}

class Found {
  readonly #byAction = new Map<string, { basis: RightBasis; ranges: TextRange[] }>();

  add(action: string, basis: RightBasis, range: TextRange): void {
    const known = this.#byAction.get(action);
    if (!known) this.#byAction.set(action, { basis, ranges: [range] });
    else if (!known.ranges.some((it) => it.start === range.start)) known.ranges.push(range);
  }

  rights(): Right[] {
    const sorted = [...this.#byAction.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([action, { basis, ranges }]) => ({ action, resource: '*', basis, ranges }));
  }
}

function roleOf({ root, parameters }: Template): Role {
  const node = valueFor(root, 'RamRole');
  if (node === undefined) return { kind: 'none' };
  const text = stringOf(node)?.trim();
  const parameter = /^\{\{\s*([\w-]+)\s*\}\}$/.exec(text ?? '')?.[1];
  if (parameter === undefined) return text?.includes('{{') === false ? named(text) : { kind: 'run-time' };
  const fallback = asScalar(valueFor(parameters.get(parameter)?.attributes, 'Default'));
  return typeof fallback?.value === 'string' && !fallback.value.includes('{{')
    ? named(fallback.value)
    : { kind: 'run-time' };
}

const named = (name: string): Role => (name === '' ? { kind: 'none' } : { kind: 'named', name });

/** Who starts an execution with a role hands that role to OOS. */
function startRights(role: Role): Right[] {
  const start: Right = { action: 'oos:StartExecution', resource: '*', basis: 'documented', ranges: [] };
  if (role.kind === 'none') return [start];
  const resource = `acs:ram:*:*:role/${role.kind === 'named' ? role.name : '*'}`;
  return [start, { action: 'ram:PassRole', resource, basis: 'documented', ranges: [] }];
}
