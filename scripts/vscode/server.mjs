// VS Code from the npm registry: code-server carries the real thing in lib/vscode. It needs no download from an update
// service, so the tests run wherever npm does.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { npm, projectNode, root } from '../install.mjs';
import { makeOnce, testFolder } from './folder.mjs';

const version = '4.139.1';
const installFolder = path.join(testFolder, `code-server-${version}`);
const vscodeFolder = path.join(installFolder, 'node_modules', 'code-server', 'lib', 'vscode');
export const serverMain = path.join(vscodeFolder, 'out', 'server-main.js');

/**
 * Installs VS Code, unless it is there.
 *
 * @param {(line: string) => void} [log]
 */
export function installServer(log = console.log) {
  makeOnce(installFolder, folder => {
    const started = Date.now();
    log(`Installing VS Code (code-server ${version}, about 600 MB) into .vscode-test. This happens once.`);
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    // Its install scripts compile native modules; what runs here does without them, and so needs no compiler.
    const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
    npm(['install', ...options, '--save-exact', `code-server@${version}`], folder);
    log('Installing the packages of VS Code itself.');
    // Not `npm ci`: the lock file it is published with lacks an entry, which `npm install` adds.
    npm(['install', ...options], path.join(folder, path.relative(installFolder, vscodeFolder)));
    log(`VS Code is installed (${Math.round((Date.now() - started) / 1000)} s).`);
  });
}

/** What every window is spared: it is offline, and there to show one extension. */
const quietSettings = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // As on the desktop; in a browser VS Code saves by itself.
  'files.autoSave': 'off',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** What makes a window the same each time, which a person would not want. */
export const testSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'security.workspace.trust.enabled': false,
  'window.commandCenter': false,
  'workbench.reduceMotion': 'on',
};

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} port
 * @property {number} pid of the server, whose children the extension hosts are
 * @property {() => Promise<void>} close ends the server and every process it has started
 */

/**
 * Starts VS Code's server and waits until it answers.
 *
 * @param {object} options
 * @param {number} [options.port] a free one when not given
 * @param {string} options.dataDir user settings, logs, state
 * @param {string} options.extensionsDir installed extensions; the built-in ones come with VS Code
 * @param {Record<string, unknown>} [options.settings] user settings on top of quiet ones, where there are none yet
 * @param {boolean} [options.development] whether windows heed an address with an extension in development or tests. A
 *   built VS Code does so only with its test driver on, and then shows no notifications
 * @param {string} [options.language] of extensions, such as "de": VS Code itself has no translation here, and stays in English
 * @param {number} [options.inspect] the port on which a debugger finds the extension host of a window
 * @param {(line: string) => void} [options.log] hears what the server prints
 * @returns {Promise<Server>}
 */
export async function startServer({
  port = 0,
  dataDir,
  extensionsDir,
  settings = {},
  development = false,
  language,
  inspect = 0,
  log = () => {},
}) {
  const settingsFile = path.join(dataDir, 'data', 'User', 'settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  if (!existsSync(settingsFile)) {
    writeFileSync(settingsFile, `${JSON.stringify({ ...quietSettings, ...settings }, null, 2)}\n`);
  }

  if (language !== undefined) addLanguage(language, path.join(dataDir, 'data'));

  const server = spawn(
    projectNode(),
    [
      ...preload('leash.mjs'),
      ...(inspect > 0 ? preload('debuggable.mjs') : []),
      ...[serverMain, '--host', '127.0.0.1', '--port', String(port)],
      ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
      ...(language === undefined ? [] : ['--locale', language]),
      ...(development ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        SERVER_ON_A_LEASH: String(process.pid),
        ...(inspect > 0 ? { INSPECT_EXTENSION_HOST: String(inspect) } : {}),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const exited = new Promise(resolve => server.once('exit', resolve));
  const close = async () => {
    endGroup(server, 'SIGTERM');
    await Promise.race([exited, sleep(2000, undefined, { ref: false })]);
    // What the server had started may outlast it.
    endGroup(server, 'SIGKILL');
    await exited;
  };
  try {
    const answering = await untilItListens(server, log);
    return { url: `http://127.0.0.1:${answering}`, port: answering, pid: server.pid ?? 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Makes VS Code believe that a language pack is installed: without one its windows are in English, whatever is asked. The pack has no
 * text in it, so that VS Code says in English what it says itself.
 *
 * @param {string} language
 * @param {string} userData
 */
function addLanguage(language, userData) {
  const empty = path.join(userData, 'no-translations.json');
  // A window asks whose pack it is before it looks for extensions.
  const extensions = [{ extensionIdentifier: { id: 'serverless-advisor.no-translations' }, version: '1.0.0' }];
  const pack = { hash: language, extensions, translations: { vscode: empty }, label: language };
  writeFileSync(empty, '{ "contents": {} }\n');
  writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** @param {string} name of a file beside this one */
function preload(name) {
  return ['--import', pathToFileURL(path.join(root, 'scripts', 'vscode', name)).href];
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} server
 * @param {(line: string) => void} log
 * @returns {Promise<number>} the port
 */
function untilItListens(server, log) {
  return new Promise((resolve, reject) => {
    let printed = '';
    /** @param {Buffer} chunk */
    const hear = chunk => {
      const text = chunk.toString();
      for (const line of text.split('\n')) if (line.trim()) log(line);
      if (printed.length > 100_000) return;
      printed += text;
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port) resolve(Number(port));
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('error', reject);
    server.once('exit', code => reject(new Error(`VS Code's server ended at once (exit code ${code}).\n${printed}`)));
    setTimeout(() => reject(new Error(`VS Code's server was not ready in 60 s.\n${printed}`)), 60_000).unref();
  });
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {NodeJS.Signals} signal
 */
function endGroup(server, signal) {
  if (server.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(server.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-server.pid, signal);
  } catch {
    // The group is gone, which is what was wanted.
  }
}

/**
 * The address of a window, with the development options in it as VS Code's own integration tests pass them.
 *
 * @param {Pick<Server, 'url'>} server
 * @param {object} options
 * @param {string} options.workspace the folder to open
 * @param {string} [options.extension] the folder of an extension to run in development mode
 * @param {string} [options.tests] a file exporting `run`, for the extension host to execute
 */
export function pageAddress(server, { workspace, extension, tests }) {
  const { host } = new URL(server.url);
  /** @param {string} file */
  const remote = file => `vscode-remote://${host}${pathToFileURL(file).pathname}`;
  /** @type {[string, string][]} */
  const payload = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const address = new URL(server.url);
  address.searchParams.set('folder', decodeURIComponent(pathToFileURL(workspace).pathname));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
