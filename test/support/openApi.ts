import type { ApiField, ApiOperation, ApiParameter } from '../../server/src/catalog/openApi/openApi.ts';
import type { OpenApiSource } from '../../server/src/catalog/openApi/openApiData.ts';

/** Knows no service. */
export const noOperations: OpenApiSource = {
  index: () => ({ aliases: {}, services: {} }),
  operations: () => [],
  responses: () => [],
};

/** A parameter of type String in the query, with what the test says otherwise. */
export const parameter = (name: string, facts: Partial<ApiParameter> = {}): ApiParameter => ({
  name,
  type: 'string',
  itemType: undefined,
  fields: [],
  required: false,
  place: 'query',
  deprecated: false,
  values: [],
  ...facts,
});

export const listParameter = (name: string, ...fields: readonly ApiParameter[]): ApiParameter =>
  parameter(name, { type: 'array', itemType: fields.length > 0 ? 'object' : 'string', fields });

export const objectParameter = (name: string, ...fields: readonly ApiParameter[]): ApiParameter =>
  parameter(name, { type: 'object', fields });

export const operation = (service: string, ...parameters: readonly ApiParameter[]): ApiOperation => ({
  name: 'Do',
  service,
  version: '2020-01-01',
  style: 'RPC',
  method: undefined,
  path: undefined,
  rawBody: false,
  deprecated: false,
  parameters,
  required: parameters.filter((it) => it.required),
  knowsRequired: true,
});

/** A field of an answer. With `fields` it is an object. */
export const field = (name: string, ...fields: readonly ApiField[]): ApiField => ({
  name,
  type: fields.length > 0 ? 'object' : 'string',
  itemType: undefined,
  fields,
});

export const listField = (name: string, ...fields: readonly ApiField[]): ApiField => ({
  name,
  type: 'array',
  itemType: fields.length > 0 ? 'object' : 'string',
  fields,
});
