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

/** Renames what a template declares, with all its uses in the document. */
export class Renaming {
  readonly #document: TemplateDocument;
  readonly #template: Template;
  #occurrences: readonly Occurrence[] | undefined;

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
      names.names().filter((it) => it.toLowerCase() === key).length === 1 &&
      !this.#isTaken(owner, key, to.toLowerCase()) &&
      !this.#hasPath(owner, key);
    if (!isSafe) return [];
    const edits = this.#all()
      .filter((it) => it.names === names && it.key === key && text.slice(it.range.start, it.range.end) !== to)
      .map(({ range }) => ({ range, newText: to }));
    const title = { en: `Rename to '${to}' everywhere`, zh: `全部重命名为“${to}”` };
    return [owner.isPublic ? { title, edits, guess: true } : { title, edits }];
  }

  /** Another declaration has the new name, or gets it by the same rule; or something that is not declared asks for it. */
  #isTaken({ names, rivals }: NameOwner, from: string, to: string): boolean {
    const all = [names, ...rivals];
    const others = all.flatMap((it) => it.names()).filter((it) => it.toLowerCase() !== from);
    if (others.some((it) => it.toLowerCase() === to || toCamelCase(it)?.toLowerCase() === to)) return true;
    return from !== to && this.#all().some((it) => all.some((declared) => declared === it.names) && it.key === to);
  }

  /** The outputs of an inline template are the fields of what the selectors of its task read. */
  #isReadBySelectors(names: Names): boolean {
    return this.#template.parent !== undefined && names === this.#template.outputs;
  }

  /** A use such as `{{ task.Name.x }}` may mean the output or the answer of the service. */
  #hasPath({ task }: NameOwner, key: string): boolean {
    if (!task) return false;
    return this.#template.uses.some(({ expression: { body }, place }) => {
      if (body.kind !== 'task' || body.simple) return false;
      const first = /^[\w-]+/.exec(body.path.text)?.[0].toLowerCase();
      return first === key && findTask(this.#template, body.name.text, place)?.task === task;
    });
  }

  #all(): readonly Occurrence[] {
    const { template, text } = this.#document;
    this.#occurrences ??= template ? allOccurrences(template, text) : [];
    return this.#occurrences;
  }
}
