import * as vscode from 'vscode';
import { markdownOf, type Words } from '../../core/language/inert';
import type { Commands } from './commands';
import { once } from './later';

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
  /** Every row may be another. */
  readonly onDidChangeTreeData?: vscode.Event<void>;
  getTreeItem(node: Node): TreeRow | Promise<TreeRow>;
}

/** Rows whose code is loaded when VS Code first asks for one, which it does when the tree is first visible. */
export function rowsLater<Node>(load: () => Promise<TreeRows<Node>>): TreeRows<Node> {
  const changed = new vscode.EventEmitter<void>();
  // A tree that has not asked shows nothing that could have changed: it is enough to hear of changes from then on.
  const rows = once(async () => {
    const loaded = await load();
    loaded.onDidChangeTreeData?.(() => changed.fire());
    return loaded;
  });
  return {
    onDidChangeTreeData: changed.event,
    getChildren: async parent => (await rows()).getChildren(parent),
    getTreeItem: async node => (await rows()).getTreeItem(node),
  };
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
