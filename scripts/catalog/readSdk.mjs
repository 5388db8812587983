// Makes the intermediate form of the operations (see schemas/README.md) from clones of two public repositories: SDK of
// aliyun/alibabacloud-typescript-sdk, META of aliyun/aliyun-openapi-meta. Answers are kept of the services named.
// node scripts/catalog/readSdk.mjs SDK META CATALOG.json[.gz] RESPONSES.json[.gz] [SERVICE...]
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { byText, sortedEntries } from './jsonFiles.mjs';
import { addMetadata } from './sdk/metadata.mjs';
import { readClasses } from './sdk/models.mjs';
import { readOperations } from './sdk/operations.mjs';

const [sdk, meta, catalogFile, responsesFile, ...answering] = process.argv.slice(2);
if (responsesFile === undefined) {
  console.error('usage: node scripts/catalog/readSdk.mjs SDK META CATALOG.json[.gz] RESPONSES.json[.gz] [SERVICE...]');
  process.exit(2);
}

/** Services that OOS knows under another code than their package has. */
const aliases = { fc: ['fc', 'fc-open'], mns: ['mns-open'], redis: ['r-kvstore'] };

/** The packages are named after service and version: `ecs-20140526`. */
const VERSION = /-(?:\d{7,8}|[a-z0-9]+_\d_\d|[\d_]+)$/;

const read = (path) => readFileSync(path, 'utf8');

function readPackage(name) {
  const source = join(sdk, name, 'src');
  if (!existsSync(join(source, 'client.ts'))) return undefined;
  const client = read(join(source, 'client.ts'));
  const models = existsSync(join(source, 'models')) ? readdirSync(join(source, 'models')) : [];
  const texts = models.filter((file) => file !== 'model.ts').map((file) => read(join(source, 'models', file)));
  const classes = new Map([client, ...texts].flatMap((text) => [...readClasses(text)]));
  return readOperations(client, classes);
}

function commitOf(folder) {
  return execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
}

const services = new Map();
const responses = new Map();
for (const name of readdirSync(sdk).sort(byText)) {
  const found = readPackage(name);
  if (!found) continue;
  const code = name.replace(VERSION, '');
  const service = services.get(code) ?? { code, versions: {} };
  service.versions[found.version] = { style: found.style, apis: found.apis };
  services.set(code, service);
  if (answering.length === 0 || answering.some((it) => it.toLowerCase() === code)) {
    responses.set(code, { ...responses.get(code), [found.version]: found.responses });
  }
}
addMetadata(services, meta);

/** The version of the list of products, or else the newest one. */
function complete(service) {
  const versions = Object.keys(service.versions).sort(byText);
  return { ...service, default: versions.includes(service.default) ? service.default : versions.at(-1) };
}

function write(path, data) {
  const text = JSON.stringify(data);
  writeFileSync(path, path.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
}

const licence = 'Apache-2.0';
const sources = [
  { repo: 'aliyun/alibabacloud-typescript-sdk', commit: commitOf(sdk), licence },
  { repo: 'aliyun/aliyun-openapi-meta', commit: commitOf(meta), licence },
];
const known = sortedEntries(Object.fromEntries(services)).filter(([, it]) => Object.keys(it.versions).length > 0);
const all = Object.fromEntries(known.map(([code, service]) => [code, complete(service)]));
write(catalogFile, { format: 1, aliases, sources, services: all });
write(responsesFile, {
  format: 1,
  sources: sources.slice(0, 1),
  services: Object.fromEntries(sortedEntries(Object.fromEntries(responses))),
});
console.log(`${known.length} services, answers of ${responses.size}`);
