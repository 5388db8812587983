import { resolvePlain } from '../../syntax/plainScalar.ts';
import type { TemplateDocument } from '../../template/document.ts';
import type { NameIndex } from '../../template/nameIndex.ts';
import { allOccurrences, type Occurrence } from '../../template/occurrences.ts';
import { findTask } from '../../template/scope.ts';
import type { Task, Template } from '../../template/template.ts';
import type { Fix } from '../rule.ts';
import { toCamelCase } from './camelCase.ts';

type Names = NameIndex<unknown>;

/** Where a name is declared. */
export interface NameOwner {
  readonly names: Names;
  /** Other declarations that its uses could be taken for. */
  readonly rivals: readonly Names[];
  /** Those who run the template know the name. */
  readonly isPublic: boolean;
  /** The task whose output it is. */
  readonly task?: Task;
}

/** The declarations of one kind by their names as OOS compares them. */
interface Declared {
  readonly counts: ReadonlyMap<string, number>;
  /** By the name in camel case that they have or would get. */
  readonly byCamel: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Renames what a template declares, with all its uses in the document. What is looked up often is worked out once. */
export class Renaming {
  readonly #document: TemplateDocument;
  readonly #template: Template;
  readonly #declared = new Map<Names, Declared>();
  #occurrences: ReadonlyMap<unknown, ReadonlyMap<string, readonly Occurrence[]>> | undefined;
  #paths: readonly OutputPath[] | undefined;

  constructor(document: TemplateDocument, template: Template) {
    this.#document = document;
    this.#template = template;
  }

  /** Empty where the new name could be taken for another one, or where not all uses are certain. */
  fixes(owner: NameOwner, name: string, to: string): Fix[] {
    const { text, tree } = this.#document;
    const key = name.toLowerCase();
    const { names } = owner;
    const isSafe =
      tree.problems.length === 0 &&
      !this.#isReadBySelectors(names) &&
      resolvePlain(to).type === 'string' &&
      this.#declaredIn(names).counts.get(key) === 1 &&
      !this.#isTaken(owner, key, to.toLowerCase()) &&
      !this.#hasPath(owner, key);
    if (!isSafe) return [];
    const edits = this.#named(names, key)
      .filter(({ range }) => text.slice(range.start, range.end) !== to)
      .map(({ range }) => ({ range, newText: to }));
    const title = { en: `Rename to '${to}' everywhere`, zh: `全部重命名为“${to}”` };
    return [owner.isPublic ? { title, edits, guess: true } : { title, edits }];
  }

  /** Another declaration has the new name, or gets it by the same rule; or something that is not declared asks for it. */
  #isTaken({ names, rivals }: NameOwner, from: string, to: string): boolean {
    return [names, ...rivals].some((it) => {
      const same = this.#declaredIn(it).byCamel.get(to) ?? new Set();
      if (same.size > 1 || (same.size === 1 && !same.has(from))) return true;
      return from !== to && (this.#declaredIn(it).counts.has(to) || this.#named(it, to).length > 0);
    });
  }

  /** The outputs of an inline template are the fields of what the selectors of its task read. */
  #isReadBySelectors(names: Names): boolean {
    return this.#template.parent !== undefined && names === this.#template.outputs;
  }

  /** A use such as `{{ task.Name.x }}` may mean the output or the answer of the service. */
  #hasPath({ task }: NameOwner, key: string): boolean {
    this.#paths ??= outputPaths(this.#template);
    return this.#paths.some((it) => it.task === task && it.first === key);
  }

  #declaredIn(names: Names): Declared {
    const known = this.#declared.get(names) ?? declaredIn(names);
    this.#declared.set(names, known);
    return known;
  }

  #named(names: Names, key: string): readonly Occurrence[] {
    const { template, text } = this.#document;
    this.#occurrences ??= grouped(template ? allOccurrences(template, text) : []);
    return this.#occurrences.get(names)?.get(key) ?? [];
  }
}

interface OutputPath {
  readonly task: Task | undefined;
  readonly first: string | undefined;
}

/** The uses of tasks that say more than one name. */
function outputPaths(template: Template): OutputPath[] {
  return template.uses.flatMap(({ expression: { body }, place }): OutputPath[] => {
    if (body.kind !== 'task' || body.simple) return [];
    const first = /^[\w-]+/.exec(body.path.text)?.[0].toLowerCase();
    return [{ task: findTask(template, body.name.text, place)?.task, first }];
  });
}

function declaredIn(names: Names): Declared {
  const counts = new Map<string, number>();
  const byCamel = new Map<string, Set<string>>();
  for (const name of names.names()) {
    const key = name.toLowerCase();
    const camel = (toCamelCase(name) ?? name).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    byCamel.set(camel, (byCamel.get(camel) ?? new Set()).add(key));
  }
  return { counts, byCamel };
}

function grouped(occurrences: readonly Occurrence[]): Map<unknown, Map<string, Occurrence[]>> {
  const groups = new Map<unknown, Map<string, Occurrence[]>>();
  for (const it of occurrences) {
    const byKey = groups.get(it.names) ?? new Map<string, Occurrence[]>();
    groups.set(it.names, byKey);
    const same = byKey.get(it.key);
    if (same) same.push(it);
    else byKey.set(it.key, [it]);
  }
  return groups;
}
