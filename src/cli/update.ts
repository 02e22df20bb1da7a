import { linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Write } from '../core/scaffold/changes';
import { largestFile } from '../core/scaffold/folder';
import {
  asideName,
  fingerprintOf,
  isTorn,
  isWritable,
  type Journal,
  journalName,
  printJournal,
  type Step,
  type StepsToGo,
  stagedName,
  unfinishedJournalName,
  unknownTime,
  untold,
  writeName,
} from '../core/scaffold/journal';
import { BadInput, reasonOf } from './bad-input';
import { type Entry, lookAt, lookAtPath, printOf, textOf } from './entry';
import { flushFolder, type HeldFolder, inFolder, splitPath } from './held-folder';
import { keepLock, stillHold, whileHeld } from './lock';
import { clearPreparations, holdPreparations, preparationsMade } from './preparations';
import { say } from './terminal';
import { type NewFile, writeFlushed } from './write-files';

/** What could be neither done nor taken back; the journal is still there, and the next run goes on with it. */
export class Unfinished extends Error {}

/**
 * Writes into a folder that is there, all or nothing, and so that the next run can go on from any moment (core/scaffold/journal.ts). What
 * was there is moved nowhere before what is new can take its place. A file of several names (hard links) keeps its text under the
 * others. Throws a sentence when a file is no longer as it was planned, what the system says when it refuses, and `Unfinished`.
 */
export function update(home: HeldFolder, writes: readonly Write[]): void {
  whileHeld(home, () => {
    const folders = missingFolders(home, writes);
    const prepared = makePreparationFolder(home);
    try {
      const journal = prepareOrClear(home, prepared, writes, folders);
      carryOut({ home, prepared, journal }, { steps: [...journal.steps.keys()], torn: [] });
    } finally {
      prepared.release();
    }
  });
}

/** A write that has been prepared: where, and what it is. */
export interface Prepared {
  readonly home: HeldFolder;
  /**
   * The folder with its texts and its journal, held. A run that takes over removes them: a step that stood still between the look at the
   * lock and its call finds nothing to rename, and nowhere to.
   */
  readonly prepared: HeldFolder;
  readonly journal: Journal;
}

/** Does the steps of a journal that are left, and puts the journal away. What was done is taken back when one of them fails. */
export function carryOut(write: Prepared, { steps, torn }: StepsToGo): void {
  const { home, prepared, journal } = write;
  try {
    for (const folder of journal.folders) {
      stillHold(home);
      makeFolder(home, folder);
    }
    for (const index of steps) {
      stillHold(home);
      doStep(write, stepAt(journal, index), index, torn.includes(index));
    }
    flushFolders(home, journal);
  } catch (error) {
    stillHold(home);
    try {
      takeBack(write, { steps: begunSteps(home, journal, torn).reverse(), torn });
    } catch (second) {
      throw new Unfinished('', { cause: second });
    }
    throw error;
  }
  try {
    clearPreparations(home, prepared);
  } catch (error) {
    // Whoever has taken over finds all steps done, and removes the rest.
    if (keepLock(home))
      say(`All was written, but ${writeName} in ${home.name} could not be removed: ${reasonOf(error)}. Remove it.`);
  }
}

/** Undoes steps that were done, in the order given, and puts the journal away. Throws what the system says when it refuses. */
export function takeBack(write: Prepared, { steps, torn }: StepsToGo): void {
  const { home, prepared, journal } = write;
  for (const index of steps) {
    stillHold(home);
    undoStep(write, stepAt(journal, index), index, torn.includes(index));
  }
  flushFolders(home, journal);
  stillHold(home);
  for (const folder of [...journal.folders].reverse()) removeEmpty(home, folder);
  clearPreparations(home, prepared);
}

/** Prepares a write. What was put on the disk until it failed is removed, unless another run took over and does that. */
function prepareOrClear(
  home: HeldFolder,
  prepared: HeldFolder,
  writes: readonly Write[],
  folders: readonly string[],
): Journal {
  try {
    return prepare(home, prepared, writes, folders);
  } catch (error) {
    stillHold(home);
    clearPreparations(home, prepared);
    throw error;
  }
}

