import { closeSync, constants, existsSync, fsyncSync, lstatSync, openSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from './bad-input';

/**
 * A folder that is held open, so that it stays the same one whatever becomes of its path. `at` is what calls to the system take for it.
 *
 * Linux gives every open folder an address of its own, below which a path cannot be led astray: between looking and writing nobody can
 * put a link in the place of a folder. Other systems give Node nothing like it; there each folder on the way is looked at directly
 * before each use, and who changes one in the moment between can still lead a write elsewhere (SECURITY.md).
 */
export interface HeldFolder {
  /** As a person knows it. */
  readonly name: string;
  readonly at: string;
  readonly release: () => void;
}

const addresses = '/proc/self/fd';
const canHold = process.platform === 'linux' && existsSync(addresses);

/** Holds a folder that someone named; links on the way to it are theirs. Throws what the system says when there is none. */
export function holdFolder(name: string): HeldFolder {
  if (!canHold) return { name, at: realpathSync(name), release: () => undefined };
  const handle = openSync(name, constants.O_RDONLY | constants.O_DIRECTORY);
  return { name, at: `${addresses}/${handle}`, release: () => closeSync(handle) };
}

/**
 * Holds a folder that lies directly in a held one, so that what is done in it is never done in another that has come in its place. Where
 * the system cannot hold one, each use looks whether it is the same. Throws what the system says when it is not there (any more), and a
 * sentence when it is a link or a file.
 */
export function holdBelow(home: HeldFolder, name: string): HeldFolder {
  const at = join(home.at, name);
  const barred = (): BadInput => wayBarred(home, name, at);
  if (canHold) {
    const handle = openFolder(at);
    if (handle === undefined) throw barred();
    return { name, at: `${addresses}/${handle}`, release: () => closeQuietly(handle) };
  }
  const { ino } = lstatSync(at);
  return {
    name,
    get at() {
      const now = lstatSync(at);
      if (!now.isDirectory()) throw barred();
      if (now.ino !== ino)
        throw Object.assign(new Error(`${name} is another folder`), { code: 'ENOENT', syscall: 'open' });
      return at;
    },
    release: () => undefined,
  };
}

/**
 * Does something in a folder below a held one, reached without following any link; `path` has forward slashes, '' is the held folder
 * itself. What is done must be done when `act` returns. Throws what the system says when the folder is not there, and a sentence
 * when a link or a file is on the way.
 */
export function inFolder<T>(home: HeldFolder, path: string, act: (at: string) => T): T {
  const handles: number[] = [];
  try {
    let at = home.at;
    let reached = '';
    for (const name of path === '' ? [] : path.split('/')) {
      at = join(at, name);
      reached = reached === '' ? name : `${reached}/${name}`;
      if (canHold) {
        const handle = openFolder(at);
        if (handle === undefined) throw wayBarred(home, reached, at);
        handles.push(handle);
        at = `${addresses}/${handle}`;
      } else if (!lstatSync(at).isDirectory()) throw wayBarred(home, reached, at);
    }
    return act(at);
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

/** Nothing is written through an open folder that a failure to close it could lose. */
function closeQuietly(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // It is closed when the run ends.
  }
}

/** Waits until what was put into a folder, renamed or removed there is on the disk, as far as the system can tell. */
export function flushFolder(at: string): void {
  // Windows cannot, and need not: it writes names down before it says that they are there.
  if (process.platform === 'win32') return;
  const handle = openSync(at, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some file systems of other machines flush files only.
    if (!['EINVAL', 'ENOTSUP', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}

/** The folder that a path is in, '' for the held folder, and its name there. */
export function splitPath(path: string): { folder: string; name: string } {
  const end = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(end, 0)), name: path.slice(end + 1) };
}

/** Nothing when it is a link or no folder. */
function openFolder(at: string): number | undefined {
  try {
    return openSync(at, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch (error) {
    if (['ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function wayBarred(home: HeldFolder, path: string, at: string): BadInput {
  const isLink = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink();
  const what = isLink
    ? 'a link. What it leads to might be outside of the project'
    : 'not a folder, and the project needs one there';
  return new BadInput(`${path} in ${home.name} is ${what}.`);
}
