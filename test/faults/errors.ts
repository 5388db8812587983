import { inspect } from 'node:util';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { files } from './lines.ts';
import { planted } from './planted.ts';

/** What calls with the planted keys reject with, as far as a debugger or a log could show it. */
export async function thrown(endpoint: string): Promise<string[]> {
  const connection = explicitConnection({ name: 'me', region: 'cn-hangzhou', endpoint, credential: planted });
  const api = createOosApi(createTransport(connection, { timeout: 2000, wait: async () => undefined }));
  const Parameters = { password: planted.noEcho };
  const TemplateContent = files['set.oos.yml'] ?? '';
  const errors = await Promise.all(
    [
      api.getTemplate({ TemplateName: 'set' }),
      api.createTemplate({ TemplateName: 'set', Content: TemplateContent }),
      api.listExecutions(),
      api.startExecution({ TemplateContent, Parameters }),
      api.startExecution({ TemplateContent, Parameters }, { secrets: [planted.noEcho] }),
      api.startExecution({ TemplateContent: [Parameters] as never }),
      api.startExecution({ TemplateContent, Parameters: planted.noEcho as never }),
      api.notifyExecution({ ExecutionId: 'exec-1', NotifyType: 'ExecuteTask', TaskName: 'set', Parameters }),
      api.each('ListTemplates', {}).next(),
    ].map((call) =>
      call.then(
        () => new Error('it was answered'),
        (error: Error) => error,
      ),
    ),
  );
  return errors.flatMap((error) => [
    inspect(error, { depth: 9, showHidden: true }),
    `${error.stack}`,
    JSON.stringify(error),
  ]);
}
