// A throw-away profile and an empty workspace, so that runs neither see each other nor the developer's settings.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '..', '..');

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
};

/** @param {Record<string, unknown>} settings user settings on top of the quiet ones */
export function makeSandbox(settings = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oos-vscode-'));
  const sandbox = {
    folder,
    data: path.join(folder, 'server-data'),
    workspace: path.join(folder, 'workspace'),
    result: path.join(folder, 'result.json'),
    log: path.join(folder, 'server.log'),
    remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  fs.mkdirSync(sandbox.workspace);
  // code-server reads the user's settings from disk; any other VS Code server reads the machine's.
  for (const scope of ['User', 'Machine']) {
    const home = path.join(sandbox.data, 'data', scope);
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }
  return sandbox;
}

/**
 * Prepares a sandbox for Chinese as display language. VS Code's own words stay English without a real language pack.
 * @returns the locale to start the server with
 */
export function addChinese(sandbox) {
  const translation = path.join(sandbox.folder, 'main.i18n.json');
  fs.writeFileSync(translation, JSON.stringify({ '': [''], version: '1.0.0', contents: {} }));
  const pack = {
    hash: '0123456789abcdef',
    extensions: [{ extensionIdentifier: { id: 'local.vscode-language-pack-zh-hans' }, version: '1.0.0' }],
    translations: { vscode: translation },
    label: '中文(简体)',
  };
  fs.writeFileSync(path.join(sandbox.data, 'data', 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
  return 'zh-cn';
}
