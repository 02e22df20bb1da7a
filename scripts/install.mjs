// Runs on whatever Node a contributor happens to have, before anything is installed: built-in modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Brings node_modules in step with package-lock.json, so that `npm start` and `npm test` work in a fresh clone.
 * npm keeps its own record of what it installed; one older than the lock file means a dependency has changed since.
 */
export function ensureInstalled() {
  const lock = path.join(root, 'package-lock.json');
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error(
    existsSync(installed)
      ? 'package-lock.json is newer than node_modules: running npm ci.'
      : 'Nothing is installed yet: running npm ci.',
  );
  npm(['ci'], root);
}

/**
 * How npm is started. The npm that started this process is preferred to the one on the PATH: on Windows that one is a
 * .cmd file, which only a shell can start. It runs on the Node that it was started with: the npm of a Linux distribution
 * finds its own modules with no other.
 *
 * @param {string[]} args words without spaces or quotes, since a shell may read them
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('npm-cli.js')
    ? { command: process.env.npm_node_execpath ?? process.execPath, args: [own, ...args], shell: false }
    : { command: 'npm', args, shell: process.platform === 'win32' };
}

/**
 * Runs npm and throws when it fails; all it prints goes to standard error, since standard output may be a result.
 *
 * @param {string[]} args words without spaces or quotes, since a shell may read them
 * @param {string} folder where npm works
 */
export function npm(args, folder) {
  const { command, args: given, shell } = npmCommand(args);
  const { status, error } = spawnSync(command, given, {
    cwd: folder,
    stdio: ['inherit', process.stderr, 'inherit'],
    shell,
  });
  if (error) throw new Error(`npm could not be started (${error.message}). Is it installed?`);
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}.`);
}

/**
 * The Node that the dev dependency `node` brought; it is the one VS Code's server is made for. Scripts started in a
 * fresh clone run on the system's Node until their first child process.
 */
export function projectNode() {
  const binary = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : process.execPath;
}
