import type { ActionSpec, Catalog } from '../catalog/catalog.ts';
import { isNull } from '../syntax/navigate.ts';
import type { Task, Template } from '../template/template.ts';
import { checkSchema, type SchemaProblem } from './schemaCheck.ts';

/** Where one template does not fit the schemas. Each check runs at most once, when the first rule asks for it. */
export class SchemaFindings {
  readonly #template: Template;
  readonly #catalog: Catalog;
  #language: readonly SchemaProblem[] | undefined;
  readonly #properties = new Map<Task, readonly SchemaProblem[]>();

  constructor(template: Template, catalog: Catalog) {
    this.#template = template;
    this.#catalog = catalog;
  }

  /** Problems with the keys and values of the template language. Properties of actions are not among them. */
  get language(): readonly SchemaProblem[] {
    this.#language ??= this.#checkLanguage();
    return this.#language;
  }

  /** Problems with the properties of a task, by the schema of its action. An unknown action has none. */
  properties(task: Task): readonly SchemaProblem[] {
    let problems = this.#properties.get(task);
    if (!problems) {
      problems = this.#checkProperties(task, this.#catalog.action(task.action ?? ''));
      this.#properties.set(task, problems);
    }
    return problems;
  }

  #checkLanguage(): SchemaProblem[] {
    const { templateSchema } = this.#catalog;
    const { allTasks, root } = this.#template;
    const emptied = new Set(allTasks.flatMap(({ properties }) => properties?.value ?? []));
    const inner = allTasks
      .filter((task) => task.list.owner)
      .flatMap((task) => checkSchema(templateSchema, task.node, { definition: 'task', emptied }));
    return [...checkSchema(templateSchema, root, { emptied }), ...inner].filter(isWritten);
  }

  #checkProperties(task: Task, action: ActionSpec | undefined): SchemaProblem[] {
    const node = task.properties?.value;
    if (!action || node?.kind !== 'mapping') return [];
    return checkSchema(action.propertiesSchema, node).filter(isWritten);
  }
}

/** A key that still waits for its value is being typed; an explicit null stands for "left out" in real templates. */
const isWritten = (problem: SchemaProblem): boolean => !('node' in problem) || !isNull(problem.node);
