import { keyName } from '../syntax/navigate.ts';
import type { Parameter } from './template.ts';

/**
 * Whether the value of a parameter is not to be shown (NoEcho). Anything but a plain `false` says so, in the key or in the value,
 * lest a slip in the template gives a secret away.
 */
export const isSecret = ({ attributes }: Pick<Parameter, 'attributes'>): boolean =>
  attributes?.pairs.some(
    (pair) =>
      keyName(pair).toLowerCase() === 'noecho' && !(pair.value?.kind === 'scalar' && pair.value.value === false),
  ) ?? false;
