import { describe, expect, test } from 'vitest';
import { ExecuteCommandRequest, ResponseError } from 'vscode-languageserver/node';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/nap.oos.yml';
const text = `FormatVersion: OOS-2019-06-01
Tasks: [{ Name: nap, Action: 'ACS::Sleep', Properties: { Duration: PT1S } }]
`;

describe('a client that calls by itself', () => {
  /** The client answers each call by `reply`. */
  async function calling(
    reply: (operation: string, parameters: Record<string, string>, caller?: string) => unknown,
    more: object = {},
  ) {
    const { client } = await LspClient.start({
      initializationOptions: { cloud: 'client' },
      answer: (connection) =>
        connection.onRequest('oos/callApi', ({ operation, parameters, caller }) =>
          reply(operation, parameters, caller),
        ),
    });
    await client.open(uri, 'oos-yaml', text);
    const options = { uri, templateName: 'nap', ...more };
    return client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'oos.generatePolicy',
      arguments: [options],
    });
  }

  test('is asked, with parameters as the wire has them', async () => {
    const seen: unknown[] = [];
    const answer = await calling((operation, parameters) => {
      seen.push({ operation, parameters });
      return { body: { Policy: '{"Version":"1","Statement":[]}' }, requestId: 'R-1' };
    });
    expect(seen).toEqual([{ operation: 'GenerateExecutionPolicy', parameters: { TemplateName: 'nap' } }]);
    expect(answer).toMatchObject({ ok: true, requestId: 'R-1', policy: { Version: '1' } });
  });

  test('hears with each call for whom the command is carried out', async () => {
    const callers: unknown[] = [];
    const reply = (_operation: string, _parameters: object, caller?: string) => {
      callers.push(caller);
      return { body: { Policy: '{"Version":"1","Statement":[]}', RequestId: 'R-1' } };
    };
    await calling(reply, { caller: 'agreed-7' });
    await calling(reply);
    expect(callers).toEqual(['agreed-7', undefined]);
  });

  test('tells what went wrong as the service said it', async () => {
    const answer = await calling(() => {
      throw new ResponseError(1, 'no such', { code: 'EntityNotExists.Template', httpStatus: 404, requestId: 'R-2' });
    });
    expect(answer).toMatchObject({ ok: false, code: 'EntityNotExists.Template', requestId: 'R-2' });
  });

  test.each([null, undefined, 'yes', 7, [], {}, { body: null, requestId: 'R-1' }, { body: { error: 'sign in' } }])(
    'is told that it has made a mistake, when it answers with %j',
    async (reply) => {
      const answer = await calling(() => reply ?? null);
      expect(answer).toMatchObject({ ok: false, code: 'protocol', message: expect.stringContaining('oos/callApi') });
      expect(answer.message).toContain('GenerateExecutionPolicy');
    },
  );

  test('tells that it has no connection', async () => {
    const answer = await calling(() => {
      throw new ResponseError(1, 'Choose a connection first.');
    });
    expect(answer).toEqual({ ok: false, code: 'connection', message: 'Choose a connection first.' });
  });
});
