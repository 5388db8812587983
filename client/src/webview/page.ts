import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

export interface PageParts {
  readonly title: string;
  /** The name of a module in client/media, and of the style sheet beside it. */
  readonly name: 'runForm' | 'executionView';
}

/** The folder of what webviews may load, and nothing else. */
export const mediaFolder = (context: vscode.ExtensionContext): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, 'client', 'media');

/** The empty page of a webview. Its script, which is the only one that may run, fills it with what the extension sends. */
export function pageHtml(webview: vscode.Webview, media: vscode.Uri, { title, name }: PageParts): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}' ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${address('common.css')}">
<link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>
<main id="root"></main>
<div id="announcer" role="status" aria-live="polite" class="unseen"></div>
<script type="module" nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);
