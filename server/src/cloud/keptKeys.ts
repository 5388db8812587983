import type { Credential, IssuedCredential } from './credential.ts';

/** Gets keys; with `fresh` new ones although the old ones look good. Rejects with an OosError of kind `connection`. */
export type KeySource = (fresh: boolean) => Promise<Credential>;

/** So long before their end keys are renewed, in milliseconds: a call must not outlive them, and clocks differ. */
const MARGIN = 180_000;

/** Keeps what `issue` got until shortly before it expires. Calls that come together share one answer. */
export function keptKeys(issue: () => Promise<IssuedCredential>, now: () => number): KeySource {
  let kept: IssuedCredential | undefined;
  let coming: Promise<IssuedCredential> | undefined;
  return async (fresh) => {
    const good = kept !== undefined && (kept.expires === undefined || kept.expires - MARGIN > now());
    if (kept !== undefined && good && !fresh) return kept;
    coming ??= issue().finally(() => {
      coming = undefined;
    });
    kept = await coming;
    return kept;
  };
}
