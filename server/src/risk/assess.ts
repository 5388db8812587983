import type { ValueNode } from '../syntax/node.ts';
import type { Task, Template } from '../template/template.ts';
import { Radii, type Radius } from './radius.ts';
import { type Reach, reachedCalls } from './reachedCalls.ts';
import { type RiskOptions, type RiskyTask, riskyTasks } from './riskyTasks.ts';
import { taskLabel } from './taskLabel.ts';

/** A risky task, and how far it reaches. */
export interface AssessedTask {
  readonly task: RiskyTask;
  readonly radius: Radius;
}

export interface Assessment {
  readonly reach: Reach;
  /** In the order of the text; tasks marked `Risk: Normal` are among them, as overridden. */
  readonly tasks: readonly AssessedTask[];
}

/** `values`: what an execution is started with, by the names of parameters. */
export interface AssessOptions extends RiskOptions {
  readonly values?: ValueNode | undefined;
}

/** The tasks of a template that can hurt, with how far each of them reaches. */
export function assessRisk(template: Template, options: AssessOptions): Assessment {
  const reach = options.reach ?? reachedCalls(template, options);
  const radii = new Radii(reach, options.values);
  const tasks = riskyTasks(template, { ...options, reach }).map((task) => ({ task, radius: radii.of(task) }));
  return { reach, tasks };
}

/** What people call the tasks on the way to one of them, that one last. */
export const pathOf = (tasks: readonly Task[]): string[] => tasks.map(taskLabel);

/** As people read it: `each/remove`. */
export const pathText = (path: readonly string[]): string => path.join('/');
