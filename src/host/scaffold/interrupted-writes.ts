import * as vscode from 'vscode';
import { inert, joined, type Words } from '../../core/language/inert';
import { binary } from '../../core/scaffold/folder';
import {
  asideName,
  decideRecovery,
  type Found,
  fingerprintOf,
  isTorn,
  type Journal,
  journalName,
  lockName,
  ownFolder,
  type Step,
  stagedName,
  unfinishedJournalName,
  untold,
  writeName,
} from '../../core/scaffold/journal';
import { manifestPath } from '../../core/scaffold/manifest';
import { mostNamed } from '../../core/scaffold/path';
import { longestRun } from '../../core/scaffold/run-mark';
import { logFailure } from '../ui/log';
import { showFailure, showInformation } from '../ui/messages';
import { linkTo, removeEmpty, statOf } from './containment';
import { Changed, putBytes } from './file-bytes';
import { fileIn, placeName } from './place';
import { readBytes } from './project-folder';
import { clearPreparation, endJournal, preparationOf, readJournal, readPrepared } from './write-journal';
import { aboutLock, lock, lockOf, stillHeldOrStop, whileHeld } from './write-lock';

/** Writes that have begun and not ended are looked for when someone first turns to the projects of the window, not by activation. */
let looking: Promise<void> | undefined;

/** Finishes or takes back what was interrupted in the projects of the workspace, once per window, and says so. Never throws. */
export function recoverWorkspace(): Promise<void> {
  // In Restricted Mode nothing is written; whoever trusts the workspace later comes here again.
  if (!vscode.workspace.isTrusted) return Promise.resolve();
  looking ??= recoverAll();
  return looking;
}

/** The same for one project, which may lie outside of the workspace. Throws when it is neither finished nor taken back. */
export async function recoverProject(root: vscode.Uri): Promise<void> {
  await recoverWorkspace();
  if (!vscode.workspace.isTrusted) return;
  try {
    const said = await recover(root);
    if (said !== undefined) void showInformation(inert(said));
  } catch (error) {
    // Only a journal is anybody's business; what others have prepared or locked is theirs.
    if (!(error instanceof Busy) || (await readJournal(root)) !== undefined) throw error;
  }
}

async function recoverAll(): Promise<void> {
  const said: Words[] = [];
  let isBusy = false;
  for (const root of await findInterrupted())
    try {
      const sentence = await recover(root);
      if (sentence !== undefined) said.push(inert(sentence));
    } catch (error) {
      if (error instanceof Busy) isBusy = true;
      else showFailure(inert(error instanceof Error ? error.message : String(error)), 'An interrupted write', error);
    }
  if (said.length > 0) void showInformation(joined(' ', said));
  // One look for all of them: each would find the others.
  if (isBusy) setTimeout(lookAgain, longestRun);
}

/**
 * The projects where something temporary of ours may lie: those with a journal, all that are known as projects, since a folder that is
 * empty is not found, and whatever else has a file that a killed run has left. One with many must not hide another that has begun.
 */
async function findInterrupted(): Promise<vscode.Uri[]> {
  const begun = [journalName, unfinishedJournalName].map(name => `**/${writeName}/${name}`);
  try {
    const [deep, shallow, left] = await Promise.all([
      findSome(`{${begun.join(',')}}`),
      findSome(`**/${manifestPath}`),
      findSome(`**/{${writeName},${lockName}}/*`),
    ]);
    const roots = [
      ...[...deep, ...left].map(file => vscode.Uri.joinPath(file, '..', '..')),
      ...shallow.map(file => vscode.Uri.joinPath(file, '..')),
    ];
    return [...new Map(roots.map(root => [root.toString(), root])).values()];
  } catch (error) {
    logFailure('Interrupted writes could not be looked for', error);
    return [];
  }
}

function findSome(files: string): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(files, '**/node_modules/**', mostFound);
}

/** How many files of a kind are looked at. */
const mostFound = 500;

function lookAgain(): void {
  looking = undefined;
  void recoverWorkspace();
}

/** Another run may still be writing, or have been killed; which of the two shows in a while. */
class Busy extends Error {}

/**
 * Finishes a write that was interrupted, or takes it back where someone has changed a file since. Gives what was done, as a sentence;
 * nothing when there was no such write. Throws, with a sentence, when neither can be done.
 */
