import type { Cloud } from '../connection/connections.ts';
import type { Followed } from './follow/followed.ts';

/** An execution, with the connection that it was found with: another one may be chosen by now. */
export interface ExecutionSubject {
  readonly id: string;
  readonly cloud: Cloud;
  readonly followed: Followed;
}
