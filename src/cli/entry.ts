import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { binary, largestFile } from '../core/scaffold/folder';
import { fingerprintOf, untold } from '../core/scaffold/journal';
import { type HeldFolder, inFolder, splitPath } from './held-folder';

/** What is found under a name. Where it leads elsewhere, is a device or is larger than `largestFile`, there are no bytes. */
export interface Entry {
  readonly stats: Stats;
  readonly bytes: Buffer | undefined;
  /** What a link leads to; it is not followed. */
  readonly link: string | undefined;
}

/** Looks at one name in a folder; nothing when there is nothing. Opens files only: a pipe would wait, a device might do something. */
export function lookAt(at: string, name: string): Entry | undefined {
  const path = join(at, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return { stats, bytes: undefined, link: readlinkSync(path) };
  if (!stats.isFile() || stats.size > largestFile) return { stats, bytes: undefined, link: undefined };
  // Windows knows neither of the two.
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(handle);
    return { stats: found, bytes: found.isFile() ? readUpTo(handle, largestFile) : undefined, link: undefined };
  } finally {
    closeSync(handle);
  }
}

/** The same for a path in the project. Throws a sentence when a link is on the way. */
export function lookAtPath(home: HeldFolder, path: string): Entry | undefined {
  const { folder, name } = splitPath(path);
  try {
    return inFolder(home, folder, at => lookAt(at, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The text of what was found, or `binary` for what is no text. */
export function textOf({ bytes }: Entry): string | typeof binary {
  if (!bytes) return binary;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return binary;
  }
}

/** By what it is known again; nothing for nothing. */
export function printOf(entry: Entry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  if (entry.link !== undefined) return fingerprintOf(Buffer.from(`link to ${entry.link}`));
  return entry.bytes ? fingerprintOf(entry.bytes) : untold;
}

/** What a file holds that is open, and nothing when that is more than `most` bytes. It may grow while it is read. */
export function readUpTo(handle: number, most: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= most; ) {
    const chunk = Buffer.allocUnsafe(65_536);
    const count = readSync(handle, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    length += count;
  }
  return undefined;
}
