import * as vscode from 'vscode';
import { type KeptValue, keepIn } from './kept-value';

/** A value of this workspace; without a folder, of all windows that have none. `name` is a file's, without its ending. */
export function keptForWorkspace(
  { storageUri, globalStorageUri }: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
  name: string,
): KeptValue {
  return keptIn(storageUri ?? vscode.Uri.joinPath(globalStorageUri, 'no-folder'), name);
}

/** A value of all windows of this machine, or of this browser. */
export function keptForAll({ globalStorageUri }: Pick<vscode.ExtensionContext, 'globalStorageUri'>, name: string) {
  return keptIn(globalStorageUri, name);
}

function keptIn(folder: vscode.Uri, name: string): KeptValue {
  const address = (slot: number): vscode.Uri => vscode.Uri.joinPath(folder, `${name}.${slot}.json`);
  return keepIn({
    async read(slot) {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(address(slot)));
      } catch {
        return undefined;
      }
    },
    write: async (slot, text) => vscode.workspace.fs.writeFile(address(slot), new TextEncoder().encode(text)),
  });
}
