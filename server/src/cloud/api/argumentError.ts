import type { Words } from '../../words/words.ts';
import { OosError } from '../oosError.ts';
import { apiNaming, type Naming, type Wording } from './naming.ts';

/** An argument that the service would refuse. `words` tell of it by the names of the API. */
export class ArgumentError extends OosError {
  readonly #wording: Wording;

  constructor(operation: string, wording: Wording) {
    super(wording(apiNaming), { kind: 'argument', operation });
    this.#wording = wording;
  }

  /** What `words` say, by other names. */
  wordsBy(naming: Naming): Words {
    return this.#wording(naming);
  }
}
