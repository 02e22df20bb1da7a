import * as vscode from 'vscode';
import { binary } from '../../core/scaffold/folder';
import { aboutLink, linkTo } from './containment';
import { fileIn } from './place';
import { dirtyDocument, readBytes } from './project-folder';

/** What is at a path is nobody's that we know of: someone has saved, made or taken away a file while we went on. */
export class Changed extends Error {}

/**
 * Puts bytes in the place of a file of a project, or takes the file away where there are none. Throws, with a sentence, when it is behind a
 * link or is one, and `Changed` when what is there may not go (`mayGo`): both are asked directly before anything is touched. An editor with
 * changes does not take what is put on the disk beneath it: one that holds `instead` (what a write of ours made of the file) is given the
 * text; what anybody else has typed stays in their editor.
 */
export async function putBytes(
  root: vscode.Uri,
  path: string,
  bytes: Uint8Array | undefined,
  mayGo: (now: Uint8Array | undefined) => boolean,
  instead?: Uint8Array,
): Promise<void> {
  const file = fileIn(root, path);
  let saved: Uint8Array | undefined;
  const isThere = async (): Promise<boolean> => {
    await refuseLink(root, path);
    const [now, link] = await Promise.all([readBytes(file), linkTo(root, [path])]);
    if (link) throw new Error(aboutLink(link));
    if (now !== binary && isSame(now, bytes)) return true;
    if (now !== binary && (mayGo(now) || (saved && isSame(now, saved)))) return false;
    throw new Changed(vscode.l10n.t('{0} has changed in the meantime, and is left as it is.', path));
  };
  let isDone = await isThere();
  const open = dirtyDocument(file);
  if (open && bytes) {
    const text = new TextDecoder().decode(bytes);
    if (instead && sameLines(open.getText(), new TextDecoder().decode(instead))) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(file, whole(open.getText()), text);
      await vscode.workspace.applyEdit(edit);
      await isThere();
    }
    if (sameLines(open.getText(), text)) saved = await savedBytes(open);
    isDone = await isThere();
  }
  if (isDone) return;
  if (bytes) await vscode.workspace.fs.writeFile(file, bytes);
  else await vscode.workspace.fs.delete(file);
}

/**
 * Saves a document. Gives what is on the disk then, where that is what the editor held: a formatter may have had its say, and what it made
 * is ours. Nothing when it was not saved, or somebody else has written since.
 */
export async function savedBytes(document: vscode.TextDocument): Promise<Uint8Array | undefined> {
  await document.save();
  if (document.isDirty) return undefined;
  const text = document.getText();
  const bytes = await readBytes(document.uri);
  if (!(bytes instanceof Uint8Array)) return undefined;
  const onDisk = await vscode.workspace.decode(bytes, { encoding: document.encoding });
  return sameLines(onDisk.replace(/^\uFEFF/, ''), text) ? bytes : undefined;
}

/** Whether two contents are the same; `undefined` is a file that is not there. */
export function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a && b ? a.length === b.length && a.every((byte, index) => byte === b[index]) : a === b;
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
