import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../install.mjs';

/** Everything that is fetched or made for running VS Code; git ignores it. */
export const testFolder = path.join(root, '.vscode-test');

/**
 * Fills a folder once, under another name that it loses when it is complete. So an interrupted filling leaves nothing
 * that looks finished, and two at the same time do no harm: the first to finish wins.
 *
 * @param {string} folder
 * @param {(partial: string) => void} fill
 */
export function makeOnce(folder, fill) {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  removeAbandoned(folder);
  const partial = `${folder}.${process.pid}.partial`;
  mkdirSync(partial);
  try {
    fill(partial);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** @param {string} folder */
function removeAbandoned(folder) {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.`;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix) || !name.endsWith('.partial')) continue;
    const pid = Number(name.slice(prefix.length, -'.partial'.length));
    if (!isRunning(pid)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
