import * as vscode from 'vscode';

/** What a page is made of; files by their path within the extension, such as `dist/report.js`. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  readonly title: string;
  /** The language of the page's words, as `vscode.env.language` gives it. */
  readonly lang: string;
}

/**
 * The HTML of a page, which its script fills. Nothing but the extension's own files is allowed in it: no network, no
 * inline script or style, no frame.
 */
export function renderPage(
  webview: Pick<vscode.Webview, 'asWebviewUri' | 'cspSource'>,
  extensionUri: vscode.Uri,
  { script, style, title, lang }: PageParts,
): string {
  const nonce = makeNonce();
  const address = (path: string) => escape(String(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, path))));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escape(lang)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${address(style)}">
</head>
<body>
<div id="page">${escape(vscode.l10n.t('Loading…'))}</div>
<noscript>${escape(vscode.l10n.t('This page needs its script, which did not run. The file can be opened as text.'))}</noscript>
<script nonce="${nonce}" src="${address(script)}"></script>
</body>
</html>
`;
}

/** Sixteen random bytes: nobody can guess which script may run. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
