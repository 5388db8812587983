import type * as vscode from 'vscode';
import type { ProfileSource } from '../../../server/src/cloud/connection.ts';

/** Which connection a window uses. It holds names, never keys. */
export type ChosenConnection =
  /** A profile that was found on the machine; `region` where another one than its own was chosen, `ownRegion` as last seen. */
  | {
      readonly kind: 'profile';
      readonly name: string;
      readonly source: ProfileSource['kind'];
      readonly region?: string;
      readonly ownRegion?: string | undefined;
    }
  /** Keys that this extension keeps. */
  | { readonly kind: 'own'; readonly name: string; readonly region: string }
  /** The Local OOS, which this extension starts. */
  | { readonly kind: 'local' };

const key = 'oos.connection';

/** Where calls go; undefined where nobody has looked yet. */
export function regionOf(choice: ChosenConnection | undefined): string | undefined {
  if (choice?.kind === 'own') return choice.region;
  return choice?.kind === 'profile' ? (choice.region ?? choice.ownRegion) : undefined;
}

/** The choice that this workspace keeps. */
export const readChoice = (state: vscode.Memento): ChosenConnection | undefined => state.get<ChosenConnection>(key);

/** Keeps a choice for this workspace. */
export const writeChoice = (state: vscode.Memento, choice: ChosenConnection | undefined): Thenable<void> =>
  state.update(key, choice);
