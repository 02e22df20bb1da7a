import { existsSync, lstatSync, readlinkSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Write } from '../core/scaffold/changes';
import type { binary, ReadFolder } from '../core/scaffold/folder';
import { writeName } from '../core/scaffold/journal';
import { BadInput, isRefusal, reasonOf, tellingRefusal } from './bad-input';
import { lookAtPath, textOf } from './entry';
import { type HeldFolder, holdFolder } from './held-folder';
import { lock } from './lock';
import { clearBeside, writeNew } from './new-folder';
import { hasPreparations } from './preparations';
import { hasMadeFolder, recover } from './recovery';
import { holdingSignals } from './signals';
import { say } from './terminal';
import { checked, Unfinished, update } from './update';

/** The folder of a project for as long as a run lasts, which need not be there yet. */
export interface ProjectFolder {
  readonly read: ReadFolder;
  /** Writes all or nothing. Throws a sentence when that is not possible. */
  readonly write: (writes: readonly Write[]) => void;
}

/**
 * Opens the folder of a project for a run that writes: keeps other runs out from before the first look until the end, and first of all
 * finishes or takes back what an earlier run has left half done.
 */
export async function withFolder<T>(root: string, act: (folder: ProjectFolder) => Promise<T>): Promise<T> {
  clearBeside(root);
  const home = openFolder(root);
  if (!home) return holdingSignals(() => act(newFolder(root)));
  try {
    const locked = await lockOrRefusal(home);
    if ('refusal' in locked) return await act(unwritable(home, locked.refusal));
    return await holdingSignals(async () => {
      const isMadeByRun = hasMadeFolder(home);
      try {
        const recovered = recover(home);
        if (recovered) say(recovered);
        return await act({ read: reader(home), write: writes => attempt(root, () => update(home, writes)) });
      } finally {
        locked.unlock();
        if (isMadeByRun) removeEmpty(home);
      }
    });
  } finally {
    home.release();
  }
}

/** Removes the folder where nothing is left in it, not even a lock; not from below whoever has called this in it. */
function removeEmpty(home: HeldFolder): void {
  try {
    // What it is held by cannot be removed; its path is that of the same folder, wherever it is by now.
    const path = realpathSync(home.at);
    if (path !== process.cwd()) rmdirSync(path);
  } catch {
    // There is something in it, or it is not there any more.
  }
}

/** The folder of a project for a run that only looks. */
export interface FolderInView extends Pick<ProjectFolder, 'read'> {
  /** Throws the sentence with which the same writes would be refused. */
  readonly check: (writes: readonly Write[]) => void;
}

/** Opens the folder of a project for a run that only looks: it keeps nobody out and mends nothing. */
export async function lookingAtFolder<T>(root: string, act: (folder: FolderInView) => Promise<T>): Promise<T> {
  const home = openFolder(root);
  if (!home) return act({ read: newFolder(root).read, check: () => undefined });
  try {
    if (isInterrupted(home))
      say(
        `An earlier run in ${root} was interrupted, or another is writing now (${writeName}). This is how the folder stands; the next run that writes first finishes that or takes it back.`,
      );
    const check = (writes: readonly Write[]): void => {
      for (const write of writes)
        tellingRefusal(
          () => checked(home, write),
          reason => `Cannot read ${write.path} in ${home.name}: ${reason}.`,
        );
    };
    return await act({ read: reader(home), check });
  } finally {
    home.release();
  }
}

function newFolder(root: string): ProjectFolder {
  return { read: async () => new Map(), write: writes => attempt(root, () => writeNew(root, writes)) };
}

function isInterrupted(home: HeldFolder): boolean {
  return tellingRefusal(
    () => hasPreparations(home),
    reason => `Cannot read ${home.name}: ${reason}.`,
  );
}

/** A folder in which not even a lock can be made can still be read, and be found to be as it should be. */
function unwritable(home: HeldFolder, refusal: unknown): ProjectFolder {
  const refuse = (): never => {
    throw new BadInput(`Cannot write to ${home.name}: ${reasonOf(refusal)}. Nothing was changed.`);
  };
  return isInterrupted(home) ? refuse() : { read: reader(home), write: refuse };
}

async function lockOrRefusal(home: HeldFolder): Promise<{ unlock: () => void } | { refusal: unknown }> {
  try {
    return { unlock: await lock(home) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { refusal: error };
  }
}

/** Nothing when it is not there yet. */
function openFolder(root: string): HeldFolder | undefined {
  if (resolve(root).includes('\ufffd') && !existsSync(root))
    throw new BadInput(`The name of ${resolve(root)} is not text in UTF-8. Name a folder that has such a name.`);
  return tellingRefusal(
    () => {
      const found = statSync(root, { throwIfNoEntry: false });
      if (!found) {
        refuseLinkToNowhere(root);
        return undefined;
      }
      if (!found.isDirectory())
        throw new BadInput(`${root} is a file. Name a folder for the project, which need not exist yet.`);
      return holdFolder(root);
    },
    reason => `Cannot read ${root}: ${reason}.`,
  );
}

/** Of what is not there, looks whether a link on the way to it is the reason: no folder can be made in the place of one. */
function refuseLinkToNowhere(root: string): void {
  for (let path = resolve(root); ; path = dirname(path)) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found && path !== dirname(path)) continue;
    if (found?.isSymbolicLink() && !existsSync(path))
      throw new BadInput(
        `${path === resolve(root) ? root : path} is a link that leads nowhere (to ${readlinkSync(path)}). Make what it leads to, or remove it. Nothing was written.`,
      );
    return;
  }
}

/** What a folder holds at some paths. */
function reader(home: HeldFolder): ReadFolder {
  return async paths => {
    const folder = new Map<string, string | typeof binary>();
    for (const path of paths) {
      const text = readText(home, path);
      if (text !== undefined) folder.set(path, text);
    }
    return folder;
  };
}

function readText(home: HeldFolder, path: string): string | typeof binary | undefined {
  const entry = tellingRefusal(
    () => lookAtPath(home, path),
    reason => `Cannot read ${path} in ${home.name}: ${reason}.`,
  );
  if (entry?.stats.isDirectory())
    throw new BadInput(`${path} in ${home.name} is a folder, and the project needs a file there.`);
  return entry && textOf(entry);
}

function attempt(root: string, write: () => void): void {
  try {
    tellingRefusal(write, reason => `Cannot write to ${root}: ${reason}. Nothing was changed.`);
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
    throw new BadInput(
      `Cannot write to ${root}, and what was written already could not be taken back: ${reasonOf(error.cause)}. The next run finishes it or takes it back.`,
    );
  }
}
