/** What the field that says how something is doing can be, as far as templates wait for it. */
interface States {
  /** What they wait for, the usual one first. */
  readonly wanted: readonly string[];
  /** What it becomes when it goes wrong. */
  readonly failed: readonly string[];
}

type Row = readonly [wanted: string, failed?: string];

/** By operation. Source: the values in ACS::WaitFor and ACS::CheckFor of the public templates, and the states of OOS executions. */
const rows: Readonly<Record<string, Row>> = {
  DescribeInstances: ['Running Stopped Starting Stopping'],
  DescribeDisks: ['In_use Available'],
  DescribeImages: ['Available'],
  DescribeSnapshots: ['accomplished', 'failed'],
  DescribeEipAddresses: ['Available InUse'],
  DescribeNetworkInterfaces: ['Available InUse'],
  DescribeInvocations: ['Finished Success', 'Failed Stopped'],
  DescribeDBInstances: ['Running'],
  DescribeDBInstanceAttribute: ['Running'],
  DescribeDatabases: ['Running'],
  DescribeDesktops: ['Running Stopped'],
  DescribeContainerGroups: ['Running', 'Failed'],
  DescribeScalingGroups: ['Active Inactive'],
  DescribeClients: ['ACTIVATED', 'INSTALL_FAILED'],
  GetOrderDetail: ['Paid', 'Cancelled'],
  GetStack: [
    'CREATE_COMPLETE DELETE_COMPLETE UPDATE_COMPLETE',
    'CREATE_FAILED CHECK_FAILED ROLLBACK_FAILED ROLLBACK_COMPLETE CREATE_ROLLBACK_COMPLETE CREATE_ROLLBACK_FAILED DELETE_FAILED',
  ],
  ListExecutions: ['Success', 'Failed Cancelled'],
};

const byName = new Map(Object.entries(rows).map(([name, row]) => [name.toLowerCase(), row]));

/** The states that an operation tells of, without regard to letter case. Undefined: not known. */
export function statesOf(operation: string): States | undefined {
  const row = byName.get(operation.toLowerCase());
  if (!row) return undefined;
  const [wanted, failed = ''] = row;
  return { wanted: wanted.split(' '), failed: failed.split(' ').filter((it) => it !== '') };
}