/** Puts everything on the disk that the write needs; the journal is the last. */
function prepare(
  home: HeldFolder,
  prepared: HeldFolder,
  writes: readonly Write[],
  folders: readonly string[],
): Journal {
  const found = writes.map(write => checked(home, write));
  const journal: Journal = {
    made: preparationsMade(prepared),
    folders,
    steps: writes.map(({ path, text }, index) => ({
      path,
      before: printOf(found[index]),
      after: text === undefined ? undefined : fingerprintOf(Buffer.from(text)),
    })),
  };
  const at = prepared.at;
  writeFlushed(writes.flatMap((write, index) => stagedFile(at, write, index, found[index])));
  for (const [index, { path, text }] of writes.entries()) {
    const entry = found[index];
    // What is deleted is put aside by that.
    if (entry && text !== undefined) putAside(home, path, entry, join(at, asideName(index)));
  }
  flushFolder(at);
  stillHold(home);
  putJournal(at, journal);
  // Where the system has no such time, it answers another that moves with each change: that must not agree by chance.
  if (preparationsMade(prepared) !== journal.made) putJournal(at, { ...journal, made: unknownTime });
  inFolder(home, '', flushFolder);
  return journal;
}

/** Puts a journal in place with one step. */
function putJournal(at: string, journal: Journal): void {
  writeFlushed([{ path: join(at, unfinishedJournalName), bytes: printJournal(journal) }]);
  renameSync(join(at, unfinishedJournalName), join(at, journalName));
  flushFolder(at);
}

/** It is for nobody else, since what lies in it has not got its rights yet. Gives it, held. */
function makePreparationFolder(home: HeldFolder): HeldFolder {
  try {
    inFolder(home, '', at => mkdirSync(join(at, writeName), 0o700));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new BadInput(
      `${writeName} in ${home.name} holds something that was not put there by us. Move it away. Nothing was written.`,
    );
  }
  let prepared: HeldFolder | undefined;
  try {
    prepared = holdPreparations(home);
    // With the lock still had, it is the one that was made here, and no other's.
    stillHold(home);
    return prepared;
  } catch (error) {
    prepared?.release();
    // One that is another's by now has something in it, and stays.
    attempt(() => inFolder(home, '', at => rmdirSync(join(at, writeName))));
    throw error;
  }
}

function stagedFile(at: string, { text }: Write, index: number, entry: Entry | undefined): NewFile[] {
  if (text === undefined) return [];
  return [{ path: join(at, stagedName(index)), bytes: text, like: entry?.stats.isFile() ? entry.stats : undefined }];
}

/** What is at the path of a write, which must be as it was when the write was planned, and nothing that could not be brought back. */
export function checked(home: HeldFolder, { path, before }: Write): Entry | undefined {
  if (!isWritable(path)) throw new BadInput(`${path} is no place for a file of a project. Nothing was written.`);
  const entry = lookAtPath(home, path);
  if ((entry && textOf(entry)) !== before) throw changedMeanwhile(path);
  if (printOf(entry) === untold)
    throw new BadInput(
      entry?.stats.isFile()
        ? `${path} has more than ${largestFile / 1_048_576} MB. Move it away if it may be replaced.`
        : `${path} is neither a file nor a link. Move it away if it may be replaced.`,
    );
  return entry;
}

/** Gives a file a second name, so that it can be put back as it is; where that is not possible, a copy. */
function putAside(home: HeldFolder, path: string, { bytes, link, stats }: Entry, aside: string): void {
  if (link !== undefined) {
    symlinkSync(link, aside);
    return;
  }
  const { folder, name } = splitPath(path);
  try {
    inFolder(home, folder, at => linkSync(join(at, name), aside));
  } catch {
    writeFlushed([{ path: aside, bytes: bytes ?? '', like: stats }]);
  }
}

function doStep(
  { home, prepared: { at: prepared } }: Prepared,
  { path, before, after }: Step,
  index: number,
  wasTorn: boolean,
): void {
  const { folder, name } = splitPath(path);
  inFolder(home, folder, at => {
    const file = join(at, name);
    const staged = join(prepared, stagedName(index));
    const aside = asideName(index);
    const now = lookAt(at, name);
    if (printOf(now) !== before && !(wasTorn && isStillTorn(prepared, index, now))) throw changedMeanwhile(path);
    if (after === undefined) renameSync(file, join(prepared, aside));
    else if (now === undefined) putNew(staged, file, path);
    else renameSync(staged, file);
    // An editor that had the file open may have saved into it between the look and the step.
    if (before !== undefined && printOf(lookAt(prepared, aside)) !== before) throw changedMeanwhile(path);
  });
}

