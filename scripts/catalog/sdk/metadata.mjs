// Merges the metadata of the command line of Alibaba Cloud (aliyun/aliyun-openapi-meta) into what the SDK tells: default versions,
// what is required or deprecated, finer types of numbers, and operations that the SDK does not have.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../jsonFiles.mjs';
import { IN_BODY, IN_HEADER, IN_PATH, REQUIRED } from './shapes.mjs';

const letters = {
  String: 's',
  Integer: 'i',
  Long: 'l',
  Boolean: 'b',
  Float: 'n',
  Double: 'n',
  RepeatList: 'a',
  Array: 'a',
  Json: 'j',
  Struct: 'o',
};
const places = { Path: IN_PATH, Body: IN_BODY, FormData: IN_BODY, Header: IN_HEADER };

/** Adds to `services`, which are by code in lower case. */
export function addMetadata(services, folder) {
  for (const product of readJson(join(folder, 'metadatas/products.json')).products) {
    const code = product.code.toLowerCase();
    const service = services.get(code) ?? { code: product.code, versions: {} };
    const apis = readApis(folder, code, product);
    if (apis.length > 0) addVersion(service, product, apis);
    services.set(code, { ...service, code: product.code, default: product.version });
  }
}

function readApis(folder, code, { apis }) {
  const version = join(folder, 'en-US', code, 'version.json');
  const notes = existsSync(version) ? readJson(version).apis : {};
  return (apis ?? []).flatMap((name) => {
    const path = join(folder, 'metadatas', code, `${name}.json`);
    if (!existsSync(path)) return [];
    const { parameters, pathPattern, method } = readJson(path);
    const rows = rowsOf(parameters ?? []);
    return { name, rows, path: pathPattern, method, deprecated: notes?.[name]?.deprecated === true };
  });
}

function rowsOf(parameters) {
  return parameters
    .filter(({ position }) => position !== 'Host')
    .map(({ name, type, required, position, sub_parameters: inner }) => {
      const row = [name, letters[type] ?? 'x', (required ? REQUIRED : 0) | (places[position] ?? 0)];
      return inner?.length > 0 ? [...row, rowsOf(inner)] : row;
    });
}

function addVersion(service, { version, api_style: style }, apis) {
  const there = service.versions[version] ?? { style: style === 'restful' ? 'ROA' : 'RPC', apis: {} };
  service.versions[version] = there;
  for (const { name, rows, path, method, deprecated } of apis) {
    const known = there.apis[name];
    const api = known ? { ...known, p: merged(known.p, rows) } : { p: rows, ...(path && { m: method, u: path }) };
    there.apis[name] = deprecated ? { ...api, d: 1 } : api;
  }
}

/** The rows of the SDK, made sharper, and those that only the metadata has. */
function merged(rows, told) {
  const byName = new Map(told.map((row) => [row[0].toLowerCase(), row]));
  const sharper = rows.map(([name, letter, flags, ...more]) => {
    const [, number, more2 = 0] = byName.get(name.toLowerCase()) ?? [];
    const finer = letter === 'n' && (number === 'i' || number === 'l') ? number : letter;
    return [name, finer, flags | (more2 & REQUIRED), ...more];
  });
  return [...sharper, ...told.filter((row) => isNews(rows, row))];
}

/** The SDK spells path parameters and bodies in its own way, and has objects where the metadata has names with dots. */
function isNews(rows, [name, , flags]) {
  const has = (wanted) => rows.some(([own]) => own.toLowerCase() === wanted.toLowerCase());
  const hasOneIn = (place) => rows.some((row) => (row[2] & place) !== 0);
  if (has(name) || has(name.split('.')[0])) return false;
  return !(flags & IN_PATH && hasOneIn(IN_PATH)) && !(name === 'body' && hasOneIn(IN_BODY));
}
