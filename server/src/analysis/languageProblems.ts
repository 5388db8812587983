import type { Catalog, JsonSchema } from '../catalog/catalog.ts';
import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, SyntaxTree, TextRange } from '../syntax/node.ts';
import { oncePer } from './oncePer.ts';
import type { RuleContext } from './rule.ts';
import type { SchemaProblem } from './schemaCheck.ts';

/** `steps`: the way from the root of the template; a task inside an ACS::Loop stands under `Tasks` like the others. */
export type PlacedProblem = SchemaProblem & { readonly steps: readonly string[] };

/** Where a template does not fit the schema of the language. A value of the wrong type has no further problems. */
export const languageProblems = oncePer(({ document, template, schema }: RuleContext): PlacedProblem[] => {
  const problems = schema.language.filter((problem) => !usesAlias(problem, document.tree));
  const mistyped = new Set(problems.flatMap((it) => (it.kind === 'type' ? it.node : [])));
  return problems
    .filter((it) => it.kind === 'type' || !('node' in it) || !mistyped.has(it.node))
    .map((problem): PlacedProblem => ({ ...problem, steps: stepsOf(problem, template.root) }));
});

/**
 * The problems of these kinds at these places. A place is a path with `/` between its steps and `*` for any name or
 * index; '' is the root.
 */
export function problemsAt<K extends SchemaProblem['kind']>(
  context: RuleContext,
  kinds: readonly K[],
  places: readonly string[],
): Extract<PlacedProblem, { kind: K }>[] {
  const isWanted = (it: PlacedProblem): it is Extract<PlacedProblem, { kind: K }> =>
    (kinds as readonly string[]).includes(it.kind) && places.some((place) => isAt(it.steps, place));
  return languageProblems(context).filter(isWanted);
}

/** Whether a place, in which `*` stands for any name or index, is the one that the steps lead to. */
export function isAt(steps: readonly string[], place: string): boolean {
  const parts = place === '' ? [] : place.split('/');
  return parts.length === steps.length && parts.every((part, index) => part === '*' || part === steps[index]);
}

/** The keys that the language has at the root of a template, or in a part of it that the schema defines by name. */
export function languageKeys({ templateSchema }: Catalog, definition?: string): string[] {
  const definitions = templateSchema.definitions as Readonly<Record<string, JsonSchema>>;
  const schema = definition === undefined ? templateSchema : definitions[definition];
  return Object.keys((schema?.properties as object | undefined) ?? {});
}

/** The tasks of an ACS::Loop are checked one by one, so their paths begin at the task. */
function stepsOf(problem: SchemaProblem, root: MappingNode): readonly string[] {
  const { path } = problem;
  const [first] = path;
  if (first === undefined) return placeOf(problem) === root.range ? [] : ['Tasks', '0'];
  const { start, end } = placeOf(problem);
  const section = root.pairs.findLast((pair) => keyName(pair) === first)?.range;
  return section && section.start <= start && end <= section.end ? path : ['Tasks', '0', ...path];
}

const placeOf = (problem: SchemaProblem): TextRange => ('node' in problem ? problem.node.range : problem.mapping.range);

/** What an alias or a merge key of YAML stands for is not looked at, so nothing can be said against it. */
function usesAlias(problem: SchemaProblem, { notation, text }: SyntaxTree): boolean {
  if (notation === 'json') return false;
  if ('node' in problem) return problem.node.kind === 'scalar' && text[problem.node.range.start] === '*';
  return problem.mapping.pairs.some((pair) => keyName(pair) === '<<');
}
