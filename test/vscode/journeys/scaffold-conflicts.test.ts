import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  enterThrough,
  filesIn,
  openPlanPane,
  planRow,
  pressOnRow,
  tall,
  waitForNoPlan,
  waitForSum,
} from '../scaffold.js';
import { until } from '../until.js';
import { Workbench } from '../workbench.js';

const readme = '# Orders, by hand\n';
const manifest = '{ "name": "by-hand" }\n';
const ignored = 'secrets.txt\n';

describe('A project in a folder that holds files already', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      viewport: tall,
      workspace: {
        'orders/README.md': readme,
        'orders/package.json': manifest,
        'orders/.gitignore': ignored,
        'blocked/template.yaml/notes.txt': 'A folder where the project wants a file.\n',
        'blocked/README.md': readme,
        'billing/src': 'A file where the project wants a folder.\n',
      },
    });
    await openPlanPane(workbench);
  });
  after(() => workbench.close());

  async function planFor(name: string): Promise<void> {
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type(name);
    await enterThrough(workbench);
  }

  it('has those marked, each can be compared, and nothing is decided for anybody', async () => {
    await planFor('orders');
    await waitForSum(workbench, /^Files: \d+ new, 3 in the way\. Nothing is written yet\. What is in the way is kept/);
    const [first] = await workbench.quickInput.labels();
    assert.match(first ?? '', /Decide about 3 files in the way/);
    await workbench.quickInput.pick(/Look at the files/);
    const row = await planRow(workbench, 'README.md');
    assert.match((await row.textContent()) ?? '', /in the way/);
    await row.click();
    await workbench.waitForTab('README.md (now ↔ planned)');
    await workbench.page.locator('.monaco-diff-editor', { hasText: 'Orders, by hand' }).waitFor();
  });

  it('keeps one and replaces another as someone says in the tree, and asks before it keeps the rest', async () => {
    await pressOnRow(workbench, 'README.md', 'Replace This File');
    await (await planRow(workbench, 'README.md')).filter({ hasText: 'is replaced' }).waitFor();
    await pressOnRow(workbench, 'package.json', 'Keep This File');
    await (await planRow(workbench, 'package.json')).filter({ hasText: 'is kept' }).waitFor();
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    const dialog = await workbench.dialog('1 file is in the way. It is kept as it is.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(filesIn(path.join(workbench.folder, 'orders')).length, 3);
  });

  it('can have all of them decided in one list', async () => {
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.pick(/Go on with the plan/);
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Decide about/);
    await workbench.quickInput.waitForTitle('Files in the way');
    const items = await workbench.quickInput.items();
    assert.deepEqual(
      items.map(({ label, checked }) => [label, checked]),
      [
        ['.gitignore', false],
        ['README.md', true],
        ['package.json', false],
      ],
    );
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('orders: Plan');
    await waitForSum(workbench, /^Files: \d+ new, 1 replaced, 2 kept\. Nothing is written yet\.$/);
    await workbench.quickInput.cancel();
  });

  it('is not written over a file that changed since the plan was made; the plan is made anew and says so', async () => {
    const later = `${readme}\nOne more line.\n`;
    workbench.writeFile('orders/README.md', later);
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    const warning = await workbench.notification('Nothing was written: README.md has changed since the plan was made.');
    assert.equal(workbench.readFile('orders/README.md'), later);
    assert.equal(filesIn(path.join(workbench.folder, 'orders')).length, 3);
    await warning.getByRole('button', { name: 'Show Plan' }).click();
    await workbench.quickInput.waitForTitle('orders: Plan');
    // That it is replaced was said about another text.
    await workbench.quickInput.waitForItem(/Decide about 3 files in the way/);
    await workbench.quickInput.cancel();
    workbench.writeFile('orders/README.md', readme);
  });

  it('is written with what was decided: replaced is replaced, kept is kept', async () => {
    await pressOnRow(workbench, 'README.md', 'Replace This File');
    await (await planRow(workbench, 'README.md')).filter({ hasText: 'is replaced' }).waitFor();
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    // The file changed back: that is a change, too.
    const again = await workbench.notification('has changed since the plan was made');
    await again.getByRole('button', { name: 'Show Plan' }).click();
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Decide about/);
    await workbench.quickInput.toggle('README.md');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('orders: Plan');
    await workbench.quickInput.pick(/Write \d+ files/);
    const written = await workbench.notification('files written to orders.');
    assert.match(workbench.readFile('orders/README.md'), /The first ten minutes/);
    assert.equal(workbench.readFile('orders/package.json'), manifest);
    assert.equal(workbench.readFile('orders/.gitignore'), ignored);
    await waitForNoPlan(workbench);
    await written.getByRole('button', { name: 'Undo' }).click();
    await workbench.waitForFile('orders/README.md', text => text === readme);
    const orders = path.join(workbench.folder, 'orders');
    await until('what was there is left', () => filesIn(orders).length === 3 && !existsSync(path.join(orders, 'src')));
  });

  it('that cannot be written leaves everything as it was, and says what stopped it', async () => {
    await planFor('blocked');
    await workbench.quickInput.pick(/Decide about/);
    await workbench.quickInput.toggle('README.md');
    await workbench.quickInput.toggle('template.yaml');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('blocked: Plan');
    await workbench.quickInput.pick(/Write \d+ files/);
    await workbench.notification('Nothing was written. template.yaml is a folder, and the project needs a file there.');
    assert.deepEqual(filesIn(path.join(workbench.folder, 'blocked')), ['README.md', 'template.yaml/notes.txt']);
    assert.ok(!existsSync(path.join(workbench.folder, 'blocked', 'src')), 'no empty folder is left');
    assert.equal(workbench.readFile('blocked/README.md'), readme);
    await workbench.runCommand('Serverless Advisor: Discard the Plan');
    await waitForNoPlan(workbench);

    await planFor('billing');
    await workbench.quickInput.pick(/Write \d+ files/);
    await workbench.notification('Nothing was written. src is a file, and the project needs a folder there.');
    assert.deepEqual(filesIn(path.join(workbench.folder, 'billing')), ['src']);
    await workbench.runCommand('Serverless Advisor: Discard the Plan');
    await waitForNoPlan(workbench);
  });

  it('that is deleted while the plan is open is made again', async () => {
    await planFor('orders');
    await workbench.quickInput.pick(/Look at the files/);
    rmSync(path.join(workbench.folder, 'orders'), { recursive: true });
    await workbench.runCommand('Serverless Advisor: Write the Plan');
    const dialog = await workbench.dialog('3 files are in the way');
    await dialog.getByRole('button', { name: 'Write the Rest' }).click();
    await workbench.notification('files written to orders.');
    assert.ok(filesIn(path.join(workbench.folder, 'orders')).includes('template.yaml'));
    await waitForNoPlan(workbench);
  });
});