/** Puts a file in place without ever replacing one that has come meanwhile, where the system can do that. */
function putNew(staged: string, file: string, path: string): void {
  try {
    linkSync(staged, file);
    unlinkSync(staged);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw changedMeanwhile(path);
    renameSync(staged, file);
  }
}

function undoStep(
  { home, prepared: { at: prepared } }: Prepared,
  { path, before, after }: Step,
  index: number,
  wasTorn: boolean,
): void {
  const { folder, name } = splitPath(path);
  inFolder(home, folder, at => {
    // What someone has made of it since the look stays.
    const now = lookAt(at, name);
    if (printOf(now) !== after && !(wasTorn && isStillTorn(prepared, index, now))) return;
    // Back to where it came from, not deleted: where another run has taken over and removed that, this fails.
    if (before === undefined) renameSync(join(at, name), join(prepared, stagedName(index)));
    else renameSync(join(prepared, asideName(index)), join(at, name));
  });
}

/**
 * Whether a file that was torn is so still: since it was looked at, someone may have saved into it. Only of a file that was found torn by
 * whoever mends: in any other, what is but the beginning may be a save that is going on.
 */
function isStillTorn(prepared: string, index: number, now: Entry | undefined): boolean {
  const [staged, aside] = [stagedName(index), asideName(index)].map(name => lookAt(prepared, name)?.bytes);
  return now?.bytes !== undefined && isTorn(now.bytes, staged, aside);
}

/** The steps that were done, and those whose files are torn still. */
function begunSteps(home: HeldFolder, { steps }: Journal, torn: readonly number[]): number[] {
  return steps.flatMap(({ path, before, after }, index) => {
    const now = printAt(home, path);
    return now === after || (now !== before && torn.includes(index)) ? [index] : [];
  });
}

/** The fingerprint of what is at a path; `untold` where a link or a file is on the way, or something that may not be read. */
export function printAt(home: HeldFolder, path: string): string | undefined {
  try {
    return printOf(lookAtPath(home, path));
  } catch {
    return untold;
  }
}

/** The folders that writing has to make, each after the one that it is in. */
function missingFolders(home: HeldFolder, writes: readonly Write[]): string[] {
  const missing = new Set<string>();
  for (const { path, text } of writes)
    for (let { folder } = splitPath(path); text !== undefined && folder !== ''; folder = splitPath(folder).folder)
      if (!isThere(home, folder)) missing.add(folder);
  return [...missing].sort();
}

function isThere(home: HeldFolder, path: string): boolean {
  const { folder, name } = splitPath(path);
  try {
    return inFolder(home, folder, at => lstatSync(join(at, name), { throwIfNoEntry: false }) !== undefined);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function makeFolder(home: HeldFolder, path: string): void {
  const { folder, name } = splitPath(path);
  try {
    inFolder(home, folder, at => mkdirSync(join(at, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function removeEmpty(home: HeldFolder, path: string): void {
  const { folder, name } = splitPath(path);
  try {
    inFolder(home, folder, at => rmdirSync(join(at, name)));
  } catch {
    // It was not made yet, or someone has put something into it. The project's own still holds the lock (folder.ts removes it).
  }
}

/** Everything that was put in place, removed or made is on the disk when this returns. */
function flushFolders(home: HeldFolder, { steps, folders }: Journal): void {
  const touched = new Set([...steps.map(({ path }) => path), ...folders].map(path => splitPath(path).folder));
  for (const folder of touched)
    try {
      inFolder(home, folder, flushFolder);
    } catch (error) {
      // Nothing was put into a folder that is not there.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // The next run removes it.
  }
}

function stepAt({ steps }: Journal, index: number): Step {
  const step = steps[index];
  if (!step) throw new Error(`There is no step ${index}.`);
  return step;
}

function changedMeanwhile(path: string): BadInput {
  return new BadInput(`${path} has changed in the meantime. Nothing was written; run it again.`);
}
