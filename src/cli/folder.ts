import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Write } from '../core/scaffold/changes';
import { binary, type Folder } from '../core/scaffold/folder';
import { BadInput, reasonOf } from './bad-input';

const lockName = '.serverless-advisor.lock';

/** What a folder holds at some paths; nothing of it where there is no folder yet. */
export function readFolder(root: string, paths: readonly string[]): Folder {
  if (existsSync(root) && !statSync(root).isDirectory())
    throw new BadInput(`${root} is a file. Name a folder for the project, which need not exist yet.`);
  const folder = new Map<string, string | typeof binary>();
  if (!existsSync(root)) return folder;
  for (const path of paths) {
    const text = readEntry(root, path);
    if (text !== undefined) folder.set(path, text);
  }
  return folder;
}

/** Writes everything or nothing: a new folder appears as a whole, and one that is there is left as it was when something fails. */
export function writeFolder(root: string, writes: readonly Write[]): void {
  const undo: (() => void)[] = [];
  const write = existsSync(root) ? writeInto : writeNew;
  const ignore = (): void => undefined;
  // Someone who presses Ctrl+C must not leave half a project: it takes a moment only.
  process.on('SIGINT', ignore);
  try {
    write(root, writes, undo);
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    if (error instanceof BadInput) throw error;
    throw new BadInput(`Cannot write to ${root}: ${reasonOf(error)}. Nothing was changed.`);
  } finally {
    process.off('SIGINT', ignore);
  }
}

/** Writes a folder that is not there yet beside its place, and moves it there with one step. */
function writeNew(root: string, writes: readonly Write[], undo: (() => void)[]): void {
  const parent = dirname(resolve(root));
  makeFolder(parent, undo);
  const beside = mkdtempSync(join(parent, '.serverless-advisor-'));
  undo.push(() => rmSync(beside, { recursive: true, force: true }));
  const made = new Set([beside]);
  for (const { path, text } of writes) {
    const file = join(beside, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (text !== undefined) writeFileSync(file, text);
  }
  // What is made for one person only until then is made as any folder is.
  chmodSync(beside, 0o777 & ~process.umask());
  if (existsSync(root)) throw new BadInput(`Another run has made ${root} in the meantime. Nothing was written.`);
  renameSync(beside, root);
}

/**
 * Writes into a folder that is there. All texts are written beside first, where a full disk stops them; then they are put in place by
 * renaming, and when that fails half-way, what was there is put back.
 */
function writeInto(root: string, writes: readonly Write[], undo: (() => void)[]): void {
  const unlock = lock(root);
  undo.push(unlock);
  const beside = mkdtempSync(join(root, '.serverless-advisor-'));
  undo.push(() => rmSync(beside, { recursive: true, force: true }));
  for (const [index, { text }] of writes.entries())
    if (text !== undefined) writeFileSync(join(beside, `${index}.new`), text);
  for (const { path, before } of writes)
    if (readEntry(root, path) !== before)
      throw new BadInput(`${path} has changed in the meantime. Nothing was written; run it again.`);
  for (const [index, write] of writes.entries()) putInPlace(root, write, join(beside, String(index)), undo);
  rmSync(beside, { recursive: true, force: true });
  unlock();
}

/** The text of a file, `binary` for what is no text, nothing when it is not there. Refuses to leave the folder by a link. */
function readEntry(root: string, path: string): string | typeof binary | undefined {
  const file = join(root, path);
  try {
    let parent = dirname(file);
    while (!existsSync(parent)) parent = dirname(parent);
    const inside = relative(realpathSync(root), realpathSync(parent));
    if (existsSync(root) && (inside === '..' || inside.startsWith(`..${sep}`)))
      throw new BadInput(`${path} would be outside of ${root}: a folder on the way is a link. Nothing was written.`);
    const found = lstatSync(file);
    if (found.isDirectory()) throw new BadInput(`${file} is a folder, and the project needs a file there.`);
    if (!found.isFile()) return binary;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return binary;
    if (error instanceof BadInput) throw error;
    throw new BadInput(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
}

function putInPlace(root: string, { path, text, before }: Write, beside: string, undo: (() => void)[]): void {
  const file = join(root, path);
  makeFolder(dirname(file), undo);
  if (before !== undefined) {
    const { mode } = statSync(file);
    renameSync(file, `${beside}.old`);
    undo.push(() => renameSync(`${beside}.old`, file));
    if (text !== undefined) writeFileSync(`${beside}.new`, text, { mode });
  }
  if (text === undefined) return;
  renameSync(`${beside}.new`, file);
  undo.push(() => rmSync(file, { force: true }));
}

/** Makes a folder with all above it that are missing, and remembers how to take just those away again. */
function makeFolder(folder: string, undo: (() => void)[]): void {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.push(path);
  for (const path of missing.reverse()) {
    mkdirSync(path);
    undo.push(() => rmdirSync(path));
  }
}

/** What cannot be taken back must not keep the rest from being taken back. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    process.stderr.write(`Could not restore everything: ${reasonOf(error)}.\n`);
  }
}

/** Keeps a second run out of the folder. A lock whose run has died is taken over. */
function lock(root: string): () => void {
  const file = join(root, lockName);
  for (const isLast of [false, true]) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isLast || isAlive(Number(readFileSync(file, 'utf8'))))
        throw new BadInput(`Another run is writing to ${root} (${lockName}). Wait until it ends. Nothing was written.`);
      rmSync(file, { force: true });
    }
  }
  throw new Error('A lock is had or refused.');
}

function isAlive(pid: number): boolean {
  // Another run has made the file and is about to write into it.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
