/** Has a parameter of every kind, takes a while, asks for an approval, and then does something risky. */
export const asking = `FormatVersion: OOS-2019-06-01
Description: Removes instances after a colleague has agreed
Parameters:
  owner:
    Type: String
    Label: Owner of the instances
    Description: Their team, in small letters
    AllowedPattern: '^[a-z]+$'
  size:
    Type: String
    AllowedValues: [small, large]
    Default: small
  count:
    Type: Number
    MaxValue: 9
    Default: 1
  force:
    Type: Boolean
    Default: false
  names:
    Type: List
    Default: [first, second]
  zones:
    Type: List
    AllowedValues: [north, south]
    Default: [north]
  more:
    Type: Json
    Default: { ticket: 1 }
  password:
    Type: String
    NoEcho: true
    MinLength: 8
Tasks:
  - Name: nap
    Action: ACS::Sleep
    Properties:
      Duration: PT2M
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: https://example.com/{{ owner }}
        Content:
          text: '{{ size }} {{ count }} {{ force }} {{ zones }} {{ more }} {{ password }}'
  - Name: remove
    Action: ACS::ExecuteAPI
    Loop:
      Items: '{{ names }}'
    Properties:
      Service: ECS
      API: DeleteInstance
      Parameters:
        InstanceId: '{{ ACS::TaskLoopItem }}'
Outputs:
  owner:
    Type: String
    Value: '{{ owner }}'
`;

/** Waits to be confirmed at once. */
export const removing = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: remove
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DeleteInstance
      Parameters:
        InstanceId: i-precious
`;

/** Waits for one person after the other. */
export const asksTwice = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: first
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: https://example.com
        Content:
          text: Shall it begin?
  - Name: second
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook:
        URI: https://example.com
        Content:
          text: Shall it go on?
`;

/** The least that can be published. */
export const napping = (duration = 'PT1M') => `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: ${duration}
`;

/** Goes on for hours. */
export const sleeping = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: doze
    Action: ACS::Sleep
    Properties:
      Duration: PT23H
`;

/** With `answersToFailing` its first task fails once, and its second one always. */
export const failing = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: StartInstance
      Parameters:
        InstanceId: i-1
  - Name: tell
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: SendFile
      Parameters:
        InstanceId: [i-1]
        Name: note
        TargetDir: /tmp
        Content: done
`;

const failure = (message: string) => ({ $error: { code: 'Busy', message } });

export const answersToFailing = {
  'ECS:StartInstance': [failure('The instance is busy.'), {}],
  'ECS:SendFile': failure('The instance is gone.'),
};

export const looping = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Sleep
    Loop:
      Items: [left, right]
    Properties:
      Duration: PT1S
`;

/** Two short tasks, for who goes from one to the next. */
export const debugged = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: first
    Action: ACS::Sleep
    Properties:
      Duration: PT1S
  - Name: second
    Action: ACS::Sleep
    Properties:
      Duration: PT1S
`;
