import type { Right, Rights } from '../../risk/rights.ts';
import type { Words } from '../../words/words.ts';

/** Where the service and we differ about the rights that the tasks of a template need. */
export interface PolicyComparison {
  /** How many actions both name. */
  readonly agreed: number;
  readonly onlyOurs: readonly { readonly right: Right; readonly why: Words }[];
  readonly onlyService: readonly { readonly action: string; readonly why: Words }[];
}

/**
 * Holds the rights that we work out against the policy of GenerateExecutionPolicy. Undefined: that policy cannot be read. Letter
 * case does not matter, and a `*` in an action of the service stands for any letters, as RAM has it.
 */
export function comparePolicy({ run, unseen }: Rights, policy: unknown): PolicyComparison | undefined {
  const theirs = actionsOf(policy);
  if (!theirs) return undefined;
  const covered = ({ action }: Right) => theirs.some((it) => covers(it, action));
  const onlyService = theirs.filter((it) => !run.some(({ action }) => covers(it, action)));
  const why = unseen.length > 0 ? perhapsUnseen : unexplained;
  return {
    agreed: run.filter(covered).length,
    onlyOurs: run.filter((it) => !covered(it)).map((right) => ({ right, why: basisWords[right.basis] })),
    onlyService: onlyService.map((action) => ({ action, why })),
  };
}

/** The actions that a policy allows, each once, in alphabetical order. Undefined: it is no policy. */
export function actionsOf(policy: unknown): string[] | undefined {
  const statements = asList(memberOf(policy, 'Statement'));
  if (!statements) return undefined;
  const actions = statements
    .filter((it) => memberOf(it, 'Effect') !== 'Deny')
    .flatMap((it) => asList(memberOf(it, 'Action')) ?? [])
    .filter((it) => typeof it === 'string')
    // A sample of the API reference has `ecs>DeleteCommand`.
    .map((it) => it.trim().replace(/^([\w-]+)>/, '$1:'));
  return [...new Set(actions)].sort();
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** What may be one thing or a list of them. */
function asList(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value : [value];
}

function covers(pattern: string, action: string): boolean {
  if (!pattern.includes('*')) return pattern.toLowerCase() === action.toLowerCase();
  const [first = '', ...parts] = pattern.toLowerCase().split('*');
  let rest = action.toLowerCase();
  if (!rest.startsWith(first)) return false;
  rest = rest.slice(first.length);
  const last = parts.pop() ?? '';
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return rest.endsWith(last);
}

/** How sure we are of a right, in a sentence. */
export const basisWords: Readonly<Record<Right['basis'], Words>> = {
  documented: { en: 'It is documented that the call needs it.', zh: '文档说明该调用需要此权限。' },
  assumed: {
    en: 'The code of the service in RAM is assumed: no page is known that states it.',
    zh: '该产品在 RAM 中的代码为推测，未见文档说明。',
  },
  inferred: { en: 'It is not documented what this needs; it is inferred.', zh: '文档未说明所需权限，此为推断。' },
};

const perhapsUnseen: Words = {
  en: 'It may be for what cannot be looked into here.',
  zh: '可能用于此处无法得知的内容。',
};
const unexplained: Words = {
  en: 'Nothing that we know of the template needs it.',
  zh: '就我们所知，模板中没有内容需要此权限。',
};
