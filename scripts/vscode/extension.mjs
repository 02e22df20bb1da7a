// The ways in which a VS Code of ours gets the extension.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root } from '../install.mjs';
import { serverMain } from './server.mjs';

/**
 * Copies what users get of the extension, as built at this moment: a build in the middle of a test run does not pull
 * the ground from under it, and a file that is missing in the package is missing here.
 *
 * @param {string} folder
 * @param {{ forTheWeb?: boolean }} [options] forTheWeb leaves out the entry for Node and where it would like to run, so
 *   that VS Code has to run the entry for the browser
 */
export function stageExtension(folder, { forTheWeb = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const manifest = readManifest(root);
  if (forTheWeb) {
    delete manifest.main;
    delete manifest.extensionKind;
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  for (const file of shippedFiles()) {
    if (file !== 'package.json') cpSync(path.join(root, file), path.join(folder, file));
  }
}

/**
 * The files that the package has, with forward slashes: .vscodeignore names what not to ignore, with stars in the names of files, and
 * behind that what to leave out of it after all.
 */
export function shippedFiles() {
  const [everything, ...lines] = readFileSync(path.join(root, '.vscodeignore'), 'utf8')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  if (everything !== '**') throw new Error('.vscodeignore is to be a list of what not to ignore.');
  const left = new Set(lines.filter(line => !line.startsWith('!')).flatMap(filesLike));
  return lines
    .filter(line => line.startsWith('!'))
    .flatMap(line => filesLike(line.slice(1)))
    .filter(file => !left.has(file));
}

/** @param {string} pattern */
function filesLike(pattern) {
  const { dir, base } = path.posix.parse(pattern);
  const parts = base.split('*');
  const fits = new RegExp(`^${parts.map(part => part.replaceAll('.', '\\.')).join('.*')}$`);
  const folder = path.join(root, dir);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter(name => fits.test(name)).map(name => path.posix.join(dir, name));
}

/**
 * Makes a folder an installed extension: what is built there is what the next window runs. Unlike an extension in
 * development, it is run in a window that is as users have it.
 *
 * @param {string} folder
 * @param {string} extensionsDir of a server that has not been started yet
 */
export function linkExtension(folder, extensionsDir) {
  const { publisher, name, version } = readManifest(folder);
  mkdirSync(extensionsDir, { recursive: true });
  // A junction is what Windows lets everybody make; elsewhere the word is ignored.
  symlinkSync(folder, path.join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
}

/**
 * Installs a packaged extension as a user does.
 *
 * @param {string} vsixFile
 * @param {string} extensionsDir
 */
export function installVsix(vsixFile, extensionsDir) {
  mkdirSync(extensionsDir, { recursive: true });
  const { status, stdout, stderr, error } = spawnSync(
    projectNode(),
    [
      ...[serverMain, '--install-extension', vsixFile, '--extensions-dir', extensionsDir],
      ...['--server-data-dir', `${extensionsDir}-install`, '--accept-server-license-terms', '--telemetry-level', 'off'],
    ],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  // The reason comes last, after what the server says about its missing native modules.
  const tail = `${stdout}${stderr}`.split('\n').slice(-12).join('\n');
  if (status !== 0) throw new Error(`${path.basename(vsixFile)} could not be installed.\n${tail}`);
}

/** @param {string} folder */
function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}
