/**
 * One template in both notations. Marked, in this order: a parameter, a task, the first and the second use of the
 * parameter, a use of the task.
 */
export const navigationTemplates = {
  'navigation.oos.yml': `FormatVersion: OOS-2019-06-01
Parameters:
  <|zoneId|>: { Type: String }
Tasks:
  - Name: <|findThem|>
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { ZoneId: '{{ <|zoneId|> }}' }
    Outputs:
      ids: { Type: List, ValueSelector: 'Instances.Instance[].InstanceId' }
Outputs:
  zone: { Type: String, Value: '{{ <|zoneId|> }}' }
  ids: { Type: List, Value: '{{ <|findThem|>.ids }}' }
`,
  'navigation.oos.json': `{
  "FormatVersion": "OOS-2019-06-01",
  "Parameters": { "<|zoneId|>": { "Type": "String" } },
  "Tasks": [
    {
      "Name": "<|findThem|>",
      "Action": "ACS::ExecuteAPI",
      "Properties": {
        "Service": "ECS",
        "API": "DescribeInstances",
        "Parameters": { "ZoneId": "{{ <|zoneId|> }}" }
      },
      "Outputs": { "ids": { "Type": "List", "ValueSelector": "Instances.Instance[].InstanceId" } }
    }
  ],
  "Outputs": {
    "zone": { "Type": "String", "Value": "{{ <|zoneId|> }}" },
    "ids": { "Type": "List", "Value": "{{ <|findThem|>.ids }}" }
  }
}
`,
} as const;
