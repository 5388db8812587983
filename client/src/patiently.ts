import * as vscode from 'vscode';

/** In milliseconds. What is over by then needs no notification, and VS Code shows only a few of them within a second. */
const SHORT = 1000;

/**
 * Carries out `work` while the status bar says what is being done; after a second a notification says it too, with a button that
 * cancels it. Resolves and rejects as `work` does.
 */
export async function patiently<T>(title: string, work: (token: vscode.CancellationToken) => Thenable<T>): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  const result = work(source.token);
  const over = result.then(
    () => undefined,
    () => undefined,
  );
  vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => over);
  const timer = setTimeout(() => {
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_, token) => {
        token.onCancellationRequested(() => source.cancel());
        return over;
      },
    );
  }, SHORT);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}

/** A token of the editor as a signal, for shared code that does not know the editor. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  return stop.signal;
}
