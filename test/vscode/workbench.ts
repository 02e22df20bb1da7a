import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/install.mjs';
import { launchBrowser, listenForErrors } from '../../scripts/vscode/browser.mjs';
import { installVsix, linkExtension, stageExtension } from '../../scripts/vscode/extension.mjs';
import { installServer, pageAddress, type Server, startServer, testSettings } from '../../scripts/vscode/server.mjs';
import { QuickInput } from './quick-input.js';
import { until } from './until.js';

/** VS Code's own themes, by what a reader needs. */
const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high contrast dark': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};
export type Theme = keyof typeof themes;

export interface WorkbenchOptions {
  /** What is in the folder that the window opens: texts by relative path, or a folder to copy. Empty when not given. */
  workspace?: Record<string, string> | { folder: string };
  /** Opens no folder, or a .code-workspace file in the folder, in place of the folder itself. */
  instead?: 'no folder' | `${string}.code-workspace`;
  /** User settings. */
  settings?: Record<string, unknown>;
  theme?: Theme;
  /** False opens the window in Restricted Mode. */
  trusted?: boolean;
  viewport?: { width: number; height: number };
  /** Of the extension; "qps-ploc" is the pseudo-language, which is made from the sources. VS Code itself stays in English. */
  language?: string;
  /** The extension as built in dist/ unless given: another folder's, or a packaged file, installed. */
  extension?: { folder: string } | { vsix: string };
  /** Folders of other extensions that are installed as well. */
  beside?: readonly string[];
}

/** A VS Code window with a folder of its own, driven as a person would: by keys, clicks and what is on the screen. */
export class Workbench {
  static readonly #open = new Set<Workbench>();
  static #browser: Promise<Browser> | undefined;

  #page: Page;
  #quickInput: QuickInput;
  #consoleErrors: readonly string[];

  private constructor(
    page: Page,
    /** The folder that is open, on disk. */
    readonly folder: string,
    readonly server: Server,
    readonly context: BrowserContext,
    readonly theme: Theme,
    /** What VS Code's server has printed. */
    private readonly printed: readonly string[],
  ) {
    this.#page = page;
    this.#quickInput = new QuickInput(page);
    this.#consoleErrors = listenForErrors(page);
  }

  /** The window, which is another one after `reopen`. */
  get page(): Page {
    return this.#page;
  }

  get quickInput(): QuickInput {
    return this.#quickInput;
  }

  /** Errors on the page's console since it was opened, without those of a healthy window. */
  get consoleErrors(): readonly string[] {
    return this.#consoleErrors;
  }

