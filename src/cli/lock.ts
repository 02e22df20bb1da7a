import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, rmdirSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockName } from '../core/scaffold/journal';
import { parseMark } from '../core/scaffold/run-mark';
import { BadInput, isRefusal } from './bad-input';
import { type HeldFolder, inFolder } from './held-folder';
import { mayBeAlive, ownMark } from './run-mark';
import { firstNames, say } from './terminal';

/** How long a run waits for others, in milliseconds; writing takes a moment only. */
const longestWait = 2_000;

/**
 * Keeps other runs out of a folder until what is returned is called. Throws a sentence when another one stays in it, and what the
 * system says when it lets nobody in.
 *
 * The lock is a folder. Each run puts an empty file with its mark into it, then looks who else is there: of two, the later one sees the
 * earlier and goes away, so there are never two. A file is made and named in one step, and one whose run has died is removed by
 * its own name, so nobody ever removes the mark of another run that has come meanwhile. Whatever else is in there holds up nobody.
 */
export async function lock(home: HeldFolder): Promise<() => void> {
  for (const end = Date.now() + longestWait; ; ) {
    const others = enter(home);
    if (others === undefined) return () => leave(home);
    leave(home);
    if (Date.now() > end)
      throw new BadInput(
        `Another run (process ${firstNames(others)}) is writing to ${home.name}. Nothing was written; run it again when that one has ended.`,
      );
    // Two that met go away for different times.
    await wait(20 + Math.random() * 100);
  }
}

/**
 * Says to other machines and to windows, which know a run by the age of its mark, that this one is alive; before each thing that may
 * take long. Gives whether the lock is still had: someone may have taken the mark away.
 */
export function keepLock(home: HeldFolder): boolean {
  const now = new Date();
  try {
    inFolder(home, lockName, at => utimesSync(join(at, ownMark()), now, now));
    return true;
  } catch (error) {
    if (error instanceof BadInput) return false;
    if (!isRefusal(error)) throw error;
    // Some systems let nobody set a time.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** Another run has taken this one for dead and goes on with what it left, as with what is left by one that was killed. */
export class TakenOver extends BadInput {
  constructor(home: HeldFolder) {
    super(
      `Another run took over in ${home.name}, because this one stood still for long, or its lock was removed. What this one had begun to write is finished or taken back by the other, or by the next run. Look at the project with --dry-run, and run this again if it is not as you want it.`,
    );
  }
}

/** Renews the lock before something is changed. Throws `TakenOver` when it is not had any more: then nothing here may be touched. */
export function stillHold(home: HeldFolder): void {
  if (!keepLock(home)) throw new TakenOver(home);
}

/** Does something that needs the lock. What fails after another run took over fails because of that, and throws `TakenOver`. */
export function whileHeld<T>(home: HeldFolder, act: () => T): T {
  stillHold(home);
  try {
    return act();
  } catch (error) {
    stillHold(home);
    throw error;
  }
}

/** Puts the own mark into the lock. Gives the processes of others that may be alive; nothing when there are none, and the lock is had. */
function enter(home: HeldFolder): string[] | undefined {
  for (;;) {
    while (!makeMark(home)) {
      // Another run has just taken its lock away with itself, between the two steps.
    }
    try {
      return lookAround(home);
    } catch (error) {
      // Another has taken this mark for one that was left, and the folder away with its own.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function lookAround(home: HeldFolder): string[] | undefined {
  const alive: string[] = [];
  const dead: string[] = [];
  inFolder(home, lockName, at => {
    for (const name of readdirSync(at)) {
      const mark = name === ownMark() ? undefined : parseMark(name);
      const made = lstatSync(join(at, name), { throwIfNoEntry: false });
      if (!mark || !made?.isFile()) continue;
      const isAlive = mayBeAlive(mark, made.mtimeMs);
      (isAlive ? alive : dead).push(mark.process);
      if (!isAlive) attempt(() => unlinkSync(join(at, name)));
    }
  });
  if (dead.length === 1)
    say(`An earlier run (process ${dead[0]}) that wrote to ${home.name} has died. Its lock is taken over.`);
  if (dead.length > 1)
    say(`${dead.length} earlier runs that wrote to ${home.name} have died. Their locks are taken over.`);
  return alive.length > 0 ? alive : undefined;
}

/** Whether the mark could be made; not when the folder was taken away meanwhile. */
function makeMark(home: HeldFolder): boolean {
  inFolder(home, '', at => {
    const path = join(at, lockName);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !found.isDirectory()) {
      say(`${lockName} in ${home.name} is not a lock of this version. It is taken over.`);
      unlinkSync(path);
    }
    try {
      mkdirSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  });
  try {
    inFolder(home, lockName, at => closeSync(openSync(join(at, ownMark()), 'wx')));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    // Nothing but the empty folder is left when the mark cannot be made.
    leave(home);
    throw error;
  }
}

function leave(home: HeldFolder): void {
  attempt(() => inFolder(home, lockName, at => unlinkSync(join(at, ownMark()))));
  // The folder stays while someone else is in it.
  attempt(() => inFolder(home, '', at => rmdirSync(join(at, lockName))));
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // It is not there, or another run's by now; the next one takes it over.
  }
}
