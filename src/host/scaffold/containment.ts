import * as vscode from 'vscode';
import { fileIn, pathIn, placeName } from './place';

/*
 * A link leads anywhere, and where to cannot be asked here. So nothing is read, written or deleted behind one: not behind a folder
 * between the workspace and a file, and not through a file that is a link itself. The folders of the workspace are what someone opened,
 * links or not. VS Code names no way to hold a folder in place while it is written to: what is a link is asked directly before.
 */

/** The first folder on the way to files of a project that is a link, the project's own and those above it in the workspace included. */
export async function linkOnTheWay(root: vscode.Uri, paths: readonly string[]): Promise<vscode.Uri | undefined> {
  return firstLink([...foldersDownTo(root), ...foldersOf(paths).map(folder => fileIn(root, folder))]);
}

/** The first link on the way to files of a project, or that is one of these files. */
export async function linkTo(root: vscode.Uri, paths: readonly string[]): Promise<vscode.Uri | undefined> {
  return (await linkOnTheWay(root, paths)) ?? firstLink(paths.map(path => fileIn(root, path)));
}

/** Why something behind a link is left alone, as a sentence. */
export function aboutLink(link: vscode.Uri): string {
  return vscode.l10n.t(
    '{0} is a link, and where it leads cannot be told from here: nothing is read, written or deleted through it. Take it away, or open the folder that it leads to by itself.',
    placeName(link),
  );
}

/** What is at an address; nothing when nothing is. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    const isGone =
      error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
    if (isGone) return undefined;
    throw error;
  }
}

/** Takes folders of a project away that nothing is in, never through a link. */
export async function removeEmpty(root: vscode.Uri, folders: readonly vscode.Uri[]): Promise<void> {
  for (const folder of folders)
    try {
      const path = pathIn(root, folder);
      if (await linkTo(root, path === '' ? [] : [path])) continue;
      const found = await statOf(folder);
      if (found?.type !== vscode.FileType.Directory) continue;
      const isEmpty = (await vscode.workspace.fs.readDirectory(folder)).length === 0;
      // Without its content: what has come in the meantime stays.
      if (isEmpty) await vscode.workspace.fs.delete(folder, { recursive: false });
    } catch {
      // It was never made, or is gone already.
    }
}

/** The folders below a project's that these files are in, the deepest first. */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  return [...folders].sort((a, b) => b.length - a.length);
}

/** From the folder of the workspace that a project is in, without it, down to the project's; outside of the workspace only that. */
function foldersDownTo(root: vscode.Uri): vscode.Uri[] {
  const top = vscode.workspace.getWorkspaceFolder(root)?.uri;
  if (!top) return [root];
  const folders: vscode.Uri[] = [];
  for (let folder = root; folder.path.length > top.path.length; folder = vscode.Uri.joinPath(folder, '..'))
    folders.push(folder);
  return folders.reverse();
}

async function firstLink(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  // What may not be looked at cannot be gone through either.
  const stats = await Promise.all(uris.map(uri => statOf(uri).catch(() => undefined)));
  return uris.find((_uri, index) => ((stats[index]?.type ?? 0) & vscode.FileType.SymbolicLink) !== 0);
}
