import * as vscode from 'vscode';
import { inert, type Words, words } from '../../core/language/inert';
import { logFailure, showLog } from './log';

/** Says that something could not be done for a reason that lies in what was given. Gives the action that was chosen. */
export async function showError(message: Words, ...actions: Words[]): Promise<Words | undefined> {
  return vscode.window.showErrorMessage(message, ...actions);
}

/** Says what someone should know before they go on. Gives the action that was chosen. */
export async function showWarning(message: Words, ...actions: Words[]): Promise<Words | undefined> {
  return vscode.window.showWarningMessage(message, ...actions);
}

/** Says what was done. Gives the action that was chosen. */
export async function showInformation(message: Words, ...actions: Words[]): Promise<Words | undefined> {
  return vscode.window.showInformationMessage(message, ...actions);
}

/** Says that something went wrong; the details go to the log, which a button opens. `doing` is our own name for what was tried. */
export function showFailure(message: Words, doing: string, error: unknown): void {
  logFailure(doing, error);
  const open = words(vscode.l10n.t('Show Log'));
  void vscode.window.showErrorMessage(message, open).then(chosen => chosen === open && showLog());
}

/** Tells the person who asked for something why it could not be done. `doing` is a command's id, or our own name for what was tried. */
export function reportFailure(doing: string, error: unknown): void {
  const reason = inert(error instanceof Error ? error.message : String(error));
  showFailure(words(vscode.l10n.t('Serverless Advisor could not do this: {0}'), reason), doing, error);
}

/**
 * For what is written again and again as someone reads, such as where they are: of failures in a row the first is told, and the next
 * once a write has succeeded in between. What comes back never rejects.
 */
export function tellOnce(doing: string): (write: Promise<void>) => Promise<void> {
  let isTold = false;
  return async write => {
    try {
      await write;
      isTold = false;
    } catch (error) {
      if (!isTold) reportFailure(doing, error);
      isTold = true;
    }
  };
}

/** Asks before something that cannot be taken for granted, in a dialog that waits. Whether someone wants it. */
export async function confirm(message: Words, detail: Words, goOn: Words): Promise<boolean> {
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, goOn)) === goOn;
}

/** Shows a notification for as long as something takes. */
export async function showProgress<T>(title: Words, task: () => Promise<T>): Promise<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, task);
}

/** Says something in the status bar, for some milliseconds. */
export function showStatus(text: Words, milliseconds: number): void {
  vscode.window.setStatusBarMessage(text, milliseconds);
}
