import * as vscode from 'vscode';

/** What a page is made of. */
export interface PageParts {
  /** The name of a file in `dist`. */
  readonly script: string;
  /** The name of a file in `media`, which comes after page.css. */
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
<html lang="${escapeText(lang)}">
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

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
