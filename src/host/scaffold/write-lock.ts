import * as vscode from 'vscode';
import { lockName } from '../../core/scaffold/journal';
import { hashOf } from '../../core/scaffold/manifest';
import { longestRun, parseMark, printMark, renewal } from '../../core/scaffold/run-mark';
import { aboutLink, linkTo, removeEmpty, statOf } from './containment';
import { placeName } from './place';

/** The projects that this window holds. */
const held = new Set<string>();

/**
 * By which other runs know this window. It runs in a browser too and has no number of a process, so that its machine is one that nobody
 * else has: others tell by its age alone whether it is alive.
 */
const ownMark = printMark({
  process: '1',
  began: String(Date.now()),
  machine: hashOf(`${Date.now()} ${Math.random()}`),
});

/**
 * Keeps other windows and runs of the command line out of a project until what is returned is called; nothing is returned when one of them
 * is in it. Each puts a file with its mark into one folder and then looks who else is there (core/scaffold/journal.ts). Whether another is
 * alive cannot be asked from here: one that has not renewed its mark for long is not. The own one is renewed while the project is held.
 */
export async function lock(root: vscode.Uri): Promise<(() => Promise<void>) | undefined> {
  const key = root.toString();
  if (held.has(key)) return undefined;
  held.add(key);
  let renewing: ReturnType<typeof setInterval> | undefined;
  let renewed: Promise<unknown> = Promise.resolve();
  const leave = async (): Promise<void> => {
    clearInterval(renewing);
    held.delete(key);
    // What is on its way would make the mark anew.
    await renewed;
    await remove(vscode.Uri.joinPath(lockOf(root), ownMark));
    await removeEmpty(root, [lockOf(root)]);
  };
  try {
    if (await enter(root)) {
      renewing = setInterval(() => {
        renewed = renewed.then(() => renew(root));
      }, renewal);
      return leave;
    }
  } catch (error) {
    await leave();
    throw error;
  }
  await leave();
  return undefined;
}

/** Whether a lock that was had still is: a machine that slept has renewed no mark, and others may have taken it for dead. */
export async function isStillHeld(root: vscode.Uri): Promise<boolean> {
  return (await statOf(vscode.Uri.joinPath(lockOf(root), ownMark))) !== undefined;
}

/** Another run has taken this window for dead, and has gone on with what it left. */
export class TakenOver extends Error {}

/** Asks for the lock before something is changed. Throws `TakenOver`, with a sentence, when it is not had any more: then nothing may be touched. */
export async function stillHeldOrStop(root: vscode.Uri): Promise<void> {
  if (await isStillHeld(root)) return;
  throw new TakenOver(
    vscode.l10n.t(
      'Another run took over in {0}, because this window stood still for long, or its lock was removed. What was begun here is finished or taken back by the other, or by whoever comes next. Look at the project, and write the plan again if it is not as you want it.',
      placeName(root),
    ),
  );
}

/** Does something that needs the lock. What fails after another run took over fails because of that, and throws `TakenOver`. */
export async function whileHeld<T>(root: vscode.Uri, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    await stillHeldOrStop(root);
    throw error;
  }
}

/** What to tell someone who comes while another is in a project. */
export function aboutLock(root: vscode.Uri): string {
  return vscode.l10n.t('Another run is writing to {0}. Try again in half a minute.', placeName(root));
}

/** Where runs say that they are writing to a project. */
export function lockOf(root: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(root, lockName);
}

async function enter(root: vscode.Uri): Promise<boolean> {
  const folder = lockOf(root);
  const link = await linkTo(root, [lockName]);
  if (link) throw new Error(aboutLink(link));
  // A file of an earlier version that kept the lock in it.
  if ((await statOf(folder))?.type === vscode.FileType.File) await remove(folder);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, ownMark), new Uint8Array());
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
    if (name === ownMark || !parseMark(name)) continue;
    const mark = vscode.Uri.joinPath(folder, name);
    const found = await statOf(mark);
    if (found?.type !== vscode.FileType.File) continue;
    if (Math.abs(Date.now() - found.mtime) < longestRun) return false;
    await remove(mark);
  }
  return true;
}

/** VS Code has no way to set a time but to write: what the file holds says nothing to anybody. Never makes a mark that was taken away. */
async function renew(root: vscode.Uri): Promise<void> {
  try {
    if ((await linkTo(root, [`${lockName}/${ownMark}`])) || !(await isStillHeld(root))) return;
    const time = new TextEncoder().encode(String(Date.now()));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(lockOf(root), ownMark), time);
  } catch {
    // It is tried again; who cannot write here will not write the project either.
  }
}

async function remove(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch {
    // It is gone already.
  }
}
