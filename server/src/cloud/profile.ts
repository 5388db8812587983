import type { Words } from '../words/words.ts';
import type { ProfileSource } from './connection.ts';

/** One way to call the service that was found on this machine, as people choose among them. */
export interface Profile {
  readonly name: string;
  /** As the Alibaba Cloud CLI names it, such as AK or RamRoleArn; as written where we do not know it. */
  readonly mode: string;
  readonly region: string | undefined;
  readonly source: ProfileSource;
  /** The one that is used when nobody chooses. */
  readonly current: boolean;
  /** Masked. */
  readonly accessKeyId: string | undefined;
  /** Why it cannot be used. */
  readonly problem: Words | undefined;
}

/** A profile with what it holds, keys included. Stays inside this folder. */
export interface RawProfile {
  readonly name: string;
  /** Spelled as in the file; empty where it is missing. */
  readonly mode: string;
  /** By the names of the CLI's file, such as access_key_id. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly source: ProfileSource;
}

/** What one source holds. */
export interface ProfileFile {
  readonly profiles: readonly RawProfile[];
  /** The profile for when nobody chooses. */
  readonly current: string | undefined;
  /** What is wrong with the file. It names places and never quotes. */
  readonly problems: readonly Words[];
  /** Nothing in the file can be relied on. */
  readonly broken: boolean;
}

export const noProfiles: ProfileFile = { profiles: [], current: undefined, problems: [], broken: false };

export const brokenFile = (problem: Words): ProfileFile => ({ ...noProfiles, problems: [problem], broken: true });

/** A field as text; undefined where it is missing or empty. */
export function field({ fields }: RawProfile, name: string): string | undefined {
  const value = fields[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A field that counts or is a time; undefined where it is missing, not a number, or zero, which the CLI writes for nothing. */
export function numberField(profile: RawProfile, name: string): number | undefined {
  const value = Number(field(profile, name));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
