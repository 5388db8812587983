import type { ApiCall } from '../catalog/catalog.ts';
import type { OpenApi } from '../catalog/openApi/openApi.ts';

/** The operation in the case in which its product declares it; as written where it is not known. */
export function canonicalName({ service, api }: ApiCall, openApi: OpenApi): string {
  return openApi.service(service)?.operation(api)?.name ?? api;
}
