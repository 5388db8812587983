// A Local OOS in which something has happened already: templates are published, and executions have ended or wait.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the guide leaves to the reader to publish. */
const unpublished = ['fix-me.oos.yml'];

/** One each that succeeds with several rounds, succeeds with children, fails, and waits for somebody. */
const executions = [
  { template: 'create-instances', values: { password: 'Invented-1' } },
  { template: 'prepare-fleet', values: {} },
  { template: 'check-disks', values: {} },
  { template: 'clean-up-snapshot', values: {} },
];

/**
 * @param {string} program the bundle of the command line
 * @returns what the service has printed about itself as `line`, `fill(folder)` with the folder of the samples, and `stop()`
 */
export async function startSampleService(program) {
  const child = spawn(process.execPath, [program, 'emulator'], { stdio: ['ignore', 'pipe', 'pipe'] });
  // Not handed down: to a terminal it would say how to end it, which is for us to say.
  child.stderr.pipe(process.stderr);
  const exited = once(child, 'exit');
  const ended = exited.then(() => Promise.reject(new Error('The Local OOS did not start.')));
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  // From now on it may end.
  ended.catch(() => undefined);
  return {
    line,
    fill: (folder) => fill(program, folder, JSON.parse(line)),
    async stop() {
      child.kill();
      await exited;
    },
  };
}

async function fill(program, folder, service) {
  const env = environmentFor(service);
  const oos = (...parameters) => run(process.execPath, [program, ...parameters, '--yes'], { cwd: folder, env });
  const templates = fs.readdirSync(folder).filter((name) => name.includes('.oos.') && !unpublished.includes(name));
  await oos('publish', ...templates);
  for (const { template, values } of executions) {
    const given = Object.entries(values).flatMap(([name, value]) => ['-p', `${name}=${value}`]);
    await oos('run', template, '--no-follow', ...given);
  }
}

/** Without anything that the user has set for a real account. */
function environmentFor({ endpoint, accessKeyId, accessKeySecret, region }) {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:ALIBABA_?CLOUD|ALIYUN)_/i.test(name));
  return {
    ...Object.fromEntries(others),
    ALIBABA_CLOUD_ENDPOINT: endpoint,
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_REGION_ID: region,
  };
}
