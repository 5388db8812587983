import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { BlockPlace, OpenApiSource } from '../catalog/openApi/openApiData.ts';
import { BrokenInstallationError, damaged, readJson, readPiece } from './bundledFile.ts';

/** The operations in a folder laid out as `schemas/openapi`. Its questions throw a BrokenInstallationError where it is not so. */
export function openApiIn(folder: () => string): OpenApiSource {
  return {
    index: () => readJson(join(folder(), 'index.json')),
    operations: (place) => readBlock(join(folder(), 'operations.bin'), place),
    responses: (place) => readBlock(join(folder(), 'responses.bin'), place),
  };
}

function readBlock<T>(path: string, { offset, length }: BlockPlace): T {
  const block = readPiece(path, offset, length);
  try {
    return JSON.parse(brotliDecompressSync(block).toString());
  } catch (cause) {
    throw new BrokenInstallationError(damaged(path), cause);
  }
}
