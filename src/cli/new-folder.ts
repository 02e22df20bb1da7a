import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Write } from '../core/scaffold/changes';
import { temporaryPrefix } from '../core/scaffold/journal';
import { parseMark } from '../core/scaffold/run-mark';
import { BadInput, isRefusal, reasonOf } from './bad-input';
import { flushFolder } from './held-folder';
import { mayBeAlive, ownMark } from './run-mark';
import { say } from './terminal';
import { writeFlushed } from './write-files';

/** A new project is written below a folder that is called so and by the mark of its run, beside the place where it shall be. */
const besidePrefix = `${temporaryPrefix}new-`;

/** What the project is called until then. */
const stagedProject = 'project';

/**
 * Writes a folder that is not there yet beside its place, and moves it there with one step when all of it is on the disk. Throws what
 * the system says when it refuses; nothing is left then.
 */
export function writeNew(root: string, writes: readonly Write[]): void {
  const target = resolve(root);
  const parent = dirname(target);
  const beside = join(parent, besidePrefix + ownMark());
  const made: string[] = [];
  let isBesideMade = false;
  try {
    for (const folder of missingFolders(parent)) {
      mkdirSync(folder);
      made.push(folder);
    }
    mkdirSync(beside, 0o700);
    isBesideMade = true;
    const project = join(beside, stagedProject);
    const renew = (): void => keepBeside(beside, root);
    const folders = writeTree(project, writes, renew);
    for (const folder of folders) flushFolder(folder);
    renew();
    if (existsSync(target)) throw new BadInput(`Another run has made ${root} in the meantime. Nothing was written.`);
    renameSync(project, target);
  } catch (error) {
    const isRemoved = isBesideMade && !existsSync(beside);
    const left = refusalOf(() => rmSync(beside, { recursive: true, force: true }));
    // Someone may have put something into them meanwhile.
    for (const folder of made.reverse()) attempt(() => rmdirSync(folder));
    if (!isRefusal(error)) throw error;
    if (left !== undefined)
      throw new BadInput(
        `Cannot write to ${root}: ${reasonOf(error)}. What was prepared for it (${beside}) could not be removed: ${reasonOf(left)}. Remove it.`,
      );
    throw isRemoved ? removedMeanwhile(root) : error;
  }
  // It is in place, whatever the rest says; the next run removes what is left.
  attempt(() => rmdirSync(beside));
  attempt(() => flushFolder(parent));
}

/** Says to other machines that the run is alive which prepares a folder there. Throws a sentence when it was removed. */
function keepBeside(beside: string, root: string): void {
  const now = new Date();
  try {
    utimesSync(beside, now, now);
  } catch (error) {
    // Some systems let nobody set a time.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw removedMeanwhile(root);
  }
}

function removedMeanwhile(root: string): BadInput {
  return new BadInput(
    `What was prepared for ${root} was removed meanwhile, by hand or by a run that took this one for dead. Nothing was written; run it again.`,
  );
}

/**
 * Removes what runs that have died have left beside a project. Only what is ours without doubt: a folder that is called as a run calls
 * it, of the same person, with nothing in it but a project. What cannot be removed is told and left.
 */
export function clearBeside(root: string): void {
  const parent = dirname(resolve(root));
  for (const name of namesIn(parent))
    try {
      if (!isLeft(parent, name)) continue;
      rmSync(join(parent, name), { recursive: true, force: true });
      say(
        `An earlier run was interrupted before it put its project in place, or right after. What it had prepared (${name}) was removed.`,
      );
    } catch (error) {
      // It holds up nobody.
      if (!isRefusal(error)) throw error;
      say(
        `An earlier run was interrupted before it put its project in place, or right after. What it had prepared (${join(parent, name)}) could not be removed: ${reasonOf(error)}. Remove it.`,
      );
    }
}

function isLeft(parent: string, name: string): boolean {
  if (!name.startsWith(besidePrefix)) return false;
  const mark = parseMark(name.slice(besidePrefix.length));
  const path = join(parent, name);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!mark || !found?.isDirectory() || mayBeAlive(mark, found.mtimeMs)) return false;
  if (process.getuid && found.uid !== process.getuid()) return false;
  return namesIn(path).every(inside => inside === stagedProject);
}

/** Writes files below a folder that is not there yet. Gives all folders that were made, the deepest first. */
function writeTree(project: string, writes: readonly Write[], renew: () => void): string[] {
  const made = [project];
  mkdirSync(project);
  for (const { path } of writes)
    for (const folder of foldersTo(path))
      if (!made.includes(join(project, folder))) {
        mkdirSync(join(project, folder));
        made.push(join(project, folder));
      }
  writeFlushed(
    writes.flatMap(({ path, text }) => (text === undefined ? [] : [{ path: join(project, path), bytes: text }])),
    renew,
  );
  return made.reverse();
}

/** The folders on the way to a path, the outermost first. */
function foldersTo(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_name, index) => names.slice(0, index + 1).join('/'));
}

/** A folder with all above it that are not there, the outermost first. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.push(path);
  return missing.reverse();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What is thrown by something that may fail. */
function refusalOf(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // What could not be done is said where it is called.
  }
}
