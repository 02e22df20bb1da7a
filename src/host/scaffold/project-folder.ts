import * as vscode from 'vscode';
import type { Write } from '../../core/scaffold/changes';
import { binary, type Folder } from '../../core/scaffold/folder';
import { exists } from '../ui/files';

/** What a folder holds at some paths: what an open editor shows, else what is on disk. */
export async function readFolder(root: vscode.Uri, paths: readonly string[]): Promise<Folder> {
  const entries = await Promise.all(paths.map(async path => [path, await readEntry(fileIn(root, path))] as const));
  return new Map(entries.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

/** The address of a file by its path in the project. */
export function fileIn(root: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(root, ...path.split('/'));
}

/** Why nothing was written, as a sentence. */
export interface NotWritten {
  readonly problem: string;
}

/**
 * Writes everything as one undoable step, or nothing: when VS Code stops half-way, what was there is put back. Files that
 * exist are edited rather than made anew, because undoing that brings their text back.
 */
export async function writeFolder(root: vscode.Uri, writes: readonly Write[]): Promise<NotWritten | undefined> {
  const now = await readFolder(
    root,
    writes.map(({ path }) => path),
  );
  const changed = writes.find(({ path, before }) => now.get(path) !== before);
  if (changed)
    return { problem: vscode.l10n.t('{0} has changed in the meantime. Look at the plan again.', changed.path) };
  if (vscode.workspace.fs.isWritableFileSystem(root.scheme) === false)
    return { problem: vscode.l10n.t('{0} can only be read.', vscode.workspace.asRelativePath(root)) };
  const missing = await missingFolders(root, writes);
  try {
    if ((await applyWrites(root, writes)) && (await isWritten(root, writes))) return undefined;
  } catch (error) {
    console.error(error);
  }
  await restore(root, writes, missing);
  return {
    problem: vscode.l10n.t(
      'Not every file could be written, so everything was put back as it was. Is {0} a folder that you may write to, with room left?',
      vscode.workspace.asRelativePath(root),
    ),
  };
}

async function applyWrites(root: vscode.Uri, writes: readonly Write[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const edited: vscode.Uri[] = [];
  for (const { path, text, before } of writes) {
    const file = fileIn(root, path);
    if (text === undefined) edit.deleteFile(file, { ignoreIfNotExists: true });
    else if (typeof before === 'string') {
      edit.replace(file, new vscode.Range(0, 0, before.split('\n').length, 0), text);
      edited.push(file);
    } else edit.createFile(file, { contents: new TextEncoder().encode(text), overwrite: before === binary });
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  for (const file of edited) {
    const document = await vscode.workspace.openTextDocument(file);
    await document.save();
    if (document.isDirty) return false;
  }
  return true;
}

/** Whether what should have been written is on disk; an edit that VS Code calls applied may have stopped half-way. */
async function isWritten(root: vscode.Uri, writes: readonly Write[]): Promise<boolean> {
  for (const { path, text } of writes) {
    const file = fileIn(root, path);
    if ((await exists(file)) !== (text !== undefined)) return false;
  }
  return true;
}

async function restore(root: vscode.Uri, writes: readonly Write[], missing: readonly vscode.Uri[]): Promise<void> {
  for (const { path, before } of writes) {
    const file = fileIn(root, path);
    try {
      if (before === undefined) {
        if (await exists(file)) await vscode.workspace.fs.delete(file);
      } else if (typeof before === 'string')
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(before));
    } catch (error) {
      console.error(error);
    }
  }
  for (const folder of missing)
    try {
      await vscode.workspace.fs.delete(folder, { recursive: false });
    } catch {
      // It was never made, or someone has put something there.
    }
}

/** The folders that writing will make, the deepest first. */
async function missingFolders(root: vscode.Uri, writes: readonly Write[]): Promise<vscode.Uri[]> {
  const folders = new Set<string>(['']);
  for (const { path } of writes)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  const missing: vscode.Uri[] = [];
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    const uri = folder === '' ? root : fileIn(root, folder);
    if (!(await exists(uri))) missing.push(uri);
  }
  return missing;
}

async function readEntry(file: vscode.Uri): Promise<string | typeof binary | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open) return open.getText();
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (
      error instanceof vscode.FileSystemError &&
      (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
    )
      return undefined;
    // A folder in the way of a file, or a file that may not be read.
    return binary;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return binary;
  }
}
