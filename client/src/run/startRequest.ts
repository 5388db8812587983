import { encodeRequest } from '../../../server/src/cloud/api/encodeRequest.ts';
import type { RequestOf } from '../../../server/src/cloud/api/operations.ts';
import type { GivenTexts } from './formValues.ts';
import { secretValue } from './formValues.ts';
import type { RunOptions } from './optionFields.ts';
import type { LoadedTemplate } from './source.ts';
import type { ParameterFacts } from './templateFacts.ts';

export interface StartParts {
  readonly loaded: Pick<LoadedTemplate, 'request'>;
  readonly parameters: readonly ParameterFacts[];
  /** Values that were read already, by their parameters. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly given: Pick<GivenTexts, 'secrets'>;
  readonly options: RunOptions;
  /** Two calls with the same one start one execution. */
  readonly clientToken: string;
}

export type StartRequest = RequestOf<'StartExecution'>;

/** What is sent. Throws an OosError for what the service would refuse for sure. */
export function startRequest({ loaded, parameters, values, given, options, clientToken }: StartParts): StartRequest {
  const typeOf = (name: string) => parameters.find((it) => it.name === name)?.type;
  const secrets = Object.entries(given.secrets).map(([name, text]) => [name, secretValue(typeOf(name), text)] as const);
  const all = { ...values, ...Object.fromEntries(secrets) };
  const request: StartRequest = {
    ...loaded.request,
    ...options,
    ...(Object.keys(all).length > 0 && { Parameters: all }),
    ClientToken: clientToken,
  };
  encodeRequest('StartExecution', request);
  return request;
}
