import { lstatSync, readdirSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isPreparation, journalName, writeName } from '../core/scaffold/journal';
import { flushFolder, type HeldFolder, holdBelow, inFolder } from './held-folder';

/** Holds the folder in which a write is prepared; there must be one. */
export function holdPreparations(home: HeldFolder): HeldFolder {
  return holdBelow(home, writeName);
}

/**
 * Removes what a write was prepared with, of the folder that is held and of no other. The journal goes first, and is gone for good before
 * the rest goes: what it says must not be read again once someone works with the result. What is not of our making stays, and with it the
 * folder.
 */
export function clearPreparations(home: HeldFolder, prepared: HeldFolder): void {
  const at = prepared.at;
  const names = readdirSync(at).filter(isPreparation);
  if (names.includes(journalName)) {
    unlinkSync(join(at, journalName));
    flushFolder(at);
  }
  for (const name of names)
    if (name !== journalName && !lstatSync(join(at, name)).isDirectory()) unlinkSync(join(at, name));
  inFolder(home, '', at => {
    try {
      // Of another run it would be an empty one only, and that run has yet to look whether it is its own.
      rmdirSync(join(at, writeName));
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  });
}

/** When the folder in which a write is prepared was made, in whole milliseconds, as VS Code tells it too. */
export function preparationsMade(prepared: HeldFolder): number {
  return statSync(prepared.at).birthtime.getTime();
}

/** Whether something lies where writes are prepared. */
export function hasPreparations(home: HeldFolder): boolean {
  return inFolder(home, '', at => lstatSync(join(at, writeName), { throwIfNoEntry: false }) !== undefined);
}
