import type * as vscode from 'vscode';
import type { Filled } from './formMessages.ts';
import { type RememberedRuns, remember } from './remembered.ts';
import type { ParameterFacts } from './templateFacts.ts';

const key = 'oos.runs';

/** What was filled in last time for a template, by its key; see `sourceKey`. */
export const rememberedFor = (state: vscode.Memento, template: string): Filled | undefined =>
  state.get<RememberedRuns>(key, {})[template];

/** Values of NoEcho parameters are left out, also those of parameters that the template no longer has. */
export async function rememberFilled(
  state: vscode.Memento,
  template: string,
  filled: Filled,
  parameters: readonly ParameterFacts[],
): Promise<void> {
  const open = new Set(parameters.filter(({ secret }) => !secret).map(({ name }) => name));
  const left = new Set(Object.keys(filled.values).filter((name) => !open.has(name)));
  await state.update(key, remember(state.get<RememberedRuns>(key, {}), template, filled, left));
}
