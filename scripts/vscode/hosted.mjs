// Runs a suite inside the extension host of a VS Code window: `node scripts/vscode/hosted.mjs host|web [--grep X]`.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '../install.mjs';
import { launchBrowser, listenForErrors } from './browser.mjs';
import { bundleSuite } from './bundle.mjs';
import { stageExtension } from './extension.mjs';
import { reportOn } from './report.mjs';
import { installServer, pageAddress, startServer, testSettings } from './server.mjs';

/** How long a window may take to run its first test, and a test to come to an end. */
const patience = 90_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const name = positionals[0] === 'web' ? 'web' : 'host';
process.exitCode = (await runHosted(name, values.grep)) ? 0 : 1;

/**
 * @param {import('./bundle.mjs').SuiteName} name
 * @param {string | undefined} grep
 * @returns {Promise<boolean>} whether every test passed
 */
async function runHosted(name, grep) {
  installServer();
  // Outside the repository, so that nothing finds its .gitignore or its node_modules; with a space, as people have them.
  const folder = mkdtempSync(path.join(tmpdir(), 'serverless advisor '));
  const workspace = path.join(folder, 'workspace');
  const extension = path.join(folder, 'extension');
  stageExtension(extension, { forTheWeb: name === 'web' });
  // Inside the extension, since VS Code runs tests in the host of the extension that they are a part of.
  const tests = path.join(extension, 'tests', 'index.js');
  cpSync(path.join(root, 'samples'), workspace, { recursive: true });
  writeFileSync(path.join(folder, 'request.json'), JSON.stringify({ grep }));
  await bundleSuite(name, tests);

  const server = await startServer({
    dataDir: path.join(folder, 'server'),
    extensionsDir: path.join(folder, 'extensions'),
    settings: testSettings,
    development: true,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const passed = await watch(page, path.join(folder, 'results.jsonl'), tests, () =>
      page.goto(pageAddress(server, { workspace, extension, tests })),
    );
    return passed;
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} resultFile
 * @param {string} bundle
 * @param {() => Promise<unknown>} open
 */
async function watch(page, resultFile, bundle, open) {
  const report = reportOn(resultFile, bundle);
  const errors = listenForErrors(page);
  let exited = false;
  // VS Code calls this, where it exists, when the extension host has run the tests or has failed to.
  await page.exposeFunction('codeAutomationExit', () => {
    exited = true;
  });
  await open();

  let lastNews = Date.now();
  while (!report.ended) {
    const wasExited = exited;
    const fresh = report.printNew();
    if (fresh.length > 0) lastNews = Date.now();
    if (fresh.some(line => line.event === 'fail')) await screenshot(page);
    if (!report.ended && (wasExited || Date.now() - lastNews > patience)) {
      await screenshot(page);
      console.log(wasExited ? 'The extension host ended without a result.' : 'The tests have stopped answering.');
      console.log(errors.join('\n'));
      break;
    }
    await sleep(100);
  }
  return report.printClosing();
}

/** @param {import('playwright-core').Page} page */
async function screenshot(page) {
  const file = path.join(root, 'test-results', `${name}.png`);
  await page.screenshot({ path: file });
  console.log(`The window at this moment: ${path.relative(root, file)}`);
}
