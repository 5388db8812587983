// Runs the Mocha suite in the extension host of a real VS Code. The exit code is 0 only when every test passed.
//   --vsix FILE     the packaged extension, installed as a user installs it; else the extension as it lies in this folder
//   --chinese       with Chinese as display language
//   --newest        in the newest VS Code that is tried; else in the newest that runs on Node 20
import * as fs from 'node:fs';
import * as path from 'node:path';
import { format, parseArgs } from 'node:util';
import { newestVersion } from './install.mjs';
import { addChinese, makeSandbox, repository } from './sandbox.mjs';
import { installExtension, openBrowser, startServer } from './workbench.mjs';

const longest = Number(process.env.OOS_SUITE_LIMIT_MS ?? 300_000);
const suite = path.join(repository, 'out', 'vscode-suite', 'index.cjs');
const { vsix, chinese, newest } = parseArgs({
  options: { vsix: { type: 'string' }, chinese: { type: 'boolean' }, newest: { type: 'boolean' } },
}).values;
if (newest) process.env.VSCODE_SERVER_VERSION ||= newestVersion;

const sandbox = makeSandbox();
const underTest = vsix ? installedExtension(path.resolve(vsix)) : repository;
const server = await startServer(sandbox, {
  takesTests: true,
  environment: { OOS_SUITE_RESULT: sandbox.result },
  ...(chinese ? { locale: addChinese(sandbox) } : {}),
});
let passed = false;
try {
  passed = await inBrowser();
} finally {
  await server.stop();
}
if (passed) sandbox.remove();
process.exitCode = passed ? 0 : 1;

/** @returns {Promise<boolean>} whether all is well, by what the workbench says and by what the suite wrote down */
async function inBrowser() {
  const { browser, page } = await openBrowser();
  try {
    const outcome = await runInPage(page);
    if (outcome === 0 && everyTestPassed()) return true;
    await page.screenshot({ path: path.join(sandbox.folder, 'failure.png') }).catch(() => {});
    console.error(`The suite did not pass (${outcome}). Picture and log of the server: ${sandbox.folder}`);
    return false;
  } finally {
    await browser.close();
  }
}

/** VS Code runs tests only beside an extension that is loaded from its source, so an empty one stands in for it. */
function installedExtension(file) {
  installExtension(sandbox, file);
  const host = path.join(sandbox.folder, 'test-host');
  fs.mkdirSync(host);
  const manifest = { name: 'test-host', publisher: 'oos-toolkit-tests', version: '0.0.1', engines: { vscode: '*' } };
  fs.writeFileSync(path.join(host, 'package.json'), JSON.stringify(manifest));
  return host;
}

/** @returns 0, or what went wrong; the workbench calls the two exposed functions by these names */
async function runInPage(page) {
  let finish = () => {};
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  let reporting = false;
  await page.exposeFunction('codeAutomationLog', (type, parameters) => {
    const text = format(...parameters);
    // Before Mocha's first, empty line there is only the workbench's own talk.
    reporting ||= type === 'info' && text.trim() === '';
    if (process.env.OOS_SUITE_VERBOSE || (type === 'info' && reporting)) console.log(text);
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  page.on('crash', () => finish('the page crashed'));
  const patience = setTimeout(() => finish(`no end after ${longest} ms`), longest);
  await page.goto(
    server.url([
      ['extensionDevelopmentPath', server.uri(underTest)],
      ['extensionTestsPath', server.uri(suite)],
    ]),
  );
  const outcome = await finished;
  clearTimeout(patience);
  return outcome;
}

function everyTestPassed() {
  if (!fs.existsSync(sandbox.result)) return false;
  const { host, tests, failures } = JSON.parse(fs.readFileSync(sandbox.result, 'utf8'));
  const subject = vsix ? path.basename(vsix) : 'the source folder';
  const where = `VS Code ${host.version} (Node ${host.node}, ${host.language})`;
  console.log(`${where}, ${subject}: ${tests} tests, ${failures} failed`);
  return failures === 0 && tests > 0;
}
