import * as vscode from 'vscode';
import { once } from './later';

/** The documents of a scheme, which the extension holds itself. */
export interface Documents {
  readonly onDidChange?: vscode.Event<vscode.Uri>;
  textOf(uri: vscode.Uri): string | Promise<string>;
}

/** Serves the documents of a scheme by code that is loaded when the first of them is opened. */
export function registerDocuments(scheme: string, load: () => Promise<Documents>): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  // What nobody has opened has not changed for anybody: it is enough to hear of changes from then on.
  const documents = once(async () => {
    const loaded = await load();
    loaded.onDidChange?.(uri => changed.fire(uri));
    return loaded;
  });
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async uri => (await documents()).textOf(uri),
  });
  return vscode.Disposable.from(registration, changed);
}
