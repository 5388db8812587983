/** A template of these tasks. */
export const template = (tasks: readonly string[], more = ''): string =>
  `FormatVersion: OOS-2019-06-01\n${more}Tasks:\n${tasks.join('')}`;

export const sleep = (name: string, duration = 'PT1S', more = ''): string =>
  `  - Name: ${name}\n    Action: ACS::Sleep\n    Properties: { Duration: ${duration} }\n${more}`;

export const approve = (name: string): string => `  - Name: ${name}
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: { URI: 'http://chat.example.com', Headers: {}, Content: { room: ops } }
      Approvers: []
`;

export const call = (name: string, api: string, more = ''): string =>
  `  - Name: ${name}\n    Action: ACS::ExecuteAPI\n    Properties: { Service: ECS, API: ${api}, Parameters: {} }\n${more}`;

export const loopOver = (items: string): string =>
  `    Loop: { Items: ${items}, RateControl: { Mode: Concurrency, MaxErrors: 0, Concurrency: 1 } }\n`;

/** A secret that appears nowhere but in the requests. */
export const secret = 'planted"Secret\\0815';

/** One that takes parameters, one of them secret, and tells what it has got. */
export const taking = template(
  [sleep('rest', "'{{ time }}'")],
  `Parameters:
  time: { Type: String, Default: PT1S }
  size: { Type: Number, AllowedValues: [1, 2], Description: { en: How big, zh-cn: 大小 } }
  password: { Type: String, NoEcho: true, MinLength: 8 }
Outputs:
  told: { Type: String, Value: '{{ size }} {{ password }}' }
`,
);
