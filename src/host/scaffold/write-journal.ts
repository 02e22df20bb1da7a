import * as vscode from 'vscode';
import { binary } from '../../core/scaffold/folder';
import {
  asideName,
  fingerprintOf,
  isPreparation,
  type Journal,
  journalName,
  longestJournal,
  parseJournal,
  printJournal,
  stagedName,
  unfinishedJournalName,
  unknownTime,
  writeName,
} from '../../core/scaffold/journal';
import { aboutLink, linkTo, removeEmpty, statOf } from './containment';
import { placeName } from './place';
import { readBytes } from './project-folder';
import { stillHeldOrStop } from './write-lock';

/** A file of a write: its bytes before and after; nothing where it is not there. */
export interface PreparedStep {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** Where a write to a project is prepared. */
export function preparationOf(root: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(root, writeName);
}

/**
 * Puts all of a write on the disk beside the project's files, the journal last, so that whoever comes next can finish it or take it back
 * (core/scaffold/journal.ts); `folders` are those that have to be made. Throws when that is not possible; nothing of the project has been
 * touched then. Here and below the lock must be had, and is asked for before anything is changed (`TakenOver`).
 */
export async function prepareJournal(
  root: vscode.Uri,
  steps: readonly PreparedStep[],
  folders: readonly string[],
): Promise<void> {
  const folder = preparationOf(root);
  const link = await linkTo(root, [writeName]);
  if (link) throw new Error(aboutLink(link));
  await clearPreparation(root);
  await stillHeldOrStop(root);
  const files = steps.flatMap(({ before, after }, index) => [
    ...(after ? [[stagedName(index), after] as const] : []),
    ...(before ? [[asideName(index), before] as const] : []),
  ]);
  await Promise.all(files.map(([name, bytes]) => vscode.workspace.fs.writeFile(at(folder, name), bytes)));
  const journal: Journal = {
    made: await madeAt(folder),
    steps: steps.map(({ path, before, after }) => ({
      path,
      before: before && fingerprintOf(before),
      after: after && fingerprintOf(after),
    })),
    folders,
  };
  await putJournal(root, journal);
  // Where the system has no such time, it answers another that moves with each change: that must not agree by chance.
  if ((await madeAt(folder)) !== journal.made) await putJournal(root, { ...journal, made: unknownTime });
}

/** Puts a journal in place with one step. */
async function putJournal(root: vscode.Uri, journal: Journal): Promise<void> {
  const folder = preparationOf(root);
  const bytes = new TextEncoder().encode(printJournal(journal));
  await stillHeldOrStop(root);
  await vscode.workspace.fs.writeFile(at(folder, unfinishedJournalName), bytes);
  // One that came late would be mended over what the other run has made.
  await stillHeldOrStop(root);
  await vscode.workspace.fs.rename(at(folder, unfinishedJournalName), at(folder, journalName), { overwrite: true });
}

/** The journal of a write that was begun; `damaged` when it cannot be read as one, or was written elsewhere. */
export async function readJournal(root: vscode.Uri): Promise<Journal | 'damaged' | undefined> {
  const link = await linkTo(root, [writeName, `${writeName}/${journalName}`]);
  if (link) throw new Error(aboutLink(link));
  const file = at(preparationOf(root), journalName);
  const found = await statOf(file);
  if (!found) return undefined;
  if (found.size > longestJournal) return 'damaged';
  const bytes = await readBytes(file);
  if (!(bytes instanceof Uint8Array)) return 'damaged';
  return parseJournal(new TextDecoder().decode(bytes), await madeAt(preparationOf(root))) ?? 'damaged';
}

/** When a folder was made: VS Code calls that its `ctime`. */
async function madeAt(folder: vscode.Uri): Promise<number> {
  return (await vscode.workspace.fs.stat(folder)).ctime;
}

/** Ends a write: the journal goes first, since without it nothing is to be done; then the rest of our own making. */
export async function endJournal(root: vscode.Uri): Promise<void> {
  const journal = at(preparationOf(root), journalName);
  const link = await linkTo(root, [writeName]);
  if (link) throw new Error(aboutLink(link));
  const isBegun = (await statOf(journal)) !== undefined;
  await stillHeldOrStop(root);
  if (isBegun) await vscode.workspace.fs.delete(journal);
  await clearPreparation(root);
}

/** Takes away what was prepared for a write that never began. Throws where one has begun. */
export async function clearPreparation(root: vscode.Uri): Promise<void> {
  const folder = preparationOf(root);
  const found = await statOf(folder);
  if (!found) return;
  if (found.type !== vscode.FileType.Directory)
    throw new Error(vscode.l10n.t('{0} is in the way. Take it away first.', placeName(folder)));
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  if (names.includes(journalName))
    throw new Error(vscode.l10n.t('Another write to {0} has begun and not ended.', placeName(root)));
  await stillHeldOrStop(root);
  await Promise.all(names.filter(isPreparation).map(name => vscode.workspace.fs.delete(at(folder, name))));
  await removeEmpty(root, [folder]);
}

/** The bytes that were prepared under a name; nothing when they are not there as a file of their own. */
export async function readPrepared(root: vscode.Uri, name: string): Promise<Uint8Array | undefined> {
  const bytes = await readBytes(at(preparationOf(root), name));
  return bytes === binary ? undefined : bytes;
}

function at(folder: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, name);
}
