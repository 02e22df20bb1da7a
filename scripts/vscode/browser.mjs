// The browser that tests drive, and the one that `npm start` opens for a person.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root } from '../install.mjs';
import { makeOnce, testFolder } from './folder.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} Candidate
 * @property {string} executablePath
 * @property {Record<string, string>} [env]
 */

/**
 * Starts a browser without a window: the one named by CHROME_PATH, else an installed Chrome, Chromium or Edge, else the
 * Chromium that comes from npm.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  /** @param {Candidate} candidate */
  const launch = ({ executablePath, env = {} }) =>
    chromium.launch({ executablePath, args: flags, env: { ...inherited(), ...env } });

  const chosen = process.env.CHROME_PATH;
  if (chosen) return launch({ executablePath: chosen });
  const installed = installedBrowsers().at(0);
  if (installed) {
    try {
      return await launch({ executablePath: installed });
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : error;
      console.warn(`${installed} did not start (${reason}); trying the Chromium from npm.`);
    }
  }
  return launch(unpackedChromium());
}

/** @returns {Record<string, string>} */
function inherited() {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function installedBrowsers() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge']
      .map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
      .filter(existsSync);
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => process.env[name] ?? []);
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
      .flatMap(inside => folders.map(folder => path.join(folder, inside)))
      .filter(existsSync);
  }
  return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap(
    name => onThePath(name) ?? [],
  );
}

/** @param {string} name */
function onThePath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * Unpacks the Chromium of @sparticuz/chromium, once per version. It is made for a cloud function on Amazon Linux, from
 * where its libraries and fonts come; both are used only where the system has none of its own.
 *
 * @returns {Candidate}
 */
function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No browser was found. Install Chrome, Chromium or Edge, or name one by CHROME_PATH. (The Chromium that comes \
from npm is for Linux on x64; this is ${process.platform} on ${process.arch}.)`,
    );
  }
  const manifest = path.join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = path.join(testFolder, `chromium-${version}`);
  makeOnce(folder, unpack);

  const executablePath = path.join(folder, 'chromium');
  /** @type {Record<string, string>} */
  const env = {};
  if (spawnSync(executablePath, ['--version']).status !== 0) {
    env.LD_LIBRARY_PATH = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = fontSettings(folder);
  return { executablePath, env };
}

/** @param {string} folder */
function fontSettings(folder) {
  const file = path.join(folder, 'fonts.conf');
  const asXml = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${asXml}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${asXml}/fonts-cache</cachedir>
</fontconfig>
`,
  );
  return file;
}

/** @param {string} folder */
function unpack(folder) {
  // The package unpacks into the temporary folder, and its libraries only where it takes the machine for a cloud
  // function: a process of its own can be told so without telling this one.
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  const { status, stderr } = spawnSync(projectNode(), ['-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The Chromium from npm could not be unpacked.\n${stderr}`);
}

// What a healthy window complains of too: it does without native modules, service worker, marketplace and accounts.
const harmless =
  /bindings file|native-watchdog|build\/Release|Service ?Worker|\b404\b|ERR_NAME_NOT_RESOLVED|open-vsx|authentication provider|^$/;

/**
 * Collects what goes wrong in a page from now on.
 *
 * @param {import('playwright-core').Page} page
 * @returns {string[]} grows as errors come
 */
export function listenForErrors(page) {
  /** @type {string[]} */
  const errors = [];
  /** @param {string} text the first lines say it; the rest are places in VS Code's minified code */
  const hear = text => {
    if (!harmless.test(text)) errors.push(text.split('\n').slice(0, 5).join('\n'));
  };
  page.on('pageerror', error => hear(error.stack ?? error.message));
  page.on('console', message => {
    if (message.type() === 'error') hear(message.text());
  });
  return errors;
}

/**
 * Opens an address for a person. Where nothing can open one (a container, a remote shell) nothing happens: the address
 * is on the screen anyway.
 *
 * @param {string} url
 */
export function openInUsersBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  if (!command) return;
  const opener = spawn(command, args, { detached: true, stdio: 'ignore' });
  opener.on('error', () => {});
  opener.unref();
}
