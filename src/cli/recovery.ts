import {
  asideName,
  decideRecovery,
  isTorn,
  type Journal,
  journalName,
  longestJournal,
  ownFolder,
  parseJournal,
  type Recovery,
  stagedName,
  writeName,
} from '../core/scaffold/journal';
import { BadInput, tellingRefusal } from './bad-input';
import { lookAt, lookAtPath, textOf } from './entry';
import type { HeldFolder } from './held-folder';
import { stillHold, whileHeld } from './lock';
import { clearPreparations, hasPreparations, holdPreparations, preparationsMade } from './preparations';
import { firstNames } from './terminal';
import { carryOut, type Prepared, printAt, takeBack, Unfinished } from './update';

/**
 * Finishes or takes back what an earlier run has left half done; the lock must be had. Gives what was done, as a sentence, or nothing
 * when there was nothing. Throws a sentence when a person has to look first.
 */
export function recover(home: HeldFolder): string | undefined {
  return tellingRefusal(
    () => whileHeld(home, () => (hasPreparations(home) ? mend(home) : undefined)),
    reason =>
      `What an earlier run in ${home.name} may have left (${writeName}) can be neither read nor removed: ${reason}. Nothing was written; the next run tries it again.`,
  );
}

/** Whether an earlier run that was interrupted had made the project's own folder, as its journal says; not where nobody can tell. */
export function hasMadeFolder(home: HeldFolder): boolean {
  let prepared: HeldFolder | undefined;
  try {
    if (!hasPreparations(home)) return false;
    prepared = holdPreparations(home);
    return readJournal(home, prepared)?.folders.includes(ownFolder) === true;
  } catch {
    // Mending finds the same, and says it.
    return false;
  } finally {
    prepared?.release();
  }
}

function mend(home: HeldFolder): string {
  const prepared = holdPreparations(home);
  try {
    // With the lock still had, it is what the dead have left, and no other's.
    stillHold(home);
    return mendWith(home, prepared);
  } finally {
    prepared.release();
  }
}

function mendWith(home: HeldFolder, prepared: HeldFolder): string {
  const journal = readJournal(home, prepared);
  if (!journal) {
    clearPreparations(home, prepared);
    return `An earlier run in ${home.name} was interrupted before it changed anything, or when all was written. What it had prepared was removed.`;
  }
  const found = journal.steps.map(({ path }, index) => {
    const places = [path, `${writeName}/${stagedName(index)}`, `${writeName}/${asideName(index)}`] as const;
    const [now, staged, aside] = places.map(place => printAt(home, place));
    const [text, ...whole] = places.map(place => bytesAt(home, place));
    return { now, staged, aside, isTorn: text !== undefined && isTorn(text, whole[0], whole[1]) };
  });
  return goOn({ home, prepared, journal }, decideRecovery(journal, found));
}

/** What a file holds; nothing where there is none that may be read. */
function bytesAt(home: HeldFolder, path: string): Uint8Array | undefined {
  try {
    return lookAtPath(home, path)?.bytes;
  } catch {
    return undefined;
  }
}

function goOn(write: Prepared, recovery: Recovery): string {
  const { home } = write;
  const interrupted = `An earlier run in ${home.name} was interrupted.`;
  const act = (): string => {
    switch (recovery.kind) {
      case 'finish':
        carryOut(write, recovery);
        return `${interrupted} What it had begun to write was finished.`;
      case 'takeBack': {
        takeBack(write, recovery);
        const left =
          recovery.changed.length > 0 ? ` Left as someone has made it since: ${firstNames(recovery.changed)}.` : '';
        return `${interrupted} What it had begun to write was taken back.${left}`;
      }
      case 'stuck':
        throw new BadInput(
          `${interrupted} What it wrote can be neither finished nor taken back, because what was there before is missing in ${writeName}: ${firstNames(recovery.paths)}. Look at these files, then remove ${writeName}. Nothing was written.`,
        );
    }
  };
  return tellingRefusal(
    () => causeThrown(act),
    reason =>
      `${interrupted} What it had begun to write could not be finished: ${reason}. The next run tries it again.`,
  );
}

/** The journal is still there, whether a step or taking it back was refused. */
function causeThrown<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Unfinished ? error.cause : error;
  }
}

/** The journal of a write that has begun; nothing where none has. */
function readJournal(home: HeldFolder, prepared: HeldFolder): Journal | undefined {
  const entry = lookAt(prepared.at, journalName);
  if (!entry) return undefined;
  const text = entry.stats.size > longestJournal ? undefined : textOf(entry);
  const journal = typeof text === 'string' ? parseJournal(text, preparationsMade(prepared)) : undefined;
  if (!journal)
    throw new BadInput(
      `${writeName}/${journalName} in ${home.name} cannot be read, or was not written here as far as the file system can say, so that nobody knows how far an earlier run came. Compare the project with version control, then remove ${writeName}. Nothing was written.`,
    );
  return journal;
}
