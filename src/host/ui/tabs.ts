import * as vscode from 'vscode';
import type { Words } from '../../core/language/inert';

/** Shows a page of its own in the editor area. */
export function createPage(
  viewType: string,
  title: Words,
  options: vscode.WebviewPanelOptions & vscode.WebviewOptions,
): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, options);
}

/** Names the tab of a page. */
export function nameTab(page: vscode.WebviewPanel, title: Words): void {
  page.title = title;
}

/** Shows a document under another name than its own. */
export async function openNamed(uri: vscode.Uri, name: Words, options: vscode.TextDocumentShowOptions): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri, options, name);
}

/** Shows two documents beside each other. */
export async function openDifference(
  sides: readonly [left: vscode.Uri, right: vscode.Uri],
  name: Words,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', ...sides, name, options);
}

/** A text of a merge, and what is said of it. */
export interface MergeSide {
  readonly uri: vscode.Uri;
  readonly title: Words;
  readonly description: Words;
}

/** Shows two texts that come from one, to be merged into a file. */
export async function openMergeOf(
  base: vscode.Uri,
  [input1, input2]: readonly [MergeSide, MergeSide],
  output: vscode.Uri,
): Promise<void> {
  await vscode.commands.executeCommand('_open.mergeEditor', { base, input1, input2, output });
}
