import { beforeEach, expect, test, vi } from 'vitest';
import type { PublishedTemplates } from '../../../client/src/templates/publishedTemplates.ts';
import { openTemplate } from '../../../client/src/templates/templateCommands.ts';
import type { Toolkit } from '../../../client/src/toolkit.ts';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';

const shown: unknown[] = [];
vi.mock('vscode', () => ({
  window: {
    withProgress: (_: unknown, work: () => unknown) => work(),
    showTextDocument: async (uri: unknown) => void shown.push(uri),
  },
}));
beforeEach(() => void shown.splice(0));

const asked: unknown[] = [];
const open = (getTemplate: (request: object) => Promise<unknown>, version?: string) => {
  const cloud = { connection: { region: 'cn-hangzhou' }, api: { getTemplate } };
  const toolkit = { connections: { cloud: async () => cloud } } as unknown as Toolkit;
  const published = { uriOf: (found: unknown) => found } as unknown as PublishedTemplates;
  return openTemplate(toolkit, published, { TemplateName: 'nap', TemplateVersion: 'v2' } as ListedTemplate, version);
};

test('opens the newest version, or the one that is named', async () => {
  const answer = async (request: object) => {
    asked.push(request);
    return request;
  };
  await open(answer);
  await open(answer, 'v1');
  const of = (TemplateVersion: string) => ({ TemplateName: 'nap', TemplateVersion, RegionId: 'cn-hangzhou' });
  expect(asked).toEqual([of('v2'), of('v1')]);
  expect(shown).toEqual(asked);
});

test('opens nothing where it cannot be had, and the reason stays as it is', async () => {
  const gone = new Error('There is no template "nap".');
  await expect(open(() => Promise.reject(gone))).rejects.toBe(gone);
  expect(shown).toEqual([]);
});
