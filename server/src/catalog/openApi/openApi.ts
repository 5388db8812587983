import type { UsedOperation } from '../usage.ts';

/** The type of a parameter or of a field of an answer, as its product declares it. */
export type ApiType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  /** A list. `itemType` and `fields` tell of its items. */
  | 'array'
  | 'object'
  /** An object with names that are free. */
  | 'map'
  /** A text that holds JSON. */
  | 'json'
  | 'any';

/** A field of an answer. */
export interface ApiField {
  readonly name: string;
  readonly type: ApiType;
  /** The type of the items of an array; `object` when it has `fields`. */
  readonly itemType: ApiType | undefined;
  /** The fields of the object, or of each item of the array. Empty: none are known. */
  readonly fields: readonly ApiField[];
}

/** A parameter of an operation, by its name on the wire. */
export interface ApiParameter extends ApiField {
  /** False may also mean that the source does not tell. */
  readonly required: boolean;
  /** `host`: a part of the address that the call goes to, such as the region. */
  readonly place: 'query' | 'path' | 'body' | 'header' | 'host';
  readonly deprecated: boolean;
  /** Values that its description lists. Others may be right as well. */
  readonly values: readonly string[];
  readonly fields: readonly ApiParameter[];
}

/** One operation of one version of a product's API. */
export interface ApiOperation {
  /** In its canonical case. */
  readonly name: string;
  /** The code of the service as people write it, such as ECS. */
  readonly service: string;
  readonly version: string;
  readonly style: 'RPC' | 'ROA';
  /** ROA only. */
  readonly method: string | undefined;
  /** ROA only: `/clusters/{ClusterId}`. */
  readonly path: string | undefined;
  /** ROA only: the body is sent as it is, so its parameters are unknown or those of a form that the service does not check. */
  readonly rawBody: boolean;
  readonly deprecated: boolean;
  readonly parameters: readonly ApiParameter[];
  /** Those of them that are required. */
  readonly required: readonly ApiParameter[];
  /** The source tells of at least one parameter in this version of the API that it is required. Else `required` says nothing. */
  readonly knowsRequired: boolean;
}

/** A product with an API. Names are looked up without regard to letter case. */
export interface ApiService {
  /** As people write it: the product code in upper case. */
  readonly code: string;
  readonly style: 'RPC' | 'ROA';
  readonly defaultVersion: string;
  /** The operations of all bundled versions, those of the default version first; each name once. */
  readonly operationNames: readonly string[];
  /** The operation, from the default version where it has it, else from the newest one that has it. */
  operation(name: string): ApiOperation | undefined;
  /** The answer of an operation. Undefined: not known. */
  response(name: string): readonly ApiField[] | undefined;
}

/** The OpenAPI operations of all products. Each service is read when it is first asked for. */
export interface OpenApi {
  /** The codes of all services, in upper case, sorted. */
  readonly serviceCodes: readonly string[];
  /** Finds aliases too, such as FC for fc-open. */
  service(code: string): ApiService | undefined;
  /** How often public templates call an operation; without `api`, the operations of the service. By the code that they write. */
  uses(service: string, api?: string): number;
  /** The operations that public templates call. Asking for them reads no service. */
  readonly used: readonly UsedOperation[];
}
