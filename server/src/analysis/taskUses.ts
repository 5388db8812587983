import type { NameAt } from '../expression/ast.ts';
import { type FoundTask, findTask, isEvaluated } from '../template/scope.ts';
import type { Place, Template } from '../template/template.ts';
import { oncePer } from './oncePer.ts';

export interface TaskUse {
  readonly name: NameAt;
  readonly path: NameAt;
  /** The path is one plain name. */
  readonly simple: boolean;
  readonly place: Place;
  readonly found: FoundTask | undefined;
}

/** Every `{{ task.path }}` that the service evaluates, and the task that it means. */
export const taskUses = oncePer((template: Template): TaskUse[] =>
  template.uses.flatMap(({ expression: { body }, place }) => {
    if (body.kind !== 'task' || !isEvaluated(place)) return [];
    const { name, path, simple } = body;
    return [{ name, path, simple, place, found: findTask(template, name.text, place) }];
  }),
);
