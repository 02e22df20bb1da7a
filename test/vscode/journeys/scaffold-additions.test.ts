import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesIn, makeProject, planMessage, planRow, waitForNoPlan } from '../scaffold.js';
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
    workbench = await Workbench.open({ instead: 'team.code-workspace', workspace: { folder: workspace } });
    await workbench.sidebar('Serverless Advisor');
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
    await workbench.screenshot('look add to a project');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.waitForTitle('orders: Triggers');
    await workbench.quickInput.toggle('Queue');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForItem(/HTTP API, Queue|Triggers/);
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    assert.match(await planMessage(workbench), /new files, \d+ updated, \d+ as they are, 1 in the way/);
    await workbench.quickInput.pick(/Look at the files/);
    for (const [file, words] of [
      ['README.md', /updated, your changes kept/],
      ['template.yaml', /you changed the same lines/],
      ['src/aws/triggers/queue.ts', /Queue/],
      ['package.json', /as it is|updated/],
      ['.serverless-advisor.json', /updated/],
    ] as const)
      assert.match((await (await planRow(workbench, file)).textContent()) ?? '', words, file);
    await workbench.screenshot('look additions');
  });

  it('is merged by hand where both changed the same lines, with all three texts in view', async () => {
    const row = await planRow(workbench, 'template.yaml');
    await row.hover();
    await row.getByRole('button', { name: 'Merge This File' }).click();
    const editor = workbench.page.locator('.merge-editor');
    await editor.waitFor();
    await workbench.page.waitForTimeout(3000);
    await workbench.screenshot('look merge editor');
    await editor.locator('.input1 .view-lines', { hasText: 'Ours' }).first().waitFor();
    await editor.locator('.input2 .view-lines').first().waitFor();
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
    // The texts that are merged outlive the plan.
    await workbench.page.locator('.merge-editor .input1 .view-lines', { hasText: 'Ours' }).first().waitFor();
  });

  it('has nothing left to do when it is looked at again', async () => {
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.pick('shop/orders');
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    assert.match(await planMessage(workbench), /Everything is as it should be already/);
    await workbench.quickInput.cancel();
    await waitForNoPlan(workbench);
  });

  it('updates a file with unsaved changes in an editor, and keeps those', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('shop/orders/README.md');
    await workbench.page.locator('.monaco-editor .view-lines').first().click();
    await workbench.press('ControlOrMeta+Home');
    await workbench.page.keyboard.type('<!-- not saved -->');
    await workbench.page.locator('.tab.dirty').waitFor();
    await workbench.runCommand('Serverless Advisor: Add to a Project');
    await workbench.quickInput.pick('shop/orders');
    await workbench.quickInput.pick('Triggers');
    await workbench.quickInput.toggle('Schedule');
    await workbench.quickInput.accept();
    await workbench.quickInput.pick(/See the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Write \d+ files/);
    const rest = workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Write the Rest' });
    const written = workbench.notification(/files written to shop\/orders\./);
    await Promise.race([rest.click().catch(() => undefined), written]);
    await written;
    const text = orders('README.md');
    assert.match(text, /<!-- not saved -->/);
    assert.match(text, /chedule/);
  });

  it('offers its tasks: those of a folder in the workspace once, those of a folder deeper down by its path', async () => {
    await workbench.runCommand('Tasks: Run Task');
    await workbench.quickInput.waitForItem(/./);
    await workbench.page.waitForTimeout(3000);
    await workbench.screenshot('look tasks');
    console.log(await workbench.quickInput.items());
  });
});
