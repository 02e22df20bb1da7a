import * as vscode from 'vscode';
import { binary, type Folder, largestFile } from '../../core/scaffold/folder';
import { aboutLink, linkOnTheWay, statOf } from './containment';
import { fileIn } from './place';

/**
 * What a folder holds at some paths: what is on disk, and where an editor holds unsaved changes, those. Throws, with a sentence, when one
 * of them is behind a link.
 */
export async function readFolder(root: vscode.Uri, paths: readonly string[]): Promise<Folder> {
  const link = await linkOnTheWay(root, paths);
  if (link) throw new Error(aboutLink(link));
  const entries = await Promise.all(paths.map(async path => [path, await readEntry(fileIn(root, path))] as const));
  return new Map(entries.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

/** The document of a file, when an editor holds changes of it that are not saved. */
export function dirtyDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === file.toString());
}

/** What is on disk in place of a file: its bytes, `binary` for what is not read (a link, a folder, something large), or nothing. */
export async function readBytes(file: vscode.Uri): Promise<Uint8Array | typeof binary | undefined> {
  try {
    const found = await statOf(file);
    if (!found) return undefined;
    // Size and kind come before content: a pipe would never end, and a link leads anywhere.
    if (found.type !== vscode.FileType.File || found.size > largestFile) return binary;
    return await vscode.workspace.fs.readFile(file);
  } catch {
    // A file that may not be read.
    return binary;
  }
}

async function readEntry(file: vscode.Uri): Promise<string | typeof binary | undefined> {
  const bytes = await readBytes(file);
  if (bytes === binary) return binary;
  // An editor without changes may still hold a file that is gone: what is on disk counts then.
  return dirtyDocument(file)?.getText() ?? (bytes && textIn(bytes));
}

/** The text of a file by its bytes; `binary` where they are none. */
export function textIn(bytes: Uint8Array): string | typeof binary {
  try {
    // A byte order mark is left out, as an editor does.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return binary;
  }
}
