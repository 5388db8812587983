/** What our grammars must colour on top of any YAML or JSON grammar: the scopes of the marked ranges, in their order. */
export interface ColourCase {
  readonly title: string;
  readonly yaml: string;
  readonly json: string;
  readonly scopes: readonly string[];
}

export const colourCases: readonly ColourCase[] = [
  {
    title: 'a parameter',
    yaml: "regionId: '<|{{|> <|region-id|> <|}}|>'",
    json: '{ "regionId": "<|{{|> <|region-id|> <|}}|>" }',
    scopes: [
      'punctuation.definition.template-expression.begin.oos',
      'variable.parameter.oos',
      'punctuation.definition.template-expression.end.oos',
    ],
  },
  {
    title: 'an output of a task inside a text',
    yaml: 'text: "is {{<|findVm|><|.|><|state|>}} now"',
    json: '{ "text": "is {{<|findVm|><|.|><|state|>}} now" }',
    scopes: ['entity.name.type.task.oos', 'punctuation.accessor.oos', 'variable.other.property.output.oos'],
  },
  {
    title: 'a path into the answer of a task',
    yaml: "text: '{{ list.<|Regions|>.<|Region|><|[|><|0|><|]|><|?|><|.|><|RegionId|> }}'",
    json: '{ "text": "{{ list.<|Regions|>.<|Region|><|[|><|0|><|]|><|?|><|.|><|RegionId|> }}" }',
    scopes: [
      'variable.other.property.output.oos',
      'variable.other.property.output.oos',
      'keyword.operator.path.oos',
      'constant.numeric.index.oos',
      'keyword.operator.path.oos',
      'keyword.operator.path.oos',
      'punctuation.accessor.oos',
      'variable.other.property.output.oos',
    ],
  },
  {
    title: 'pseudo-parameters, in any letter case',
    yaml: "text: '{{ <|ACS::RegionId|> }} {{<|acs::accountid|>}}'",
    json: '{ "text": "{{ <|ACS::RegionId|> }} {{<|acs::accountid|>}}" }',
    scopes: ['variable.other.constant.pseudo-parameter.oos', 'variable.other.constant.pseudo-parameter.oos'],
  },
  {
    title: 'the parameter store',
    yaml: "text: '{{ <|oos-secret|><|:|><|team/db-password|> }} {{<|oos|>:<|image|>}}'",
    json: '{ "text": "{{ <|oos-secret|><|:|><|team/db-password|> }} {{<|oos|>:<|image|>}}" }',
    scopes: [
      'keyword.other.store.oos',
      'punctuation.separator.store.oos',
      'constant.other.placeholder.store.oos',
      'keyword.other.store.oos',
      'constant.other.placeholder.store.oos',
    ],
  },
  {
    title: 'an action and a jump',
    yaml: 'Action: "<|ACS::ECS::RunCommand|>"\nOnError: "<|ACS::END|>"',
    json: '{ "Action": "<|ACS::ECS::RunCommand|>",\n "OnError": "<|ACS::END|>" }',
    scopes: ['entity.name.function.action.oos', 'keyword.control.jump.oos'],
  },
  {
    title: 'a function as key and as value',
    yaml: '<|Fn::Equals|>: []\nAggregateType: "<|Fn::ListJoin|>"',
    json: '{ "<|Fn::Equals|>": [],\n "AggregateType": "<|Fn::ListJoin|>" }',
    scopes: ['support.function.oos', 'support.function.oos'],
  },
  {
    title: 'nothing behind braces that stay open',
    yaml: "first: '<|{{ lone|>'\nsecond: '<|}} {{|>', '}}'",
    json: '{ "first": "<|{{ lone|>",\n "second": ["<|}} {{|>", "}}"] }',
    scopes: ['none of ours', 'none of ours'],
  },
];
