import type { OperationName } from '../../server/src/cloud/api/operations.ts';

type Body = Readonly<Record<string, unknown>>;

/** One call with the answers that the two generations of the service give to it, in the structure of the reference. */
export interface AnswerTwin {
  readonly operation: OperationName;
  readonly request: Body;
  /** The request on the wire. */
  readonly sent: Readonly<Record<string, string>>;
  /** As the models of the official libraries declare it. */
  readonly model: Body;
  /** As the samples of the reference of 2019 show it. */
  readonly sample2019: Body;
  /** What only one of the two tells. */
  readonly onlyModel?: readonly string[];
  readonly onlySample2019?: readonly string[];
}

export const requestId = '5D3C1E90-7A42-4B6F-9E11-0C8A2F4D6B77';
