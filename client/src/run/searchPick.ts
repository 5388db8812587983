import * as vscode from 'vscode';
import { failureText } from '../failure.ts';

/** In milliseconds: nobody sees a list that changes with every letter. */
const TYPING_PAUSE = 250;

/**
 * A pick whose items are looked up while the person types. `find` may reject; what went wrong is shown in the list. Undefined when
 * the person leaves.
 */
export function searchPick(
  texts: { readonly title: string; readonly placeholder: string },
  find: (text: string, signal: AbortSignal) => Promise<readonly vscode.QuickPickItem[]>,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick();
    pick.title = texts.title;
    pick.placeholder = texts.placeholder;
    let search = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const look = async (text: string): Promise<void> => {
      search.abort();
      search = new AbortController();
      const { signal } = search;
      pick.busy = true;
      const items = await find(text.trim(), signal).catch(problemItem);
      if (signal.aborted) return;
      pick.items = items.map((it) => ({ ...it, alwaysShow: true }));
      pick.busy = false;
    };
    pick.onDidChangeValue((text) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(text), TYPING_PAUSE);
    });
    pick.onDidAccept(() => {
      const label = pick.selectedItems[0]?.label;
      if (!label) return;
      resolve(label);
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(timer);
      search.abort();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void look('');
  });
}

const problemItem = (error: unknown): vscode.QuickPickItem[] => {
  const detail = failureText(error);
  return detail === undefined ? [] : [{ label: '', detail }];
};
