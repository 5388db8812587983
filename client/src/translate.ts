/** What `vscode.l10n.t` does, for code that runs without the editor as well. */
export type Translate = (text: string, ...values: (string | number)[]) => string;
