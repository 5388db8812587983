import * as vscode from 'vscode';
import type { ExecutionCenter } from './executionCenter.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import type { ExecutionNode } from './tree/nodes.ts';

/** What a command was called with: an entry of the tree, or `{ executionId, taskName, confirmed, ... }`. */
export type Given = Readonly<Record<string, unknown>>;

/** A member that is a text. Undefined: it is empty, or something else. */
export const textOf = (given: Given, name: string): string | undefined => {
  const value = given[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Where something is to be opened. */
export const columnOf = ({ column }: Given): vscode.ViewColumn =>
  typeof column === 'number' ? column : vscode.ViewColumn.Beside;

/**
 * The execution that a command is about: the one that it was called for, else `front`. Lets the person choose where there is
 * neither; undefined when the person leaves.
 */
export async function givenSubject(
  center: ExecutionCenter,
  given: Given,
  front: string | undefined,
): Promise<ExecutionSubject | undefined> {
  const id = idOf(given) ?? front ?? (await center.choose());
  return id === undefined ? undefined : center.subjectOf(id);
}

function idOf(given: Given): string | undefined {
  const node = given as Partial<ExecutionNode>;
  if (node.kind === 'execution') return node.execution?.ExecutionId;
  return textOf(given, 'executionId');
}

/** The task that a command is about. */
export function givenTask(given: Given): string | undefined {
  const node = given as Partial<ExecutionNode>;
  return node.kind === 'task' ? node.task?.TaskName : textOf(given, 'taskName');
}

/** Whoever called the command has asked already. */
export const isConfirmed = ({ confirmed }: Given): boolean => confirmed === true;
