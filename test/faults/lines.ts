import type { Surroundings } from '../cli/runOos.ts';
import { toJson } from '../support/toJson.ts';
import { planted } from './planted.ts';

/** A command line, and the person in front of it. */
export interface Line extends Pick<Surroundings, 'terminal' | 'answers' | 'stdin'> {
  readonly argv: readonly string[];
}

/** A template that hands a secret on to everything that shows something. */
const secretive = `FormatVersion: OOS-2019-06-01
Description: Sets a password
Parameters:
  password:
    Type: String
    NoEcho: true
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: { URI: 'https://example.com', Content: { password: '{{ password }}' } }
  - Name: set
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: ModifyInstanceAttribute
      Parameters: { InstanceId: i-1, Password: '{{ password }}' }
Outputs:
  used: { Type: String, Value: '{{ password }}' }
`;

const parameters = JSON.stringify({ password: planted.noEcho });

/** The files that the command lines are about. */
export const files: Readonly<Record<string, string>> = {
  'set.oos.yml': secretive,
  'set.oos.json': toJson(secretive),
  'wrong.oos.yml': secretive.replace('ACS::ExecuteAPI', 'ACS::ExecuteAPIs'),
  'strict.oos.yml': secretive.replace('NoEcho: true', 'NoEcho: true\n    MaxLength: 3\n    AllowedPattern: "[0-9]+"'),
  'secret.json': parameters,
  'broken.json': parameters.slice(0, -2),
  'list.yml': `- ${JSON.stringify(planted.noEcho)}\n`,
  'stray.yml': `password: [${JSON.stringify(planted.noEcho)}\nother: "`,
  'unknown.json': JSON.stringify({ passwort: planted.noEcho, password: [planted.noEcho] }),
};

const line = (text: string, more: Omit<Line, 'argv'> = {}): Line => ({ argv: text.split(' '), ...more });
const quiet = ['--params-file', 'secret.json', '--yes'];

/**
 * Whatever asks the service or deals with keys. In this order each line finds what those before it have left. `execution` is
 * one that has been started, `other` the one that was started last.
 */
export const lines = (execution = 'exec-0123', other = execution): readonly Line[] => [
  line('check set.oos.yml'),
  line('convert set.oos.yml --to json'),
  line('profiles'),
  line('validate set.oos.yml set.oos.json'),
  line('publish set.oos.yml --tag a=b --yes'),
  line('publish set.oos.yml --name set'),
  line('templates list'),
  line('templates show set'),
  line('templates versions set'),
  line('tags add set --tag c=d --yes'),
  line('tags list set'),
  line('tags remove set --key c --yes'),
  line('risk set.oos.yml'),
  line('preflight set.oos.yml'),
  line('policy set.oos.yml'),
  line('actions refresh'),
  line('actions list'),
  { argv: ['run', 'set', ...quiet, '--no-follow'] },
  line('executions list'),
  line(`executions show ${execution}`),
  line(`executions tasks ${execution}`),
  line(`executions template ${execution}`),
  line(`logs ${execution}`),
  { argv: ['run', 'set.oos.yml', ...quiet, '--no-follow', '--format', 'json'] },
  { argv: ['run', 'set', '-p', `password=${planted.noEcho}`, '--yes', '--no-follow', '--logs'] },
  { argv: ['run', 'set.oos.yml', '--logs'], terminal: true, answers: [planted.noEcho, 'y', 'a', 'a', 'a'] },
  { argv: ['run', 'set.oos.yml', '--params-file', '-', '--yes', '--no-follow'], stdin: parameters },
  { argv: ['api', 'StartExecution', '--TemplateName', 'set', '--Parameters', parameters, '--yes'] },
  { argv: ['api', 'ListTaskExecutions', '--ExecutionId', execution] },
  line(`notify ${execution} approve --note fine --yes`),
  line(`cancel ${other} --yes`),
  line(`executions delete ${execution} --force --yes`),
  line('templates delete set --yes'),
];

/** What is refused before anything is sent, or for a reason that lies in the values. */
export const mistaken: readonly Line[] = [
  line('validate wrong.oos.yml'),
  line('publish wrong.oos.yml --yes --force'),
  { argv: ['run', 'strict.oos.yml', ...quiet] },
  { argv: ['run', 'strict.oos.yml'], terminal: true, answers: [planted.noEcho, planted.noEcho] },
  { argv: ['run', 'strict.oos.yml', '-p', `password=${planted.noEcho}`, '--yes'] },
  ...['broken.json', 'list.yml', 'stray.yml', 'unknown.json'].map(
    (file): Line => ({ argv: ['run', 'set.oos.yml', '--params-file', file, '--yes', '--no-follow'] }),
  ),
  { argv: ['run', 'set.oos.yml', '-p', planted.noEcho] },
  { argv: ['run', 'set.oos.yml', '--params-file', '-'], stdin: `{"password": "${planted.noEcho}` },
  { argv: ['api', 'StartExecution', '--TemplateName', 'set', '--Parameters', parameters.slice(0, -3), '--yes'] },
  { argv: ['api', 'StartExecution', '--TemplateName', 'set', '--Parameters', JSON.stringify(planted.noEcho)] },
  { argv: ['api', 'StartExecution', '--TemplateName', 'set', '--Parametres', parameters] },
  { argv: ['notify', 'exec-0123', 'execute-task', '--task', 'set', '--parameters', parameters.slice(0, -3)] },
  { argv: ['notify', 'exec-0123', 'approve', '--parameters', parameters, '--yes'] },
];
