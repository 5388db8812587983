import type { Words } from '../words/words.ts';
import { OosError } from './oosError.ts';
/** There are no usable keys, no region or no endpoint. `words` name places and names, never values. */
export declare function connectionError(words: Words): OosError;
