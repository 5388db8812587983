import type { ParameterSpecs } from './parameterSpec.ts';
import type { Shapes } from './shape.ts';

/** One operation of the API, by its names on the wire. */
export interface OperationSpec {
  /** Whether it leaves everything in the account as it is, so that it may be asked again without harm. */
  readonly reads: boolean;
  readonly parameters: ParameterSpecs;
  /** The answer without its envelope and its RequestId. */
  readonly answer: Shapes;
  /** The member of the answer that a list comes in, page by page. */
  readonly items?: string;
}
