import { lstatSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isPreparation, journalName, writeName } from '../core/scaffold/journal';
import { flushFolder, type HeldFolder, inFolder } from './held-folder';

/**
 * Removes what a write was prepared with. The journal goes first, and is gone for good before the rest goes: what it says must not be
 * read again once someone works with the result. What is not of our making stays, and with it the folder.
 */
export function clearPreparations(home: HeldFolder): void {
  if (!hasPreparations(home)) return;
  inFolder(home, writeName, at => {
    const names = readdirSync(at).filter(isPreparation);
    if (names.includes(journalName)) {
      unlinkSync(join(at, journalName));
      flushFolder(at);
    }
    for (const name of names)
      if (name !== journalName && !lstatSync(join(at, name)).isDirectory()) unlinkSync(join(at, name));
  });
  inFolder(home, '', at => {
    try {
      rmdirSync(join(at, writeName));
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  });
}

/** When the folder in which a write is prepared was made, in whole milliseconds, as VS Code tells it too. */
export function preparationsMade(home: HeldFolder): number {
  return inFolder(home, '', at => lstatSync(join(at, writeName)).birthtime.getTime());
}

/** Whether something lies where writes are prepared. */
export function hasPreparations(home: HeldFolder): boolean {
  return inFolder(home, '', at => lstatSync(join(at, writeName), { throwIfNoEntry: false }) !== undefined);
}
