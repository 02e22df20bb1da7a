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

/** Where a value cannot be written, the first write says so, and those after it only once one has succeeded again. */
function keptIn(folder: vscode.Uri, name: string): KeptValue {
  const { fs } = vscode.workspace;
  const address = (slot: number): vscode.Uri => vscode.Uri.joinPath(folder, `${name}.${slot}.json`);
  const kept = keepIn({
    async read(slot) {
      try {
        return new TextDecoder().decode(await fs.readFile(address(slot)));
      } catch {
        return undefined;
      }
    },
    write: async (slot, text) => fs.writeFile(address(slot), new TextEncoder().encode(text)),
  });
  let isSaid = false;
  return {
    read: kept.read,
    async write(value) {
      try {
        await kept.write(value);
        isSaid = false;
      } catch (error) {
        if (isSaid) return;
        isSaid = true;
        throw error;
      }
    },
  };
}
