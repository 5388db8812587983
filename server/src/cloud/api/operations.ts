import { executionOperations } from './executionOperations.ts';
import type { OperationSpec } from './operationSpec.ts';
import { otherOperations } from './otherOperations.ts';
import type { RequestFor } from './parameterSpec.ts';
import type { ReadFields } from './shape.ts';
import { templateOperations } from './templateOperations.ts';

/** The operations of OOS 2019-06-01 that are known in full: the 20 of the reference and three later ones. */
export const operations = { ...templateOperations, ...executionOperations, ...otherOperations } as const;

export type OperationName = keyof typeof operations;
type Spec<O extends OperationName> = (typeof operations)[O];

export type RequestOf<O extends OperationName> = RequestFor<Spec<O>['parameters']>;

/** What every answer tells besides its own members. */
interface Answered {
  /** To be given to support. */
  readonly RequestId: string | undefined;
  /** Where the envelope and the answer in it tell different ids: the inner one. */
  readonly InnerRequestId?: string;
}

export type AnswerOf<O extends OperationName> = ReadFields<Spec<O>['answer']> & Answered;

/** The operations whose answers come in pages. */
export type ListOperation = { [O in OperationName]: Spec<O> extends { items: string } ? O : never }[OperationName];

export type ItemOf<O extends ListOperation> = Spec<O>['items'] extends infer N extends keyof AnswerOf<O>
  ? AnswerOf<O>[N] extends readonly (infer I)[]
    ? I
    : never
  : never;

/** What is known of an operation; undefined for those beyond the table. Names are matched exactly, as the service does. */
export function operationSpec(name: string): OperationSpec | undefined {
  return Object.hasOwn(operations, name) ? operations[name as OperationName] : undefined;
}

/** Whether an operation leaves everything as it is. Of unknown ones only the plainest names are believed. */
export function isReadOnly(operation: string): boolean {
  return operationSpec(operation)?.reads ?? /^(?:Get|List|Describe|Search|Validate)[A-Z]/.test(operation);
}

/** Whether a person is to be asked first. */
export function changesCloud(operation: string): boolean {
  return !isReadOnly(operation);
}
