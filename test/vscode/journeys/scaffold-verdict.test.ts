import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/install.mjs';
import {
  enterThrough,
  enterTo,
  filesIn,
  openPlanPane,
  planPane,
  planRow,
  tall,
  waitForNoPlan,
  waitForSum,
} from '../scaffold.js';
import { until } from '../until.js';
import { Workbench } from '../workbench.js';

const name = 'image-thumbnails-on-upload';

describe('A project from a verdict', () => {
  let workbench: Workbench;
  const project = () => path.join(workbench.folder, name);

  before(async () => {
    workbench = await Workbench.open({ workspace: { folder: path.join(root, 'samples') }, viewport: tall });
    await openPlanPane(workbench);
    await workbench.openFile('image-thumbnails.assessment.json');
  });
  after(() => workbench.close());

  async function scaffoldThis(): Promise<void> {
    const page = await workbench.webviewFrame('Image thumbnails on upload');
    await page.getByRole('button', { name: 'Scaffold This' }).click();
    await workbench.quickInput.waitForTitle('(1/');
  }

  it('begins in the report, has its answers with it, and Enter leads to a plan', async () => {
    await scaffoldThis();
    assert.equal(await workbench.quickInput.value(), name);
    await enterTo(workbench, 'Triggers');
    const ticked = (await workbench.quickInput.items()).filter(({ checked }) => checked);
    assert.deepEqual(
      ticked.map(({ label, description, detail }) => [label, description, detail]),
      [['Object storage', 'from the assessment', 'The assessment says that files in a store start the work.']],
    );
    await enterThrough(workbench);
    await waitForSum(workbench, /^Files: \d+ new\. Nothing is written yet\.$/);
    assert.ok(!existsSync(project()));
  });

  it('shows what each file would be and which choice it comes from, while nothing is on disk', async () => {
    await workbench.quickInput.pick(/Look at the files/);
    const row = await planRow(workbench, 'src/aws/triggers/object.ts');
    assert.match((await row.textContent()) ?? '', /Object storage/);
    await row.click();
    await workbench.waitForTab('object.ts (planned)');
    await workbench.page.locator('.monaco-editor .view-lines', { hasText: 'ImportedFile' }).waitFor();
    await workbench.page.mouse.move(900, 1500);
    await row.hover();
    await workbench.page.locator('.monaco-hover', { hasText: 'Object storage' }).waitFor();
    assert.ok(!existsSync(project()));
  });

  it('is written in one step, with the verdict as a decision record, and its README is shown', async () => {
    await planPane(workbench).locator('.pane-header').hover();
    await planPane(workbench).getByRole('button', { name: 'Write the Plan' }).click();
    await workbench.notification(`files written to ${name}.`);
    await workbench.webviewFrame('The first ten minutes');
    assert.match(workbench.readFile(`${name}/docs/decisions/0001-serverless.md`), /# Image thumbnails on upload/);
    assert.ok(filesIn(project()).includes('template.yaml'));
    await waitForNoPlan(workbench);
    const tabs = await workbench.tabs();
    assert.ok(!tabs.some(tab => tab.includes('planned')), tabs.join());
  });

  it('is gone without a trace when it is undone from the notification', async () => {
    const written = await workbench.notification(`files written to ${name}.`);
    await written.getByRole('button', { name: 'Undo' }).click();
    await until('the project is gone', () => !existsSync(project()));
    assert.ok(existsSync(path.join(workbench.folder, 'image-thumbnails.assessment.json')));
  });

  it("is gone in one step of VS Code's own undo, too", async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('image-thumbnails.assessment.json');
    await scaffoldThis();
    await enterThrough(workbench);
    await workbench.quickInput.accept();
    await workbench.webviewFrame('The first ten minutes');
    await workbench.openFile('place-order.ts');
    await workbench.page.locator('.monaco-editor .view-lines', { hasText: 'export' }).first().click();
    await workbench.press('ControlOrMeta+Z');
    await until('its files are gone', () => filesIn(project()).length === 0);
  });
});
