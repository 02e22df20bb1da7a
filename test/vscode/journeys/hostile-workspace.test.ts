import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../../../scripts/install.mjs';
import { stageExtension } from '../../../scripts/vscode/extension.mjs';
import { Workbench } from '../workbench.js';

const cases = path.join(root, 'test', 'cases', 'links');
const read = (name: string): string => readFileSync(path.join(cases, name), 'utf8');

/** Looks at a notification, and presses the words in it that would have been a link. */
async function pressWords(workbench: Workbench, notification: Locator, words: string): Promise<void> {
  const message = notification.locator('.notification-list-item-message');
  assert.equal(await message.locator('a').count(), 0, 'there is no link');
  assert.ok((await message.innerText()).replaceAll('\u2060', '').includes(words), await message.innerText());
  const before = await workbench.tabs();
  await message.click();
  // What was asked for by the press is done before the next command is.
  await workbench.runCommand('Notifications: Clear All Notifications');
  await notification.waitFor({ state: 'hidden' });
  assert.deepEqual(await workbench.tabs(), before, 'nothing was run');
}

describe('A workspace whose files hold links to commands', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      workspace: {
        'links.assessment.json': read('links.assessment.json'),
        'key.assessment.json': read('key.assessment.json'),
        '.serverless-advisor.json': read('choice.serverless-advisor.json'),
      },
      trusted: false,
    });
  });
  after(() => workbench.close());
  afterEach(() => workbench.runCommand('Notifications: Clear All Notifications'));

  it('shows evidence that is not there as text, in Restricted Mode', async () => {
    await workbench.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('links.assessment.json');
    const page = await workbench.webviewFrame('Links ⟨U+202E⟩');
    await page.getByText('Memory', { exact: true }).last().click();
    await page.getByText('[docs/limits.md]', { exact: false }).first().click();
    const notification = await workbench.notification('There is no file');
    await pressWords(workbench, notification, '[docs/limits.md](command:workbench.action.files.newUntitledFile)');
  });

  it('shows a choice that there is not as text', async () => {
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    const notification = await workbench.notification('Serverless Advisor could not do this');
    // Short enough that all of it is quoted: what is cut off is no link anyway.
    await pressWords(workbench, notification, '[Repair](command:workbench.action.files.newUntitledFile)');
  });

  it('shows a key that is there twice as text', async () => {
    await workbench.openFile('key.assessment.json');
    await workbench.webviewFrame('twice');
    await workbench.runCommand('Serverless Advisor: Copy Report as Markdown');
    const notification = await workbench.notification('twice');
    await pressWords(workbench, notification, '[Repair](command:workbench.action.files.newUntitledFile)');
  });

  it('turns no label round, and has no icon of its own in a list', async () => {
    const sidebar = await workbench.sidebar('Serverless Advisor');
    const row = sidebar.locator('.monaco-list-row', { hasText: 'Links' });
    assert.match(await row.innerText(), /Links ⟨U\+202E⟩ and/);
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    const item = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Links' });
    assert.match(await item.innerText(), /Links ⟨U\+202E⟩ and/);
    assert.equal(await item.locator('.label-name .codicon').count(), 0);
    await workbench.press('Escape');
  });
});

describe('A command that fails', () => {
  const secret = 'secret';
  let home: string;
  let workbench: Workbench;

  before(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'serverless advisor for the web '));
    // The log of the other extension host needs a native module that this VS Code does without (scripts/vscode/server.mjs).
    stageExtension(home, { forTheWeb: true });
    workbench = await Workbench.open({
      workspace: { '.serverless-advisor.json': secret },
      extension: { folder: home },
    });
  });
  after(async () => {
    await workbench.close();
    rmSync(home, { recursive: true, force: true });
  });

  const channels = (): Locator => workbench.page.locator('.part.panel select option');

  it('has no log before anything went wrong', async () => {
    await workbench.runCommand('Serverless Advisor: Search the Guide');
    await workbench.quickInput.waitForItem('What serverless is');
    await workbench.quickInput.cancel();
    await workbench.runCommand('Output: Focus on Output View');
    await channels().first().waitFor({ state: 'attached' });
    assert.ok(!(await channels().allTextContents()).includes('Serverless Advisor'));
  });

  it('says why, and leads to a log that knows where in the code, and nothing of what a file holds', async () => {
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    const message = await workbench.notification('.serverless-advisor.json is not JSON');
    assert.match(await message.innerText(), /secret/, 'whoever asked reads it');
    await message.getByRole('button', { name: 'Show Log' }).click();
    const output = workbench.page.locator('.part.panel .view-lines');
    await output.getByText('extensionHostWorkerMain.js').first().waitFor();
    assert.ok((await channels().allTextContents()).includes('Serverless Advisor'));
    await output.click();
    await workbench.press('ControlOrMeta+A', 'ControlOrMeta+C');
    const log = await workbench.clipboard();
    assert.match(log, /\[error\] serverlessAdvisor\.addToProject\s+Error\s+at .*:\d+:\d+\)/);
    assert.ok(!log.includes('secret'), log);
  });
});
