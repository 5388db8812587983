// Writes schemas/openapi, the operations of all products, from the intermediate form that readSdk.mjs makes (see
// schemas/README.md). node scripts/catalog/buildOpenApi.mjs CATALOG RESPONSES [FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { byText, here, readJson, sortedEntries } from './jsonFiles.mjs';
import { IN_PATH, REQUIRED } from './sdk/shapes.mjs';

const [catalogFile, responsesFile, folder = here('../../schemas/openapi')] = process.argv.slice(2);
if (responsesFile === undefined) {
  console.error('usage: node scripts/catalog/buildOpenApi.mjs CATALOG.json[.gz] RESPONSES.json[.gz] [FOLDER]');
  process.exit(2);
}

/** The versions of a service, the default one first, then from the newest to the oldest. */
function ordered(versions, standard) {
  return Object.keys(versions).sort((a, b) => Number(b === standard) - Number(a === standard) || byText(b, a));
}

/** A path parameter is always required, so it does not show that the source tells what is. */
const tellsRequired = (operation) => operation.p.some(([, , flags]) => (flags & REQUIRED) !== 0 && !(flags & IN_PATH));

/** Each operation is a text of its own in its block: a service has hundreds, of which one or two are asked for. */
const asTexts = (operations) =>
  Object.fromEntries(sortedEntries(operations).map(([name, data]) => [name, JSON.stringify(data)]));

function operationsBlock({ versions, default: standard }) {
  return ordered(versions, standard).map((version) => {
    const { style, apis } = versions[version];
    return [version, style, Object.values(apis).some(tellsRequired) ? 1 : 0, asTexts(apis)];
  });
}

function responsesBlock(responses, { versions, default: standard }) {
  return ordered(versions, standard).flatMap((version) => {
    const known = responses?.[version] ?? {};
    return Object.keys(known).length === 0 ? [] : [[version, asTexts(known)]];
  });
}

/** A file of compressed blocks behind each other. */
class Blocks {
  #parts = [];
  #length = 0;

  /** Where the block stands: offset and length in bytes. */
  add(data) {
    const text = Buffer.from(JSON.stringify(data));
    const block = brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    });
    const place = [this.#length, block.length];
    this.#parts.push(block);
    this.#length += block.length;
    return place;
  }

  bytes() {
    return Buffer.concat(this.#parts);
  }
}

/** Adds the operations that the sources do not have, which are kept by hand. What the sources have goes first. */
function withOwn({ services, aliases, sources }, own) {
  const merged = { ...services };
  for (const [key, service] of Object.entries(own.services)) {
    const known = merged[key] ?? { versions: {}, default: service.default };
    const versions = { ...known.versions };
    for (const [version, { style, apis }] of Object.entries(service.versions)) {
      const there = versions[version] ?? { style };
      versions[version] = { ...there, apis: { ...apis, ...there.apis } };
    }
    merged[key] = { ...known, versions };
  }
  return { services: merged, aliases: { ...aliases, ...own.aliases }, sources };
}

function withOwnAnswers(services, own) {
  const merged = { ...services };
  for (const [key, versions] of Object.entries(own)) {
    const known = { ...merged[key] };
    for (const [version, answers] of Object.entries(versions)) known[version] = { ...answers, ...known[version] };
    merged[key] = known;
  }
  return merged;
}

const own = readJson(here('ownOperations.json'));
const catalog = withOwn(readJson(catalogFile), own);
const responses = withOwnAnswers(readJson(responsesFile).services, own.responses);
const operationBlocks = new Blocks();
const responseBlocks = new Blocks();

const services = sortedEntries(catalog.services).map(([key, service]) => {
  const known = responsesBlock(responses[key], service);
  const row = [
    service.versions[service.default].style,
    service.default,
    ...operationBlocks.add(operationsBlock(service)),
    ...(known.length === 0 ? [] : responseBlocks.add(known)),
  ];
  return `${JSON.stringify(key.toUpperCase())}: ${JSON.stringify(row)}`;
});
const upper = (text) => text.toUpperCase();
const aliases = Object.fromEntries(sortedEntries(catalog.aliases).map(([from, to]) => [upper(from), to.map(upper)]));
const index = [
  '{',
  '"format": 2,',
  `"sources": ${JSON.stringify(catalog.sources)},`,
  `"aliases": ${JSON.stringify(aliases)},`,
  `"services": {\n${services.join(',\n')}\n}`,
  '}\n',
].join('\n');

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'index.json'), index);
writeFileSync(join(folder, 'operations.bin'), operationBlocks.bytes());
writeFileSync(join(folder, 'responses.bin'), responseBlocks.bytes());
console.log(
  `${services.length} services: ${index.length} bytes of index, ${operationBlocks.bytes().length} of operations, ` +
    `${responseBlocks.bytes().length} of responses`,
);
