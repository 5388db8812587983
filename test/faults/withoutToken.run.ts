import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { sleeping } from '../emulator/contents.ts';
import { folderWith } from '../support/folder.ts';
import { localOos } from '../support/localOos.ts';
import { startsIn } from './audit.ts';

// The counterpart of calls.run.ts: shows that its faults do double executions, and that its way of counting sees it.
test('who starts again without a ClientToken starts some executions twice', async () => {
  const folder = folderWith({});
  const place = { dataFile: join(folder, 'oos.journal'), keyFolder: folder };
  const local = await localOos({ ...place, faults: ['drop=0.5'] });
  const connection = explicitConnection({
    name: 'careless',
    region: local.region,
    endpoint: local.endpoint,
    credential: local,
  });
  const transport = createTransport(connection);
  for (let count = 0; count < 20; count++) {
    const parameters = { TemplateContent: sleeping(), Description: `start-${count}` };
    const start = () => transport.call('StartExecution', parameters);
    await start()
      .catch(start)
      .catch(start)
      .catch(() => undefined);
  }
  await local.close();
  const starts = startsIn(place, ({ description }) => description);
  expect([...starts.values()].filter((count) => count > 1).length).toBeGreaterThan(0);
});
