import type { OosError } from '../../../cloud/oosError.ts';
import type { Words } from '../../../words/words.ts';
import type { Publication } from './publication.ts';

/** What became of one template. */
export type Outcome = Publication &
  (
    | Saved
    /** Nothing was sent: the same is published already. */
    | { readonly result: 'unchanged'; readonly from: string | undefined }
    /** A dry run, or the person said no. `from`: the version that is published. */
    | { readonly result: 'dry-run' | 'declined'; readonly from: string | undefined; readonly diff: string | undefined }
    /** The file cannot be used. */
    | { readonly result: 'unusable'; readonly why: Words }
    /** The offline check found errors, which have been shown. */
    | { readonly result: 'errors' }
    | { readonly result: 'failed'; readonly error: OosError }
    /** The person has left before it was sent. */
    | { readonly result: 'stopped' }
    /** The person has left after it was sent and before the answer came. */
    | { readonly result: 'unknown'; readonly from: string | undefined; readonly diff: string | undefined }
  );

export interface Saved {
  readonly result: 'created' | 'updated';
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** From what was published to what is now; undefined where nothing was, or where everything is different. */
  readonly diff: string | undefined;
  readonly requestId: string | undefined;
}
