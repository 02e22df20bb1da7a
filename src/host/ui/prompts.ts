import * as vscode from 'vscode';
import type { Words } from '../../core/language/inert';

/** A row of a list to choose from. */
export interface Row extends vscode.QuickPickItem {
  readonly label: Words;
  readonly description?: Words;
  readonly detail?: Words;
  readonly buttons?: readonly Button[];
}

/** An icon to press, beside a title, a field or a row. */
export interface Button extends vscode.QuickInputButton {
  readonly tooltip: Words;
}

/** What stands around a list. */
export interface ListOptions extends vscode.QuickPickOptions {
  readonly title?: Words;
  readonly placeHolder: Words;
}

/** Lets someone choose a row, or none. */
export async function pickRow<R extends Row>(rows: readonly R[], options: ListOptions): Promise<R | undefined> {
  return vscode.window.showQuickPick(rows, options);
}

/** A list that can change while it is shown. VS Code shows its prompt from 1.108 on; before, the object has no such property. */
export interface List<R extends Row> extends Omit<vscode.QuickPick<R>, 'title' | 'placeholder' | 'buttons'> {
  title: Words | undefined;
  placeholder: Words | undefined;
  prompt?: Words;
  buttons: readonly Button[];
  sortByLabel?: boolean;
}

export function createList<R extends Row>(): List<R> {
  return vscode.window.createQuickPick<R>() as List<R>;
}

/** A field to type in. */
export interface Field
  extends Omit<vscode.InputBox, 'title' | 'placeholder' | 'prompt' | 'validationMessage' | 'buttons'> {
  title: Words | undefined;
  placeholder: Words | undefined;
  prompt: Words | undefined;
  validationMessage: Words | undefined;
  buttons: readonly Button[];
}

export function createField(): Field {
  return vscode.window.createInputBox() as Field;
}

/** What stands around a field that is shown until something is typed, and what is wrong with what was typed. */
export interface FieldOptions extends vscode.InputBoxOptions {
  readonly title: Words;
  readonly prompt: Words;
  readonly placeHolder: Words;
  readonly validateInput: (value: string) => Promise<Words | undefined>;
}

/** Asks for a line of text; nothing when someone leaves it. */
export async function askText(options: FieldOptions): Promise<string | undefined> {
  return vscode.window.showInputBox(options);
}

/** The button that leads to the question before. */
export function backButton(): Button {
  return vscode.QuickInputButtons.Back as Button;
}

/** Asks for one of the workspace's folders. */
export async function pickWorkspaceFolder(placeHolder: Words): Promise<vscode.WorkspaceFolder | undefined> {
  return vscode.window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true });
}

/** Asks for a folder anywhere. */
export async function chooseFolder(title: Words, openLabel: Words): Promise<vscode.Uri | undefined> {
  const options = { title, openLabel, canSelectFiles: false, canSelectFolders: true };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** What stands around the choice of a file to save to. */
export interface SaveOptions extends vscode.SaveDialogOptions {
  readonly title: Words;
  readonly saveLabel: Words;
}

/** Asks where to save a file. */
export async function chooseFile(options: SaveOptions): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog(options);
}
