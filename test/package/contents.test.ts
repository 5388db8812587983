import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

/** Everything that a user may get. A file outside this list is a mistake in `files` of package.json. */
const expected = [
  /^dist\/(?:extension|oos|oos-language-(?:client|server)|oos-lsp|oos-transport|oos-credentials)\.cjs$/,
  /^schemas\/(?:[\w-]+\/)?[\w.-]+\.(?:bin|json|md)$/,
  /^syntaxes\/oos-(?:expression|json|yaml)\.tmLanguage\.json$/,
  /^client\/language\/oos-(?:json|yaml)\.language-configuration\.json$/,
  /^l10n\/bundle\.l10n\.zh-cn\.json$/,
  /^client\/images\/(?:icon\.png|oos\.svg)$/,
  /^client\/media\/\w+\.(?:css|js|svg)$/,
  /^client\/walkthrough\/\w+(?:\.nls\.zh-cn)?\.md$/,
  /^gallery\/[\w-]+\.oos\.yml$/,
  /^sample-workspace\/(?:[\w-]+\.oos\.(?:yml|json)|README(?:\.zh-cn)?\.md)$/,
  /^package(?:\.nls(?:\.zh-cn)?)?\.json$/,
  /^(?:README\.md|CHANGELOG\.md|LICENSE|NOTICE)$/,
];

test('the extension holds what it needs and nothing else', { timeout: 180_000 }, () => {
  const vsce = path.join(repository, 'node_modules', '@vscode', 'vsce', 'vsce');
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
    cwd: repository,
    encoding: 'utf8',
  });
  const files = listed.trim().split(/\r?\n/);
  expect(files.filter((file) => !expected.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(expected.filter((pattern) => !files.some((file) => pattern.test(file)))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      'dist/extension.cjs',
      'dist/oos-credentials.cjs',
      'dist/oos-language-client.cjs',
      'dist/oos-language-server.cjs',
      'dist/oos-lsp.cjs',
      'dist/oos-transport.cjs',
      'dist/oos.cjs',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'README.md',
      'LICENSE',
      'NOTICE',
    ]),
  );
});
