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
