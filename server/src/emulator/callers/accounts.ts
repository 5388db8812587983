import { randomBytes } from 'node:crypto';

/** What the holder of a key may do. `reader`: only what changes nothing. */
type Powers = 'all' | 'reader' | 'none';

/** A pair of keys that the Local OOS knows. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Set for temporary keys, which are worth something only together with it. */
  readonly securityToken?: string | undefined;
}

export interface KnownKey extends AccessKey {
  readonly powers: Powers;
  readonly expired: boolean;
  /** As answers name the user: `name(uid)`. */
  readonly user: string;
}

/** The account that everything belongs to. Any number will do; it is that of nobody. */
export const accountId = '1000000000000001';

export interface Accounts {
  /** May do everything. */
  readonly owner: KnownKey;
  /** May read; a change is answered with NoPermission and AccessDeniedDetail. */
  readonly reader: KnownKey;
  /** May do nothing: User.NoPermission. */
  readonly powerless: KnownKey;
  /** Temporary keys of the owner. */
  readonly temporary: KnownKey;
  /** The same, after their time. */
  readonly expired: KnownKey;
}

/** New keys, as nobody else has them. `owner`: keys that are to be used instead of new ones. */
export function newAccounts(owner?: AccessKey): Accounts {
  const root = `root(${accountId})`;
  return {
    owner: { ...newKey('all', root), ...owner },
    reader: newKey('reader', `reader(${accountId})`),
    powerless: newKey('none', `powerless(${accountId})`),
    temporary: { ...newKey('all', root), securityToken: randomBytes(24).toString('base64') },
    expired: { ...newKey('all', root), securityToken: randomBytes(24).toString('base64'), expired: true },
  };
}

/** Ids do not look like those of the cloud, so that nobody takes the one for the other. */
const newKey = (powers: Powers, user: string): KnownKey => ({
  accessKeyId: `LOCALOOS${randomBytes(8).toString('hex').toUpperCase()}`,
  accessKeySecret: randomBytes(24).toString('base64url'),
  powers,
  expired: false,
  user,
});