  /** Where VS Code and its extensions keep files of the user, on the server's disk. */
  get userData(): string {
    return path.join(path.dirname(this.folder), 'server', 'data', 'User');
  }

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const {
      settings = {},
      theme = 'light',
      trusted = true,
      viewport = { width: 1280, height: 800 },
      language,
    } = options;
    installServer();
    // A server per window: it starts in a fraction of a second, and no window sees what another has left behind. The
    // space in the name is there because people have it too.
    const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'serverless advisor ')));
    const folder = path.join(home, 'workspace');
    mkdirSync(folder);
    fill(folder, options.workspace ?? {});
    const extensionsDir = path.join(home, 'extensions');
    if (options.extension === undefined) stageExtension(path.join(extensionsDir, 'serverless-advisor'));
    else if ('vsix' in options.extension) installVsix(options.extension.vsix, extensionsDir);
    else linkExtension(options.extension.folder, extensionsDir);
    if (language === 'qps-ploc') {
      // Loaded only here: it brings the compiler.
      const { writePseudo } = await import('../../scripts/words/pseudo.mts');
      await writePseudo(path.join(extensionsDir, 'serverless-advisor'));
    }
    for (const other of options.beside ?? []) linkExtension(other, extensionsDir);
    const printed: string[] = [];
    const server = await startServer({
      log: line => printed.push(line),
      dataDir: path.join(home, 'server'),
      extensionsDir,
      ...(language === undefined ? {} : { language }),
      settings: {
        ...testSettings,
        'security.workspace.trust.enabled': !trusted,
        'security.workspace.trust.startupPrompt': 'never',
        'workbench.colorTheme': themes[theme],
        ...settings,
      },
    });
    Workbench.#browser ??= launchBrowser();
    const context = await (await Workbench.#browser).newContext({ viewport, reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // Functions given to evaluate() come through tsx, which names inner ones with a function that pages lack.
    await context.addInitScript('globalThis.__name ??= value => value');
    const workbench = new Workbench(await newPage(context), folder, server, context, theme, printed);
    Workbench.#open.add(workbench);
    try {
      await workbench.page.goto(addressOf(server, folder, options.instead));
      await workbench.#untilReady();
      await workbench.#untilExtensionsRun();
      if (options.instead !== 'no folder') await workbench.#untilFolderIsOpen();
      return workbench;
    } catch (error) {
      await workbench.screenshot('the window did not open');
      await workbench.close();
      throw error;
    }
  }

  /** Loads the window again, as F5 in a browser does; whatever it had not written down is lost. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#untilReady();
  }

  /** The same by VS Code's own command, which ends the window in its own way. */
  async reloadByCommand(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#untilReady();
  }

  /** Closes the window, and opens another at its address. */
  async reopen(): Promise<void> {
    const address = this.page.url();
    await this.page.close();
    this.#page = await newPage(this.context);
    this.#quickInput = new QuickInput(this.page);
    this.#consoleErrors = listenForErrors(this.page);
    await this.page.goto(address);
    await this.#untilReady();
  }

  /** Ends the extension hosts, as a crash does: without a moment to write anything down. */
  endExtensionHosts(): void {
    const hosts = this.#extensionHosts();
    if (hosts.length === 0) throw new Error('There is no extension host.');
    for (const { pid } of hosts) process.kill(pid, 'SIGKILL');
  }

  /** What to look at after a failure: whether the extension hosts are there and busy, and the last that VS Code's server printed. */
  async told(): Promise<string[]> {
    const hosts = this.#extensionHosts().map(
      ({ pid, state, time }) => `extension host ${pid}: ${state}, ${time} of processor time`,
    );
    const seen = await this.notifications().catch(() => []);
    return [
      ...(hosts.length > 0 ? hosts : ['no extension host']),
      ...seen.map(text => `notification: ${text}`),
      ...this.printed.filter(line => line.startsWith('[')).slice(-20),
    ];
  }

  /**
   * Waits until VS Code, or an extension, has written something down, in the browser or on the server's disk: what lies
   * under some key, or in a file at some path, holds a text. Much of it VS Code leaves until a minute has gone by and the window
   * has nothing else to do, or until someone turns to another window, which is what is done here.
   */
  async untilStored(key: RegExp, text: string): Promise<void> {
    const inFiles = (): boolean =>
      readdirSync(this.userData, { recursive: true, encoding: 'utf8', withFileTypes: true }).some(entry => {
        const file = path.join(entry.parentPath, entry.name);
        return entry.isFile() && key.test(file) && readFileSync(file, 'utf8').includes(text);
      });
    await until(
      `${text} is stored under ${key}`,
      async () => {
        if (inFiles() || (await this.page.evaluate(isStored, { key: key.source, text }))) return true;
        await this.page.evaluate(lookBack);
        await this.page.evaluate(lookAway);
        return false;
      },
      { limit: 60_000, between: 500 },
    );
    await this.page.evaluate(lookBack);
  }

  /** Runs a command by its full title, "Category: Title", through the command palette. */
  async runCommand(title: string): Promise<void> {
    const { page, quickInput } = this;
    const row = page.locator('.quick-input-list .monaco-list-row').filter({
      has: page.locator('.label-name', { hasText: new RegExp(`^${escaped(title)}$`) }),
    });
    await this.#retrying(`The palette does not offer "${title}".`, async () => {
      await this.#openPalette();
      await quickInput.type(`>${title}`);
      await row.first().waitFor({ timeout: 3000 });
    });
    await row.first().click();
    // The next box, if the command opens one, is the same element: wait until it is no longer the palette.
    await page.waitForFunction(
      () => {
        const widget = document.querySelector<HTMLElement>('.quick-input-widget');
        return widget?.style.display === 'none' || !widget?.querySelector('input')?.value.startsWith('>');
      },
      undefined,
      { polling: 25 },
    );
  }

  /** The titles that the command palette offers for some typed text. */
  async findCommands(typed: string): Promise<string[]> {
    let found: string[] = [];
    await this.#retrying(`The palette offers nothing for "${typed}".`, async () => {
      await this.#openPalette();
      await this.quickInput.type(`>${typed}`);
      await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: 3000 });
      found = await this.quickInput.labels();
      if (found.some(label => label === 'No matching commands')) throw new Error('nothing yet');
    });
    await this.quickInput.cancel();
    return found;
  }

  /** Opens a file of the workspace in the editor that it opens in by default. */
  async openFile(relative: string): Promise<void> {
    const name = path.posix.basename(relative);
    await this.#retrying(`Quick Open does not find ${relative}.`, async () => {
      await this.#closeQuickInput();
      await this.press('ControlOrMeta+P');
      await this.quickInput.waitUntilShown();
      await this.quickInput.type(relative);
      await this.page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ has: this.page.locator('.label-name', { hasText: new RegExp(`^${escaped(name)}$`) }) })
        .first()
        .click({ timeout: 3000 });
    });
    await this.quickInput.waitUntilHidden();
    await this.waitForTab(name);
  }

  /** Opens the active file again in another editor, such as "Text Editor". */
  async reopenWith(editor: string | RegExp): Promise<void> {
    await this.runCommand('View: Reopen Editor With...');
    await this.quickInput.pick(editor);
  }

  /** Waits for an editor's tab to be there and in front. */
  async waitForTab(label: string | RegExp): Promise<void> {
    await this.page.locator('.tab.active').filter({ hasText: label }).first().waitFor();
  }

  async tabs(): Promise<string[]> {
    return this.page.locator('.tabs-container .tab .label-name').allInnerTexts();
  }

  /** Saves the active editor, in which something has changed, and returns when nothing in the window is unsaved. */
  async save(): Promise<void> {
    // What was typed a moment ago has not marked the tab yet.
    await this.page.locator('.tab.active.dirty').waitFor();
    await this.press('ControlOrMeta+S');
    await this.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  }

  /**
   * The document inside a webview (an iframe in an iframe), when it has content. A webview that is shown again gets a
   * new document: ask again then.
   *
   * @param matching a text that the document shows, or a selector's or any other test of it
   */
  async webviewFrame(matching: string | RegExp | ((frame: Frame) => Promise<boolean>)): Promise<Frame> {
    const matches =
      typeof matching === 'function' ? matching : (frame: Frame) => frame.getByText(matching).first().isVisible();
    const look = async (): Promise<Frame | undefined> => {
      for (const frame of this.page.frames()) {
        if (!frame.parentFrame()?.url().includes('/webview/browser/pre/')) continue;
        // A frame can go away while it is looked at.
        if (await matches(frame).catch(() => false)) return frame;
      }
      return undefined;
    };
    try {
      return await until(`a webview matches ${matching}`, look);
    } catch (error) {
      const texts = await this.#webviewTexts();
      throw new Error(`No webview matches ${matching}. There are ${texts.length}:\n${texts.join('\n---\n')}`, {
        cause: error,
      });
    }
  }

  /** Opens a view container of the activity bar, by its title, and returns the side bar. */
  async sidebar(title: string): Promise<Locator> {
    const item = this.page.locator('.part.activitybar .action-item').filter({
      has: this.page.locator(`[aria-label^="${title}"]`),
    });
    const sidebar = this.page.locator('.part.sidebar');
    const heading = sidebar.locator('.composite.title').filter({ hasText: new RegExp(escaped(title), 'i') });
    // A window that is loading opens by itself what was open before, and a click on what is open closes it: look again.
    await this.#retrying(`The side bar does not show "${title}".`, async () => {
      await item.first().waitFor();
      if (await heading.isVisible()) return;
      const isOpen = await item.first().evaluate(element => element.classList.contains('checked'));
      if (!isOpen) await item.first().click();
      await heading.waitFor({ timeout: 3000 });
    });
    return sidebar;
  }

  /** The texts of the notifications on the screen. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Waits for a notification; its buttons can be pressed with `getByRole('button')`. */
  async notification(text: string | RegExp): Promise<Locator> {
    const found = this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
    await found.first().waitFor();
    return found.first();
  }

  /** A modal dialog of the window, when it is there. */
  async dialog(text: string | RegExp): Promise<Locator> {
    const found = this.page.locator('.monaco-dialog-box').filter({ hasText: text });
    await found.first().waitFor();
    return found.first();
  }

  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
    return texts.map(text => text.trim()).filter(text => text !== '');
  }

  readFile(relative: string): string {
    return readFileSync(path.join(this.folder, relative), 'utf8');
  }

  /** Changes a file from outside, as git or another editor would. */
  writeFile(relative: string, text: string): void {
    fill(this.folder, { [relative]: text });
  }

  /** Reads a file until it is as wanted, and returns its text. */
  async waitForFile(relative: string, wanted: (text: string) => boolean = text => text !== ''): Promise<string> {
    let text: string | undefined;
    const look = (): string | false => {
      text = this.readFile(relative);
      return wanted(text) && text;
    };
    try {
      return await until(`${relative} is as wanted`, look);
    } catch (error) {
      const became = text === undefined ? 'never came' : `stayed as it is:\n${text}`;
      throw new Error(`${relative} ${became}`, { cause: error });
    }
  }

  /** Presses keys, each as Playwright names them: "Escape", "Control+S". */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** @returns where the picture is */
  async screenshot(name: string): Promise<string> {
    const file = path.join(root, 'test-results', `${name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** What axe finds wrong with the accessibility of a webview's document, or of the whole window. */
  async axe(frame: Frame = this.page.mainFrame(), options: RunOptions = {}): Promise<Result[]> {
    await frame.evaluate(axeSource());
    const results = await frame.evaluate(
      options => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
      options,
    );
    return results.violations;
  }

  async close(): Promise<void> {
    if (!Workbench.#open.delete(this)) return;
    await this.context.close();
    await this.server.close();
    rmSync(path.dirname(this.folder), { recursive: true, force: true });
  }

  /** Pictures of every open window: for the moment after a failure. */
  static async screenshotAll(name: string): Promise<string[]> {
    const windows = [...Workbench.#open];
    return Promise.all(windows.map((window, index) => window.screenshot(index === 0 ? name : `${name} ${index + 1}`)));
  }

  /** What every open window has to say after a failure. */
  static async toldByAll(): Promise<string[]> {
    return (await Promise.all([...Workbench.#open].map(window => window.told()))).flat();
  }

  static async closeAll(): Promise<void> {
    await Promise.all([...Workbench.#open].map(workbench => workbench.close()));
    const browser = Workbench.#browser;
    Workbench.#browser = undefined;
    await (await browser)?.close();
  }

  #extensionHosts(): { readonly pid: number; readonly state: string; readonly time: string }[] {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,time=,args='], { encoding: 'utf8' });
    return stdout.split('\n').flatMap(line => {
      const [, pid, parent, state = '', time = '', command = ''] =
        /^ *(\d+) +(\d+) +(\S+) +(\S+) (.*)$/.exec(line) ?? [];
      const isHost = Number(parent) === this.server.pid && command.includes('--type=extensionHost');
      return isHost ? [{ pid: Number(pid), state, time }] : [];
    });
  }

  async #untilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
    // A theme comes from an extension: when its colours are there, so is what every other extension contributes. Before
    // that a file would open in no editor but VS Code's own.
    const kind = { light: 'vs', dark: 'vs-dark', 'high contrast dark': 'hc-black', 'high contrast light': 'hc-light' };
    await this.page.locator(`.monaco-workbench.${kind[this.theme]}[class*="vscode-theme-defaults-"]`).waitFor();
  }

  /** A window to which its server has not given an extension host looks like any other, and nothing in it answers. */
  async #untilExtensionsRun(): Promise<void> {
    await this.#reloadingOnce('The server gave the window no extension host', () =>
      until('the window has an extension host', () =>
        this.printed.some(line => line.includes('Launched Extension Host Process')),
      ),
    );
  }

  /** A window can come up with its folder, or the folders of its workspace, left out. */
  async #untilFolderIsOpen(): Promise<void> {
    const explorer = this.page.locator('.explorer-folders-view');
    const shown = explorer.locator('.monaco-list-row, .monaco-list[aria-label]').first();
    await this.#reloadingOnce('The window has opened no folder', () => shown.waitFor());
  }

  async #reloadingOnce(problem: string, look: () => Promise<unknown>): Promise<void> {
    try {
      await look();
    } catch {
      console.log(`      ${problem}; it is loaded again.`);
      await this.reload();
      await look();
    }
  }

  async #openPalette(): Promise<void> {
    await this.#closeQuickInput();
    await this.press('F1');
    // The key is lost while a page is loading: whoever waits for long waits in vain.
    await this.quickInput.waitUntilShown(3000);
  }

  async #closeQuickInput(): Promise<void> {
    if (await this.quickInput.isShown()) await this.quickInput.cancel();
  }

  /** The window fills in bit by bit after it is there: what is not offered yet may be in a second. */
  async #retrying(failure: string, act: () => Promise<void>): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      try {
        await act();
        return;
      } catch (error) {
        if (Date.now() > deadline) throw new Error(failure, { cause: error });
      }
    }
  }

  async #webviewTexts(): Promise<string[]> {
    const inner = this.page.frames().filter(frame => frame.parentFrame()?.url().includes('/webview/browser/pre/'));
    return Promise.all(
      inner.map(frame =>
        frame
          .locator('body')
          .ariaSnapshot({ timeout: 2000 })
          .catch(() => '(gone)'),
      ),
    );
  }
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Runs in the browser: whether anything that VS Code has stored there, in whichever table, holds a text under a key. */
async function isStored({ key, text }: { key: string; text: string }): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const pattern = new RegExp(key);
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web')) continue;
    const database = await done(indexedDB.open(name));
    try {
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        for (const found of (await done(store.getAllKeys())).filter(one => pattern.test(String(one)))) {
          const value: unknown = await done(store.get(found));
          const stored = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);
          if (stored.includes(text)) return true;
        }
      }
    } finally {
      database.close();
    }
  }
  return false;
}

function addressOf(server: Server, folder: string, instead: WorkbenchOptions['instead']): string {
  const address = new URL(pageAddress(server, { workspace: folder }));
  if (instead === undefined) return address.href;
  const opened = address.searchParams.get('folder');
  address.searchParams.delete('folder');
  if (instead === 'no folder') address.searchParams.set('ew', 'true');
  else address.searchParams.set('workspace', `${opened}/${instead}`);
  return address.href;
}

function fill(folder: string, workspace: Record<string, string> | { folder: string }): void {
  if (isFolder(workspace)) {
    cpSync(workspace.folder, folder, { recursive: true });
    return;
  }
  for (const [relative, text] of Object.entries(workspace)) {
    const file = path.join(folder, relative);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A workspace may have a file called "folder" at its root, but not a folder on this machine as its text. */
function isFolder(workspace: Record<string, string> | { folder: string }): workspace is { folder: string } {
  return Object.keys(workspace).length === 1 && path.isAbsolute(workspace.folder ?? '');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

let axe: string | undefined;
function axeSource(): string {
  axe ??= readFileSync(createRequire(path.join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}

// Hooks of every run that opens windows: importing this file is enough to have them.
if (typeof afterEach === 'function') {
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const file of await Workbench.screenshotAll(this.currentTest.fullTitle())) {
      console.log(`      The window at this moment: ${path.relative(root, file)}`);
    }
    for (const line of await Workbench.toldByAll()) console.log(`      ${line}`);
  });

  after(() => Workbench.closeAll());
}

/** Runs in the browser: as if its person turned to another window, which its focus, always there for a page under test, does not tell. */
function lookAway(): void {
  document.hasFocus = () => false;
  window.dispatchEvent(new Event('blur'));
}

/** Runs in the browser: its person is back. */
function lookBack(): void {
  Reflect.deleteProperty(document, 'hasFocus');
  window.dispatchEvent(new Event('focus'));
}
