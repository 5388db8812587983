import type { Translate } from '../translate.ts';
import { secretValue } from './formValues.ts';
import type { ParameterFacts } from './templateFacts.ts';

/** What is wrong with a value of a NoEcho parameter. It is judged here, since it goes to nobody but the service. */
export function secretProblem(parameter: ParameterFacts, text: string, t: Translate): string | undefined {
  const { name, type, minLength, maxLength } = parameter;
  if (secretValue(type, text) === undefined) return t('The value given for {0} is not of type {1}.', name, type ?? '?');
  const { length } = [...text];
  if (minLength !== undefined && length < minLength) return t('{0} needs at least {1} characters.', name, minLength);
  if (maxLength !== undefined && length > maxLength) return t('{0} takes at most {1} characters.', name, maxLength);
  return undefined;
}
