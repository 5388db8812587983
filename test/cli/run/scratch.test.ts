import { test } from 'vitest';
import { folderWith } from '../runOos.ts';
import { sharedService } from '../cloud/service.ts';

const service = sharedService();
const text = `FormatVersion: OOS-2019-06-01
Parameters:
  time: { Type: String, Default: PT1S }
  size: { Type: Number, AllowedValues: [1, 2] }
  password: { Type: String, NoEcho: true }
Tasks:
  - Name: rest
    Action: ACS::Sleep
    Properties: { Duration: '{{ time }}' }
  - Name: ask
    Action: ACS::Approve
    Properties: { NotifyType: WebHook, WebHook: {URI: 'http://x', Headers: {}, Content: {a: '{{ password }}'}}, Approvers: [] }
  - Name: each
    Action: ACS::Sleep
    Properties: { Duration: PT1S }
    Loop: { Items: [a, b, c], RateControl: {Mode: Concurrency, MaxErrors: 0, Concurrency: 1} }
  - Name: kill
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DeleteInstance, Parameters: { InstanceId: i-1 } }
Outputs:
  slept: { Type: String, Value: '{{ time }} {{ password }}' }
`;
test('x', async () => {
  const cwd = folderWith({ 'a.oos.yml': text });
  for (const [argv, more] of [
    [['run', 'a.oos.yml'], {}],
    [['run', 'a.oos.yml', '-p', 'size=3', '-p', 'sice=2', '--lang', 'zh-cn'], {}],
    [['run', 'a.oos.yml', '-p', 'size=2', '--logs'], { terminal: true, answers: ['hunter2-secret', 'y', '', 'a', 'approve'] }],
    [['run', 'a.oos.yml', '-p', 'size=2', '-p', 'password=hunter2-secret', '--yes', '--timeout', '5s'], { }],
    [['executions', 'list'], {}],
  ] as const) {
    const d = await service.oos(argv, { cwd, ...more });
    console.log(argv.join(' '), d.code, '\n' + d.stdout + '\n----\n' + d.stderr);
  }
});
