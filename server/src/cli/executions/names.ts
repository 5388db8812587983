import type { RequestOf } from '../../cloud/api/operations.ts';

type Names<T extends string | undefined> = Readonly<Record<string, NonNullable<T>>>;

/** What is typed for a status, and what the API calls it. */
export const statuses: Names<RequestOf<'ListExecutions'>['Status']> = {
  started: 'Started',
  queued: 'Queued',
  running: 'Running',
  waiting: 'Waiting',
  success: 'Success',
  failed: 'Failed',
  cancelled: 'Cancelled',
  pending: 'Pending',
  skipped: 'Skipped',
};

/** The states that an execution can be given at its end. */
export const finalStatuses: Names<RequestOf<'NotifyExecution'>['ExecutionStatus']> = {
  success: 'Success',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export const modes: Names<RequestOf<'ListExecutions'>['Mode']> = {
  automatic: 'Automatic',
  debug: 'Debug',
  'failure-pause': 'FailurePause',
};

export const loopModes: Names<RequestOf<'StartExecution'>['LoopMode']> = {
  automatic: 'Automatic',
  'first-batch-pause': 'FirstBatchPause',
  'every-batch-pause': 'EveryBatchPause',
};

export const safetyChecks: Names<RequestOf<'StartExecution'>['SafetyCheck']> = {
  confirm: 'ConfirmEveryHighRiskAction',
  skip: 'Skip',
};
