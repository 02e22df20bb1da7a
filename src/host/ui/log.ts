import * as vscode from 'vscode';
import { tracesOf } from '../../core/language/failure';
import { visibleLine } from '../../core/language/visible';

let channel: vscode.LogOutputChannel | undefined;

/** The log "Serverless Advisor" in the panel "Output". It is made when something is first written to it. */
export const log: vscode.Disposable = {
  dispose: () => {
    channel?.dispose();
    channel = undefined;
  },
};

/**
 * Writes down where something went wrong: what was tried, in our own words, with which file, and the places in the code. Messages of
 * errors stay out of it, since they may quote what a file holds; whoever asked has read them.
 */
export function logFailure(doing: string, error: unknown, file?: vscode.Uri): void {
  const what = file ? `${doing} (${visibleLine(file.toString(true))})` : doing;
  open().error([what, ...tracesOf(error)].join('\n'));
}

/** Brings the log to the front. */
export function showLog(): void {
  open().show();
}

function open(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel('Serverless Advisor', { log: true });
  return channel;
}
