/** A template that lists instances. */
export const listing = `FormatVersion: OOS-2019-06-01
Description: Lists instances
Parameters:
  status:
    Type: String
    AllowedValues: [Running, Stopped]
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        Status: '{{ status }}'
    Outputs:
      ids:
        Type: List
        ValueSelector: Instances.Instance[].InstanceId
Outputs:
  ids:
    Type: List
    Value: '{{ describe.ids }}'
`;

/** A template that sleeps. */
export const sleeping = (duration = 'PT1M', description = 'Sleeps') =>
  `FormatVersion: OOS-2019-06-01
Description: ${description}
Tasks:
  - Name: nap
    Action: ACS::Sleep
    Properties:
      Duration: ${duration}
`;

/** A task that calls an operation. */
export const calling = (name: string, api: string, more = '') => `
  - Name: ${name}
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: ${api}, Parameters: { InstanceId: i-1 } }${more}`;
/** A template of these tasks. */
export const template = (tasks: string, more = '') => `FormatVersion: OOS-2019-06-01\n${more}Tasks:${tasks}\n`;

/** A prepared answer that is a failure. */
export const failing = (message: string) => ({ $error: { code: 'InvalidInstance.NotFound', message } });
