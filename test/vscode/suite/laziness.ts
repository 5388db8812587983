import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OosToolkit } from '../../../client/src/extension.ts';
import { closeAll, openFile, ownDiagnostics, settle, uriOf, waitFor } from './editor.ts';
import { watchOwnCalls } from './ownCalls.ts';
import { activationTime, loadedBundles, timeInOwnCode, watchActivation } from './ownCode.ts';

function extension(): vscode.Extension<OosToolkit> {
  const found = vscode.extensions.getExtension<OosToolkit>('oos-toolkit.oos-toolkit');
  assert.ok(found, 'the extension is installed');
  return found;
}

const repeat = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length));
const megabytes = (count: number): number => count * 1024 * 1024;

const otherKinds: readonly (readonly [what: string, ending: string, text: string])[] = [
  ['YAML of 1 MB', 'yaml', `services:\n${repeat('  - { name: web, image: nginx, ports: [80, 443] }\n', megabytes(1))}`],
  ['YAML of nothing but empty lines', 'yml', '\n'.repeat(megabytes(1))],
  [
    'JSON of 5 MB',
    'json',
    `[\n${repeat('  { "FormatVersion": "1.0", "Tasks": [{ "Name": "a" }] },\n', megabytes(5))}  {}\n]\n`,
  ],
  [
    'JSON of 2 MB on one line',
    'json',
    `{"rows":[${repeat('{"id":1,"text":"FormatVersion: OOS-"},', megabytes(2))}{}]}`,
  ],
];

/** In milliseconds of our code, for each document. */
const limit = 5;

describe('before the first template', function () {
  this.timeout(120_000);
  let own: ReturnType<typeof watchOwnCalls>;
  let activation: ReturnType<typeof watchActivation>;
  const asked: string[] = [];
  before(() => {
    own = watchOwnCalls();
    activation = watchActivation();
  });
  after(() => {
    activation.stop();
    own.stop();
  });
  afterEach(closeAll);

  it('is not there until a YAML or JSON text is opened', async function () {
    // Newer ones open JSON texts of their own when they start.
    if (Number(vscode.version.split('.')[1]) > 100) this.skip();
    await openFile('notes.md', '# Notes\n');
    await settle();
    assert.equal(extension().isActive, false);
    assert.deepEqual(loadedBundles(), []);
  });

  it('is active within 150 ms, leaves YAML of other kinds alone and starts no server', async () => {
    await openFile('inventory.yaml', 'services:\n  web: { image: nginx }\n');
    await waitFor('activation', () => extension().isActive);
    watchViews(extension().exports, asked);
    const waited = activationTime();
    // Other programs of the machine may come into the middle of ours. Nothing was seen where it was active before.
    const cost = activation.milliseconds || waited;
    console.info(`      VS Code waited for ${waited.toFixed(1)} ms, which cost ${cost.toFixed(1)} ms`);
    assert.ok(Math.min(waited, cost) < 150);
    const { document } = await openFile('stack.yml', "ROSTemplateFormatVersion: '2015-09-01'\nResources: {}\n");
    await settle();
    assert.equal(document.languageId, 'yaml');
    assert.equal(extension().exports.isServerStarted(), false);
  });

  it('leaves JSON of other kinds alone and starts no server', async () => {
    const { document } = await openFile('data.json', '{ "inner": { "FormatVersion": "OOS-2019-06-01" } }\n');
    await settle();
    assert.equal(document.languageId, 'json');
    assert.equal(extension().exports.isServerStarted(), false);
  });

  for (const [what, ending, text] of otherKinds) {
    it(`costs less than ${limit} ms of our code for ${what}`, async () => {
      const times: number[] = [];
      // Other programs of the machine may come into the middle of ours, so there is a second and a third chance.
      while (times.length < 3 && !times.some((it) => it < limit)) {
        const name = `${what.replaceAll(' ', '-')}-${times.length}.${ending}`;
        const open = async (): Promise<void> => {
          await openFile(name, text);
          await settle();
        };
        times.push(await timeInOwnCode(open));
      }
      console.info(`      ${times.map((it) => it.toFixed(2)).join(', ')} ms`);
      assert.ok(
        times.some((it) => it < limit),
        `${times.join(', ')} ms`,
      );
    });
  }

  it(`costs less than ${limit} ms of our code for each of 50 small texts`, async () => {
    const encoder = new TextEncoder();
    const uris = Array.from({ length: 50 }, (_, index) => uriOf(`small-${index}.${index % 2 === 0 ? 'yaml' : 'json'}`));
    for (const uri of uris) await vscode.workspace.fs.writeFile(uri, encoder.encode('{ "a": [1, 2, 3] }\n'));
    const all = await timeInOwnCode(async () => {
      for (const uri of uris) await vscode.workspace.openTextDocument(uri);
      await settle();
    });
    console.info(`      ${all.toFixed(2)} ms for all`);
    assert.ok(all / uris.length < limit, `${all} ms`);
  });

  it(`costs less than ${limit} ms of our code for each key in a long text`, async () => {
    const editor = await openFile('typing.yaml', repeat('key: value # of another kind\n', 100_000));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const keys = '# how it is';
    const all = await timeInOwnCode(async () => {
      for (const text of keys) await vscode.commands.executeCommand('type', { text });
      await settle();
    });
    console.info(`      ${all.toFixed(2)} ms for ${keys.length} keys`);
    assert.match(editor.document.lineAt(0).text, /^# how/);
    assert.ok(all / keys.length < limit, `${all} ms`);
  });

  it('has loaded, read, started, asked and filled nothing until then', () => {
    assert.deepEqual(loadedBundles(), ['extension.cjs']);
    assert.deepEqual(own.calls, []);
    assert.equal(asked.length, 0, asked.join());
    assert.equal(extension().exports.isServerStarted(), false);
  });

  it('starts the server when a template is opened', async () => {
    const time = await timeInOwnCode(async () => {
      const { document } = await openFile(
        'first.oos.yml',
        "FormatVersion: OOS-2019-06-01\nRamRole: '{{ noParameter }}'\n",
      );
      await waitFor('the server', () => extension().exports.isServerStarted());
      await waitFor('a finding', () => ownDiagnostics(document).length > 0);
    });
    console.info(`      ${time.toFixed(1)} ms of our code`);
    assert.ok(time > 0, 'the profiler sees our code');
    assert.deepEqual(loadedBundles(), ['extension.cjs', 'oos-language-client.cjs']);
    assert.deepEqual(
      own.calls.filter((it) => it.startsWith('child_process.')),
      ['child_process.fork'],
    );
  });

  it('fills the views when somebody looks', async () => {
    assert.equal(asked.length, 0);
    await vscode.commands.executeCommand('oos.templates.focus');
    await waitFor('the view of templates', () => asked.includes('templates'));
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
});

/** Notes which views VS Code asks for what stands in them. */
function watchViews({ views }: OosToolkit, asked: string[]): void {
  for (const [name, view] of Object.entries(views)) {
    const apply = (target: () => unknown, self: unknown, parameters: unknown[]): unknown => {
      asked.push(name);
      return Reflect.apply(target, self, parameters);
    };
    Object.assign(view, { getChildren: new Proxy(view.getChildren, { apply }) });
  }
}
