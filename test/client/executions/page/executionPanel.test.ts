import { expect, test, vi } from 'vitest';
import type { ToExecution } from '../../../../client/src/executions/page/executionMessages.ts';
import { ExecutionPanel, type PanelParts } from '../../../../client/src/executions/page/executionPanel.ts';
import { explicitConnection } from '../../../../server/src/cloud/connection.ts';

vi.mock('vscode', () => ({ env: { language: 'en' }, l10n: { t: (text: string) => text } }));

const connection = explicitConnection({
  name: 'work',
  region: 'cn-hangzhou',
  credential: { accessKeyId: 'LTAIexampleKeyId', accessKeySecret: 'a secret' },
});

test('a page that the extension leaves behind says so, since nobody answers it any more', () => {
  const posted: ToExecution[] = [];
  const panel = {
    visible: true,
    hear: () => undefined,
    keep: () => undefined,
    post: (message: ToExecution) => posted.push(message),
    onDidChangeVisibility: () => undefined,
    onDidClose: () => undefined,
  };
  const followed = { standing: {}, onChange: () => () => undefined, hold: () => () => undefined };
  const subject = { id: 'exec-1', cloud: { connection }, followed };
  const page = new ExecutionPanel({ panel, subject } as unknown as PanelParts);
  page.leave();
  expect(posted.at(-1)).toEqual({
    type: 'notice',
    tone: 'failure',
    text: 'The extension was restarted. Close this tab and open the execution again.',
  });
});
