// Refuses a packaged extension above the limit of size. What is in it is tested in test/package/contents.test.ts.
import * as fs from 'node:fs';

const file = 'oos-toolkit.vsix';
const limit = 4 * 1024 * 1024;
const { size } = fs.statSync(file);
console.log(`${file}: ${(size / 1024).toFixed(0)} KiB of at most ${limit / 1024} KiB`);
if (size > limit) {
  console.error('The package is too large. See what "files" in package.json takes in.');
  process.exitCode = 1;
}
