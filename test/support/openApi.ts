import type { OpenApiSource } from '../../server/src/catalog/openApiData.ts';

/** Knows no service. */
export const noOperations: OpenApiSource = {
  index: () => ({ aliases: {}, services: {} }),
  operations: () => [],
  responses: () => [],
};
