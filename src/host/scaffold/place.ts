import * as vscode from 'vscode';

/** The address of a file by its path in the project. */
export function fileIn(root: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(root, ...path.split('/'));
}

/** A file or folder as people know it: by its path in the workspace, or by its name when it is a folder of the workspace. */
export function placeName(uri: vscode.Uri): string {
  const known = vscode.workspace.workspaceFolders?.find(folder => folder.uri.toString() === uri.toString());
  return known?.name ?? vscode.workspace.asRelativePath(uri);
}

/** The path of a folder in a project; '' for the project's own. */
export function pathIn(root: vscode.Uri, folder: vscode.Uri): string {
  return folder.path.slice(root.path.length + 1);
}
