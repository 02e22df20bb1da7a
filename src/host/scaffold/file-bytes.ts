import * as vscode from 'vscode';
import { aboutLink, linkTo, statOf } from './containment';
import { fileIn } from './place';
import { dirtyDocument, readBytes } from './project-folder';

/**
 * Puts bytes in the place of a file of a project, or takes the file away where there are none. Throws, with a sentence, when it is behind a
 * link or is one. An editor with changes does not take what is put on the disk beneath it: one that holds `instead` (what a write of ours
 * made of the file) is given the text; what anybody else has typed stays in their editor.
 */
export async function putBytes(
  root: vscode.Uri,
  path: string,
  bytes: Uint8Array | undefined,
  instead?: Uint8Array,
): Promise<void> {
  const file = fileIn(root, path);
  await refuseLink(root, path);
  const open = dirtyDocument(file);
  if (open && bytes) {
    const text = new TextDecoder().decode(bytes);
    if (instead && sameLines(open.getText(), new TextDecoder().decode(instead))) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(file, whole(open.getText()), text);
      await vscode.workspace.applyEdit(edit);
      await refuseLink(root, path);
    }
    if (sameLines(open.getText(), text)) await open.save();
  }
  const onDisk = await readBytes(file);
  if (bytes && !(onDisk instanceof Uint8Array && sameBytes(bytes, onDisk))) {
    await refuseLink(root, path);
    await vscode.workspace.fs.writeFile(file, bytes);
  }
  if (!bytes && (await statOf(file))) await vscode.workspace.fs.delete(file);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function sameLines(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}

/** All of a text, as a range of its document. */
export function whole(text: string): vscode.Range {
  return new vscode.Range(0, 0, text.split('\n').length, 0);
}

async function refuseLink(root: vscode.Uri, path: string): Promise<void> {
  const link = await linkTo(root, [path]);
  if (link) throw new Error(aboutLink(link));
}
