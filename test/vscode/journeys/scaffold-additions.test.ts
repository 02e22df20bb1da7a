import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  filesIn,
  makeProject,
  openPlanPane,
  planRow,
  pressOnRow,
  tall,
  waitForNoPlan,
  waitForSum,
} from '../scaffold.js';
import { Workbench } from '../workbench.js';

describe('A project that is there', () => {
  let workbench: Workbench;
  let home: string;
  /** The project with the queue, as it is generated in one go. */
  let fresh: string;
  /** Lines of template.yaml that someone changed where the queue changes them too. */
  const ours = '# Ours: do not touch.';

  before(async () => {
    home = realpathSync(mkdtempSync(path.join(tmpdir(), 'additions-')));
    fresh = path.join(home, 'fresh', 'orders');
    const workspace = path.join(home, 'workspace');
    makeProject(path.join(workspace, 'shop', 'orders'));
    makeProject(path.join(workspace, 'billing'), '--language', 'python');
    makeProject(fresh, '--trigger', 'http', '--trigger', 'queue');
    writeFileSync(
      path.join(workspace, 'team.code-workspace'),
      '{ "folders": [{ "path": "shop" }, { "path": "billing" }] }',
    );
    const change = (file: string, act: (text: string) => string) => {
      const full = path.join(workspace, 'shop', 'orders', file);
      writeFileSync(full, act(readFileSync(full, 'utf8')));
    };
    change('README.md', text => text.replace('# orders', '# orders of the shop'));
    change('template.yaml', text => {
      const lines = text.split('\n');
      const planned = readFileSync(path.join(fresh, 'template.yaml'), 'utf8').split('\n');
      const first = lines.findIndex((line, index) => line !== planned[index]);
      lines.splice(first - 1, 2, `${lines[first - 1]} ${ours}`, `${lines[first]} ${ours}`);
      return lines.join('\n');
    });
    workbench = await Workbench.open({
      instead: 'team.code-workspace',
      workspace: { folder: workspace },
      viewport: tall,
    });
    await openPlanPane(workbench);
  });
  after(async () => {
    await workbench.close();
    rmSync(home, { recursive: true, force: true });
  });

  const orders = (file: string) => workbench.readFile(path.join('shop', 'orders', file));

  it('is one of several in the workspace, and gets a trigger more', async () => {
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    await workbench.quickInput.waitForItem(/shop\/orders/);
    assert.deepEqual(await workbench.quickInput.labels(), ['billing', 'shop/orders']);
    await workbench.quickInput.pick('shop/orders');
    await workbench.quickInput.waitForItem('Triggers');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.waitForTitle('orders: Triggers');
    await workbench.quickInput.toggle('Queue');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForItem(/HTTP API, Queue|Triggers/);
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await waitForSum(
      workbench,
      /^Files: \d+ new, \d+ updated, 1 in the way\. \d+ stay as they are and are not listed\./,
    );
    await workbench.quickInput.pick(/Look at the files/);
    for (const [file, words] of [
      ['README.md', /updated, your changes kept/],
      ['template.yaml', /you changed the same lines/],
      ['src/aws/triggers/queue.ts', /Queue/],
      ['.serverless-advisor.json', /updated/],
    ] as const)
      assert.match((await (await planRow(workbench, file)).textContent()) ?? '', words, file);
  });

  it('is merged by hand where both changed the same lines, with all three texts in view', async () => {
    await pressOnRow(workbench, 'template.yaml', 'Merge This File');
    const editor = workbench.page.locator('.merge-editor');
    const texts = (words: string) => editor.locator('.view-lines').filter({ hasText: words });
    await texts('Ours').nth(1).waitFor();
    await texts('QueueFunction').first().waitFor();
    // There is one for each change, and the editor has scrolled to the first that needs a decision.
    for (const link of await editor.getByText('Accept Combination').all()) {
      const { y = 0 } = (await link.boundingBox()) ?? {};
      if (y < 60 || y > tall.height - 60) continue;
      await link.click();
      break;
    }
    await texts('QueueFunction').nth(1).waitFor();
    await workbench.press('ControlOrMeta+S');
    const merged = await workbench.waitForFile('shop/orders/template.yaml', text => text.includes('QueueFunction:'));
    assert.equal(merged.split(ours).length, 3, 'what someone wrote is there');
  });

  it('is written without losing anything: merged where both fit, updated where nobody changed it', async () => {
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    await workbench.notification(/files written to shop\/orders\./);
    await waitForNoPlan(workbench);
    const merged = orders('README.md');
    assert.match(merged, /^# orders of the shop$/m);
    assert.equal(
      merged.replace('# orders of the shop', '# orders'),
      readFileSync(path.join(fresh, 'README.md'), 'utf8'),
    );
    assert.equal(orders('template.yaml').split(ours).length, 3, 'what someone wrote is there');
    const same = (file: string) => orders(file) === readFileSync(path.join(fresh, file), 'utf8');
    const different = filesIn(fresh).filter(file => !same(file));
    assert.deepEqual(different, ['README.md', 'template.yaml']);
    // The texts that are merged outlive the plan, and no editor is there that nobody opened.
    await workbench.runCommand('View: Open First Editor in Group');
    await workbench.page.locator('.merge-editor .view-lines').filter({ hasText: 'Ours' }).nth(1).waitFor();
    assert.deepEqual(await workbench.tabs(), ['Merging: template.yaml']);
  });

  it('has nothing left to do when it is looked at again', async () => {
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.pick('shop/orders');
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await waitForSum(workbench, /Everything is as it should be already/);
    await workbench.quickInput.cancel();
    await waitForNoPlan(workbench);
  });

  it('updates a file with unsaved changes in an editor, and keeps those', async () => {
    await workbench.openFile('server.ts');
    await workbench.page.locator('.monaco-editor[data-uri$="server.ts"] .view-lines').first().click();
    await workbench.press('ControlOrMeta+End');
    await workbench.page.keyboard.type('// not saved');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    await workbench.quickInput.pick('shop/orders');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.waitForTitle('orders: Triggers');
    await workbench.quickInput.toggle('Schedule');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForItem('Feature flags');
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Write \d+ files/);
    // The template is still someone's own.
    const dialog = await workbench.dialog('1 file is in the way. It is kept as it is.');
    await dialog.getByRole('button', { name: 'Write the Rest' }).click();
    await workbench.waitForFile('shop/orders/.serverless-advisor.json', text => text.includes('"schedule"'));
    const text = orders('src/local/server.ts');
    assert.match(text, /\/\/ not saved\s*$/);
    assert.match(text, /schedule/);
  });

  it('offers its tasks: those of a folder in the workspace once, those of a folder deeper down by its path', async () => {
    await workbench.runCommand('Tasks: Run Task');
    await workbench.quickInput.waitForItem(/serverless-advisor/);
    await workbench.quickInput.waitForItem(/Install/);
    const labels = await workbench.quickInput.labels();
    assert.equal(labels.filter(label => label.includes('Install')).length, 1, labels.join());
    await workbench.quickInput.pick(/serverless-advisor/);
    await workbench.quickInput.waitForItem('Install (orders)');
    const tasks = await workbench.quickInput.labels();
    for (const task of ['Install', 'Test', 'Run locally', 'Validate infrastructure', 'Deploy to dev'])
      assert.equal(tasks.filter(label => label.includes(`${task} (orders)`)).length, 1, tasks.join());
    await workbench.quickInput.cancel();
  });
});
