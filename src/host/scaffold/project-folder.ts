import * as vscode from 'vscode';
import type { Write } from '../../core/scaffold/changes';
import { binary, type Folder } from '../../core/scaffold/folder';
import { exists } from '../ui/files';
import { logFailure } from '../ui/log';

/** What a folder holds at some paths: what is on disk, and where an editor holds unsaved changes, those. */
export async function readFolder(root: vscode.Uri, paths: readonly string[]): Promise<Folder> {
  const entries = await Promise.all(paths.map(async path => [path, await readEntry(fileIn(root, path))] as const));
  return new Map(entries.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

/** The address of a file by its path in the project. */
export function fileIn(root: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(root, ...path.split('/'));
}

/** A folder as people know it: by its path in the workspace, or by its name when it is a folder of the workspace. */
export function placeName(folder: vscode.Uri): string {
  const known = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString());
  return known?.name ?? vscode.workspace.asRelativePath(folder);
}

/**
 * What came of writing: the folders that had to be made, the deepest first; the file that is no longer as it was planned; or
 * why it did not work, as a sentence.
 */
export type Written =
  | { readonly made: readonly vscode.Uri[] }
  | { readonly changed: string }
  | { readonly problem: string };

/**
 * Writes everything as one undoable step, or nothing: when VS Code stops half-way, what was there is put back. Files that
 * exist are edited rather than made anew, because undoing that brings their text back.
 */
export async function writeFolder(root: vscode.Uri, writes: readonly Write[]): Promise<Written> {
  const now = await readFolder(
    root,
    writes.map(({ path }) => path),
  );
  const changed = writes.find(({ path, before }) => now.get(path) !== before);
  if (changed) return { changed: changed.path };
  if (vscode.workspace.fs.isWritableFileSystem(root.scheme) === false)
    return { problem: vscode.l10n.t('{0} can only be read.', placeName(root)) };
  const inTheWay = await fileForFolder(root, writes);
  if (inTheWay !== undefined)
    return { problem: vscode.l10n.t('{0} is a file, and the project needs a folder there.', inTheWay) };
  const made = await missingFolders(root, writes);
  const backup = await backUp(root, writes);
  try {
    if ((await applyWrites(root, writes)) && (await settle(root, writes))) return { made };
  } catch (error) {
    logFailure('A project could not be written', error, root);
  }
  const stopped = await firstMissing(root, writes);
  await restore(root, backup);
  await removeEmpty(made);
  return {
    problem: vscode.l10n.t(
      '{0} could not be written, so everything was put back as it was. Is {1} a folder that you may write to, with room left?',
      stopped,
      placeName(root),
    ),
  };
}

/** Takes folders away that nothing is in. */
export async function removeEmpty(folders: readonly vscode.Uri[]): Promise<void> {
  for (const folder of folders)
    try {
      const isEmpty = (await vscode.workspace.fs.readDirectory(folder)).length === 0;
      if (isEmpty) await vscode.workspace.fs.delete(folder, { recursive: true });
    } catch {
      // It was never made, or is gone already.
    }
}

async function applyWrites(root: vscode.Uri, writes: readonly Write[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  // What is most likely to fail comes first, so that little has to be put back.
  for (const { path, text, before } of writes)
    if (text !== undefined && typeof before !== 'string') {
      const contents = new TextEncoder().encode(text);
      edit.createFile(fileIn(root, path), { contents, overwrite: before === binary });
    }
  const edited: vscode.Uri[] = [];
  for (const { path, text, before } of writes)
    if (text !== undefined && typeof before === 'string') {
      edit.replace(fileIn(root, path), whole(before), text);
      edited.push(fileIn(root, path));
    }
  for (const { path, text } of writes)
    if (text === undefined) edit.deleteFile(fileIn(root, path), { ignoreIfNotExists: true });
  const open = new Set(textTabs().map(({ uri }) => uri.toString()));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const saved = await Promise.all(edited.map(save));
  // What is not saved at once, VS Code shows in an editor; nobody asked for those.
  const shown = textTabs().filter(({ uri }) => edited.some(file => file.toString() === uri.toString()));
  const tabs = shown.flatMap(({ tab, uri }) => (tab.isDirty || open.has(uri.toString()) ? [] : [tab]));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  return saved.every(isSaved => isSaved);
}

function textTabs(): { tab: vscode.Tab; uri: vscode.Uri }[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(tab => (tab.input instanceof vscode.TabInputText ? [{ tab, uri: tab.input.uri }] : []));
}

async function save(file: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(file);
  await document.save();
  return !document.isDirty;
}

function whole(text: string): vscode.Range {
  return new vscode.Range(0, 0, text.split('\n').length, 0);
}

/**
 * Whether what should be on disk is there; an edit that VS Code calls applied may have stopped half-way. Saving may run a
 * formatter: what was shown in the plan is what counts, or the next plan would take the formatter for a person.
 */
async function settle(root: vscode.Uri, writes: readonly Write[]): Promise<boolean> {
  for (const { path, text, before } of writes) {
    const file = fileIn(root, path);
    if (text === undefined) {
      if (await exists(file)) return false;
      continue;
    }
    const onDisk = await readDisk(file);
    if (onDisk === undefined) return false;
    if (typeof onDisk === 'string' && sameLines(onDisk, text)) continue;
    const usesCrLf = typeof before === 'string' && before.includes('\r\n');
    const lines = usesCrLf ? text.replaceAll(/\r?\n/g, '\r\n') : text;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(lines));
  }
  return true;
}

function sameLines(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}

/** The path at which writing stopped, as far as can be seen. */
async function firstMissing(root: vscode.Uri, writes: readonly Write[]): Promise<string> {
  const isNew = ({ before }: Write): number => (typeof before === 'string' ? 1 : 0);
  for (const { path, text } of [...writes].sort((a, b) => isNew(a) - isNew(b)))
    if (text !== undefined && (await readDisk(fileIn(root, path))) !== text) return path;
  return writes[0]?.path ?? '';
}

/** A file as it was: its bytes on disk, and the text of an editor that held changes. */
interface Backup {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  readonly unsaved: string | undefined;
}

function backUp(root: vscode.Uri, writes: readonly Write[]): Promise<Backup[]> {
  return Promise.all(
    writes.map(async ({ path }) => {
      const file = fileIn(root, path);
      const unsaved = dirtyDocument(file)?.getText();
      try {
        return { path, bytes: await vscode.workspace.fs.readFile(file), unsaved };
      } catch {
        return { path, bytes: undefined, unsaved };
      }
    }),
  );
}

async function restore(root: vscode.Uri, backup: readonly Backup[]): Promise<void> {
  for (const { path, bytes, unsaved } of backup) {
    const file = fileIn(root, path);
    try {
      const open = dirtyDocument(file);
      if (open && bytes) {
        // An editor with what was to be written would not take what is put on disk beside it.
        const edit = new vscode.WorkspaceEdit();
        edit.replace(file, whole(open.getText()), unsaved ?? new TextDecoder().decode(bytes));
        await vscode.workspace.applyEdit(edit);
        if (unsaved === undefined) await save(file);
      }
      const onDisk = (await exists(file)) ? await vscode.workspace.fs.readFile(file) : undefined;
      if (bytes && (!onDisk || !sameBytes(bytes, onDisk))) await vscode.workspace.fs.writeFile(file, bytes);
      if (!bytes && onDisk) await vscode.workspace.fs.delete(file);
    } catch (error) {
      logFailure('A file could not be put back', error, file);
    }
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The folders that files are written to, the deepest first; '' is the root. */
function foldersOf(writes: readonly Write[]): string[] {
  const folders = new Set<string>(['']);
  for (const { path, text } of writes)
    for (let end = path.lastIndexOf('/'); text !== undefined && end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  return [...folders].sort((a, b) => b.length - a.length);
}

/** The folders that writing will make, the deepest first. */
async function missingFolders(root: vscode.Uri, writes: readonly Write[]): Promise<vscode.Uri[]> {
  const uris = foldersOf(writes).map(folder => (folder === '' ? root : fileIn(root, folder)));
  const found = await Promise.all(uris.map(exists));
  return uris.filter((_uri, index) => !found[index]);
}

/** A file where the project needs a folder, if there is one. */
async function fileForFolder(root: vscode.Uri, writes: readonly Write[]): Promise<string | undefined> {
  for (const folder of foldersOf(writes)) {
    const uri = folder === '' ? root : fileIn(root, folder);
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.Directory) === 0) return folder === '' ? placeName(root) : folder;
    } catch {
      // It will be made.
    }
  }
  return undefined;
}

async function readEntry(file: vscode.Uri): Promise<string | typeof binary | undefined> {
  // An editor without changes may still hold a file that is gone: what is on disk counts then.
  return dirtyDocument(file)?.getText() ?? (await readDisk(file));
}

function dirtyDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === file.toString());
}

async function readDisk(file: vscode.Uri): Promise<string | typeof binary | undefined> {
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
    // A byte order mark is left out, as an editor does.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return binary;
  }
}
