import * as vscode from 'vscode';
import type { Documents } from './documents';

/** What opens a document in VS Code's own preview of Markdown. */
const previewType = 'vscode.markdown.preview.editor';

/** Pages of Markdown that can be read and not changed. Where none is found at an address, the page says so. */
export function markdownPages(find: (page: vscode.Uri) => Promise<string | undefined>): Documents {
  return { textOf: async page => (await find(page)) ?? vscode.l10n.t('There is nothing here.') };
}

/** Shows a page of ours in VS Code's own preview; the focus may stay where it is. */
export async function openMarkdownPage(page: vscode.Uri, preserveFocus: boolean): Promise<void> {
  const options: vscode.TextDocumentShowOptions = { viewColumn: columnForPages(), preserveFocus, preview: true };
  await vscode.commands.executeCommand('vscode.openWith', page, previewType, options);
}

/** Where the page before was shown, so that pages follow each other in one place; else beside what is being read. */
function columnForPages(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const before = all.find(({ activeTab }) => isPage(activeTab?.input));
  if (before) return before.viewColumn;
  return activeTabGroup.tabs.length === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

/** Whether a tab shows a document that the extension holds itself, as a page. */
function isPage(input: unknown): boolean {
  const isPreview = input instanceof vscode.TabInputCustom && input.viewType === previewType;
  return isPreview && input.uri.scheme.startsWith('serverless-advisor');
}
