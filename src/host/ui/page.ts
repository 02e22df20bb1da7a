import * as vscode from 'vscode';

/** What a page is made of. */
export interface PageParts {
  /** The name of a file in `dist`. */
  readonly script: string;
  /** The name of a file in `media`, which comes after page.css. */
  readonly style: string;
  readonly title: string;
  /** Every word that the script shows, and the language that they are in (a BCP 47 tag). */
  readonly words: { readonly language: string };
}

/**
 * The HTML of a page, which its script fills. Nothing but the extension's own files is allowed in it: no network, no
 * inline script or style, no frame. The page's words stand in it as data, so that they are there whenever VS Code loads
 * it, and states need not bring them.
 */
export function renderPage(
  webview: Pick<vscode.Webview, 'asWebviewUri' | 'cspSource'>,
  extensionUri: vscode.Uri,
  { script, style, title, words }: PageParts,
): string {
  const nonce = makeNonce();
  const address = (folder: string, file: string) =>
    escapeText(String(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, folder, file))));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeText(words.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="stylesheet" href="${address('media', 'page.css')}">
<link rel="stylesheet" href="${address('media', style)}">
</head>
<body>
<div id="page">${escapeText(vscode.l10n.t('Loading…'))}</div>
<noscript>${escapeText(vscode.l10n.t('This page needs its script, which did not run. The file can be opened as text.'))}</noscript>
<script type="application/json" id="words">${dataText(words)}</script>
<script nonce="${nonce}" src="${address('dist', script)}"></script>
</body>
</html>
`;
}

/** Sixteen random bytes: nobody can guess which script may run. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A value as JSON that ends no script and begins no comment, whatever texts are in it. */
function dataText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
