import { beforeEach, expect, test, vi } from 'vitest';
import type { ToForm } from '../../../client/src/run/formMessages.ts';
import type { Judgement } from '../../../client/src/run/judgement.ts';
import { RunForm } from '../../../client/src/run/runForm.ts';
import type { Scene } from '../../../client/src/run/scene.ts';
import type { Toolkit } from '../../../client/src/toolkit.ts';
import { explicitConnection } from '../../../server/src/cloud/connection.ts';
import { t } from '../translate.ts';

/** The page, the template and the service, as far as the form sees them. */
const around = vi.hoisted(() => ({
  posted: [] as ToForm[],
  hear: (_: unknown): void => undefined,
  text: '',
  scenes: [] as Promise<Scene>[],
  offers: undefined as Promise<Scene> | undefined,
  judgement: undefined as Promise<Judgement> | undefined,
}));

vi.mock('vscode', async () => {
  const { t } = await import('../translate.ts');
  return {
    l10n: { t },
    env: { language: 'en' },
    Uri: class {},
    workspace: {
      onDidChangeTextDocument: () => ({ dispose: () => undefined }),
      openTextDocument: async () => ({ getText: () => around.text }),
    },
  };
});
vi.mock('../../../client/src/webview/panel.ts', () => ({
  Panel: class {
    title = '';
    constructor(_: unknown, hear: (message: unknown) => void) {
      around.hear = hear;
    }
    post(message: ToForm): void {
      around.posted.push(message);
    }
    onDidClose = () => ({ dispose: () => undefined });
    withdraw = () => undefined;
    dispose = () => undefined;
  },
}));
vi.mock('../../../client/src/errorsIn.ts', () => ({}));
vi.mock('../../../client/src/run/scene.ts', async (original) => ({
  ...(await original<object>()),
  openScene: () => around.scenes.shift(),
  withOffers: (scene: Scene) => around.offers ?? Promise.resolve(scene),
}));
vi.mock('../../../client/src/run/judgement.ts', () => ({ judge: () => around.judgement }));
vi.mock('../../../client/src/run/source.ts', async (original) => ({
  ...(await original<object>()),
  factsOf: async () => facts,
}));

const good: Judgement = { problems: {}, doubts: {}, values: {}, options: {} };
const facts = { description: '', parameters: [], groups: [], tasks: [], riskyTasks: [] };
const credential = { accessKeyId: 'id', accessKeySecret: 'secret' };
const connection = explicitConnection({ name: 'me', region: 'cn-hangzhou', credential });
const uri = { scheme: 'file', path: '/nap.oos.yml', toString: () => 'file:///nap.oos.yml' };

beforeEach(() => {
  around.posted = [];
  around.text = 'as it was';
  around.offers = undefined;
  around.judgement = Promise.resolve(good);
});

/** A form for `nap.oos.yml`, which looks at these scenes in turn; `reconnect`: another connection is chosen. */
function open(...scenes: Promise<Scene>[]) {
  around.scenes = scenes;
  let reconnect = (): void => undefined;
  const connections = {
    cloud: async () => cloud,
    onDidChange: (listener: () => void) => {
      reconnect = listener;
      return { dispose: () => undefined };
    },
  };
  const context = { workspaceState: { get: (_: string, otherwise: unknown) => otherwise } };
  const toolkit = { connections, context, log: { error: () => undefined } } as unknown as Toolkit;
  const source = { kind: 'file', uri } as never;
  const form = new RunForm({ toolkit, source, onStarted: () => undefined, onClosed: () => undefined });
  return { form, reconnect };
}

const cloud = { connection } as Scene['cloud'];
const scene: Scene = {
  cloud,
  template: { label: 'nap', request: { TemplateContent: 'as it was' }, subject: { text: 'as it was', format: 'YAML' } },
  facts,
  offered: new Map(),
  errors: 0,
};
const notice = () => around.posted.findLast((it) => it.type === 'notice');
/** A busy machine takes its time. */
const soon = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 20_000, interval: 5 });
const shown = (type: ToForm['type']) => soon(() => around.posted.some((it) => it.type === type));

test('what an earlier look could not find out is no matter any more', async () => {
  let fail = (_: Error): void => undefined;
  const first = new Promise<Scene>((_, reject) => {
    fail = reject;
  });
  const { reconnect } = open(first, Promise.resolve(scene));
  reconnect();
  await shown('form');
  fail(new Error('The other one cannot be reached.'));
  await expect(first).rejects.toThrow();
  await new Promise((resolve) => setImmediate(resolve));
  expect(notice()).toEqual({ type: 'notice', tone: 'none', text: '' });
});

test('what the last look could not find out is told', async () => {
  open(Promise.reject(new Error('It cannot be reached.')));
  await soon(() => notice()?.text === 'It cannot be reached.');
});

test.each(['review', 'changed'])('what is judged by an earlier look is no matter any more (%s)', async (type) => {
  let settle = (_: Judgement): void => undefined;
  around.judgement = new Promise((resolve) => {
    settle = resolve;
  });
  const { reconnect } = open(Promise.resolve(scene), Promise.resolve(scene));
  await shown('form');
  around.hear({ type, values: {}, options: {} });
  around.posted = [];
  reconnect();
  await shown('form');
  settle(good);
  await new Promise((resolve) => setImmediate(resolve));
  expect(around.posted.map((it) => it.type)).toEqual(['edit', 'notice', 'form', 'notice']);
});

test('why it is not started is told at once, however long the service takes to say what it offers', async () => {
  open(Promise.resolve(scene), Promise.resolve(scene));
  await shown('form');
  around.hear({ type: 'review', values: {}, options: {} });
  await shown('review');
  around.text = 'as it is now';
  around.offers = new Promise(() => undefined);
  around.hear({ type: 'start' });
  const text = t('Something has changed since. Look through it again before you start.');
  await soon(() => notice()?.text === text);
  expect(around.posted.at(-1)).toEqual({ type: 'notice', tone: 'failure', text });
});
