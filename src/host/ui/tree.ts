import * as vscode from 'vscode';
import { markdownOf, type Words } from '../../core/language/inert';
import type { Commands } from './commands';

/** A row of a tree. */
export interface TreeRow
  extends Omit<
    vscode.TreeItem,
    'label' | 'description' | 'tooltip' | 'accessibilityInformation' | 'checkboxState' | 'command'
  > {
  label: Words;
  /** What a click on it runs: one of ours, never one that a file names. */
  command?: vscode.Command & { readonly command: keyof Commands };
  description?: Words;
  tooltip?: Words | Tooltip;
  accessibilityInformation?: Spoken;
}

/** What a screen reader says of a row. */
export interface Spoken extends vscode.AccessibilityInformation {
  readonly label: Words;
}

export function createTreeRow(label: Words): TreeRow {
  return new vscode.TreeItem(label) as TreeRow;
}

/** What a row says when the pointer rests on it: Markdown that is made here alone. */
export type Tooltip = vscode.MarkdownString & { readonly [made]: true };
declare const made: unique symbol;

/** Words in a tooltip behind others that stand out. */
export interface Paragraph {
  readonly strong: Words;
  readonly text: Words;
}

/** Paragraphs one below the other. */
export function tooltipOf(...paragraphs: readonly (Words | Paragraph)[]): Tooltip {
  const written = paragraphs.map(paragraph =>
    typeof paragraph === 'object'
      ? `**${markdownOf(paragraph.strong)}** ${markdownOf(paragraph.text)}`
      : markdownOf(paragraph),
  );
  return new vscode.MarkdownString(written.join('\n\n')) as Tooltip;
}

/** What a tree is filled with. */
export interface TreeRows<Node> extends vscode.TreeDataProvider<Node> {
  getTreeItem(node: Node): TreeRow | Promise<TreeRow>;
}

/** A tree in the side bar. */
export interface Tree<Node> extends Omit<vscode.TreeView<Node>, 'title' | 'message' | 'description' | 'badge'> {
  title?: Words;
  message?: Words;
  description?: Words;
}

export function createTree<Node>(id: string, rows: TreeRows<Node>, showCollapseAll: boolean): Tree<Node> {
  return vscode.window.createTreeView(id, { treeDataProvider: rows, showCollapseAll }) as Tree<Node>;
}
