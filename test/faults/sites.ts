import { request as send } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Emulator, EmulatorOptions } from '../../server/src/emulator/emulator.ts';
import { answered, dropped, fakeService, listening, type Seen } from '../support/fakeService.ts';
import { localOos } from '../support/localOos.ts';
import { planted } from './planted.ts';

/** A service that the planted keys are used with, until the test is over. Where it keeps something, it does so in the folder. */
export type Site = (folder: string) => Promise<Pick<Emulator, 'endpoint'>>;

const { noEcho: _, ...owner } = planted;
/** Something fails, so that there is a failure to tell of. */
const answers = {
  'ECS:ModifyInstanceAttribute': { $error: { code: 'OperationDenied', message: 'This instance is locked.' } },
};

/** A Local OOS that belongs to whoever has the planted keys. */
const own =
  (options: Partial<EmulatorOptions> = {}) =>
  (folder: string): Promise<Emulator> =>
    localOos({ owner, answers, dataFile: join(folder, 'oos.journal'), keyFolder: folder, ...options });

/** Everything that a service gets to know of its caller, and the secret, as if it knew that too. */
function quoted({ method, url, headers, form }: Seen): string {
  const { Parameters = '', TemplateContent: _content, Content: __, ...others } = form;
  const { 'x-acs-security-token': token = '', ...rest } = headers;
  const lines = [...Object.entries(others), ...Object.entries(rest)].map((pair) => pair.join('='));
  return [Parameters, token, owner.accessKeyId, owner.accessKeySecret, ...lines, `${method} ${url}`].join(' ');
}

const refusing = (status: number, Code: string, before: string) =>
  fakeService((response, seen) => {
    const said = quoted(seen);
    const body = { Code, Message: `${before} ${said}`, RequestId: 'R-1', AccessDeniedDetail: { Quoted: said } };
    answered(body, status)(response, seen);
  });

/** Shows what a Local OOS hides: the values of NoEcho parameters. */
async function talking(folder: string) {
  const { endpoint } = await own()(folder);
  const value = JSON.stringify(planted.noEcho).slice(1, -1);
  const address = await listening(async (message, response) => {
    const { method, headers } = message;
    const body = await text(message);
    const forwarded = send(endpoint, { method, headers }, async (answer) => {
      const whole = (await text(answer)).replaceAll('******', value);
      response.writeHead(answer.statusCode ?? 500, { 'content-type': 'application/json' });
      response.end(whole);
    });
    forwarded.end(body);
  });
  return { endpoint: address };
}

export const sites = {
  'that does what it is asked': own(),
  'that shows what is secret': talking,
  'that knows another secret': own({ owner: { ...owner, accessKeySecret: 'quite another one' } }),
  'that knows no token': own({ owner: { ...owner, securityToken: undefined } }),
  'that answers garbage': own({ faults: ['garble=1'] }),
  'that has trouble': own({ faults: ['5xx=1'] }),
  'that quotes what it refuses': () => refusing(400, 'InvalidParameter', 'There is something wrong with'),
  'that quotes what was signed': () => refusing(400, 'SignatureDoesNotMatch', 'server string to sign is:'),
  'that quotes in its trouble': () => refusing(500, 'InternalError', 'Could not handle'),
  'that quotes on a page': () =>
    fakeService((response, seen) => answered(`<html>${quoted(seen)}</html>`, 200)(response, seen)),
  'that hangs up': () => fakeService(dropped),
} as const satisfies Readonly<Record<string, Site>>;