async function recover(root: vscode.Uri): Promise<string | undefined> {
  const left = await Promise.all([statOf(preparationOf(root)), statOf(lockOf(root))]);
  if (left.every(found => found === undefined)) return undefined;
  const unlock = await lock(root);
  if (!unlock) throw new Busy(aboutLock(root));
  let journal: Journal | undefined;
  try {
    return await whileHeld(root, async () => {
      journal = await begunIn(root);
      if (journal) return recoverAlone(root, journal);
      await clearPreparation(root);
      return undefined;
    });
  } finally {
    await unlock();
    // A project that was new is gone as a whole when nothing of it is left; an empty folder that someone else has made stays.
    const isOpen = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.toString() === root.toString());
    if (journal?.folders.includes(ownFolder) && !isOpen) await removeEmpty(root, [root]);
  }
}

/** The journal of a write that has begun; nothing where none has. Throws, with a sentence, where it cannot be believed. */
async function begunIn(root: vscode.Uri): Promise<Journal | undefined> {
  const journal = await readJournal(root);
  if (journal !== 'damaged') return journal;
  throw new Error(
    vscode.l10n.t(
      'What is left of a write to {0} cannot be read, or was not written here. {1}',
      placeName(root),
      lookAt(root),
    ),
  );
}

function lookAt(root: vscode.Uri): string {
  return vscode.l10n.t('Look at {0}, and delete it when nothing in it is needed.', placeName(preparationOf(root)));
}

async function recoverAlone(root: vscode.Uri, journal: Journal): Promise<string> {
  const found = await Promise.all(journal.steps.map((step, index) => find(root, step, index)));
  const recovery = decideRecovery(journal, found);
  if (recovery.kind === 'stuck')
    throw new Error(
      vscode.l10n.t(
        'A write to {0} was interrupted, and what is needed to finish it or to take it back is gone: {1}. {2}',
        placeName(root),
        recovery.paths.slice(0, mostNamed).join(', '),
        lookAt(root),
      ),
    );
  for (const index of recovery.steps) {
    await stillHeldOrStop(root);
    await settle(root, journal, index, found[index], recovery.kind);
  }
  await stillHeldOrStop(root);
  if (recovery.kind === 'takeBack')
    await removeEmpty(root, journal.folders.map(folder => fileIn(root, folder)).reverse());
  await endJournal(root);
  if (recovery.kind === 'finish')
    return vscode.l10n.t('A write to {0} that was interrupted is finished now.', placeName(root));
  const { changed } = recovery;
  return changed.length > 0
    ? vscode.l10n.t(
        'A write to {0} that was interrupted is taken back. Changed since, and left as it is: {1}.',
        placeName(root),
        changed.slice(0, mostNamed).join(', '),
      )
    : vscode.l10n.t('A write to {0} that was interrupted is taken back.', placeName(root));
}

async function find(root: vscode.Uri, { path }: Step, index: number): Promise<Found> {
  const file = fileIn(root, path);
  const isBehindLink = (await linkTo(root, [path])) !== undefined;
  const [now, staged, aside] = await Promise.all([
    isBehindLink ? binary : readBytes(file),
    readPrepared(root, stagedName(index)),
    readPrepared(root, asideName(index)),
  ]);
  return {
    now: now instanceof Uint8Array ? fingerprintOf(now) : now && untold,
    staged: staged && fingerprintOf(staged),
    aside: aside && fingerprintOf(aside),
    isTorn: now instanceof Uint8Array && isTorn(now, staged, aside),
  };
}

/** Does a step, or undoes it, with what was prepared for it. */
async function settle(
  root: vscode.Uri,
  { steps }: Journal,
  index: number,
  found: Found | undefined,
  kind: 'finish' | 'takeBack',
): Promise<void> {
  const step = steps[index];
  if (!step || !found) return;
  const [staged, aside] = await Promise.all([
    readPrepared(root, stagedName(index)),
    readPrepared(root, asideName(index)),
  ]);
  // What someone has saved into a file after it was put aside is put back with it.
  const [print, bytes, instead] = kind === 'finish' ? [step.after, staged, aside] : [step.before, aside, staged];
  const decidedFor = kind === 'finish' ? found.staged : found.aside;
  const changed = new Error(vscode.l10n.t('{0} has changed while it was looked at. Try again.', step.path));
  if (print !== undefined && (!bytes || fingerprintOf(bytes) !== decidedFor)) throw changed;
  const mayGo = (now: Uint8Array | undefined): boolean => (now && fingerprintOf(now)) === found.now;
  try {
    await putBytes(root, step.path, print === undefined ? undefined : bytes, mayGo, instead);
  } catch (error) {
    throw error instanceof Changed ? changed : error;
  }
}
