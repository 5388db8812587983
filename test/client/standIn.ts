/** What a namespace or a class of VS Code is here: whatever is asked of it is there, and what is called is noted by its path. */
function anything(path: string, called: string[]): unknown {
  const noted = (): unknown => {
    called.push(path);
    return anything(`${path}()`, called);
  };
  return new Proxy(class {}, {
    // A text, an empty list, nothing to wait for.
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => path;
      if (key === Symbol.iterator) return () => [].values();
      return typeof key === 'symbol' || key === 'then' ? undefined : anything(`${path}.${key}`, called);
    },
    set: () => true,
    apply: noted,
    construct: () => noted() as object,
  });
}

const parts = ['commands', 'env', 'l10n', 'languages', 'window', 'workspace'];
const classes = ['CodeActionKind', 'Disposable', 'EventEmitter', 'StatusBarAlignment', 'Uri'];

/** Stands in for the module `vscode` and for what `activate` is given. `called`: what was called, in its order. */
export function standIn(): { readonly vscode: object; readonly context: unknown; readonly called: readonly string[] } {
  const called: string[] = [];
  const vscode = Object.fromEntries([...parts, ...classes].map((name) => [name, anything(name, called)]));
  return { vscode, context: anything('context', called), called };
}
