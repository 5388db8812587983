// The same suite in desktop VS Code, which is downloaded, or taken from VSCODE_EXECUTABLE. Linux without a screen needs
// `xvfb-run -a` in front.
import * as path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { makeSandbox, repository } from './sandbox.mjs';

const sandbox = makeSandbox();
const executable = process.env.VSCODE_EXECUTABLE;
try {
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : { version: process.env.VSCODE_VERSION ?? 'stable' }),
    extensionDevelopmentPath: repository,
    extensionTestsPath: path.join(repository, 'out', 'vscode-suite', 'index.cjs'),
    launchArgs: [
      sandbox.workspace,
      '--disable-extensions',
      `--user-data-dir=${path.join(sandbox.folder, 'user-data')}`,
    ],
  });
} finally {
  sandbox.remove();
}
