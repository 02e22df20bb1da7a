import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../../scripts/install.mjs';
import { enterThrough, enterTo, filesIn, openPlanPane, planRow, tall, waitForSum } from '../scaffold.js';
import { until } from '../until.js';
import { Workbench } from '../workbench.js';

const scaffold = 'Serverless Advisor: Scaffold a Function Project';

describe('A project in Restricted Mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      workspace: { folder: path.join(root, 'samples') },
      trusted: false,
      viewport: tall,
    });
    await openPlanPane(workbench);
  });
  after(() => workbench.close());

  it('can be planned and looked at; nothing is written, and the message leads to what would allow it', async () => {
    await workbench.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    const before = filesIn(workbench.folder);
    await workbench.runCommand(scaffold);
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await enterThrough(workbench);
    await workbench.quickInput.pick(/Write \d+ files/);
    const message = await workbench.notification('Nothing was written: this window is in Restricted Mode.');
    await waitForSum(workbench, /^Files: \d+ new\./);
    await (await planRow(workbench, 'template.yaml')).click();
    await workbench.waitForTab('template.yaml (planned)');
    await message.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await workbench.page.getByText('You are in Restricted Mode').waitFor();
    assert.deepEqual(filesIn(workbench.folder), before);
  });
});

describe('A project with no folder open', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ instead: 'no folder' });
  });
  after(() => workbench.close());

  it('goes into the folder that someone chooses, and can be opened there', async () => {
    await workbench.runCommand(scaffold);
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await enterTo(workbench, 'Folder');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('In which folder');
    // Whoever leaves the dialog is asked again.
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: '..' }).first().waitFor();
    await workbench.press('Escape');
    await workbench.quickInput.waitForTitle('orders: Folder');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('In which folder');
    await rows.filter({ hasText: '..' }).first().waitFor();
    await workbench.quickInput.type(`${workbench.folder}/`);
    await until('only the way up is left', async () => (await rows.count()) === 1);
    await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'Choose' }).click();
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Write \d+ files/);
    const written = await workbench.notification(/files written to/);
    assert.ok(filesIn(path.join(workbench.folder, 'orders')).includes('template.yaml'));
    await written.getByRole('button', { name: 'Open Folder' }).click();
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'template.yaml' })
      .waitFor({ timeout: 40_000 });
  });
});
