import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/install.mjs';
import { until } from '../until.js';
import { Workbench } from '../workbench.js';

const samples = { folder: path.join(root, 'samples') };
const thumbnails = readFileSync(path.join(root, 'samples', 'image-thumbnails.assessment.json'), 'utf8');
const longer = thumbnails.replace('"value": 40', '"value": 2400');

/** A window of each test's own, which stays until the next one: what fails is photographed. */
let workbench: Workbench;
async function open(options: Parameters<typeof Workbench.open>[0]): Promise<void> {
  await workbench?.close();
  workbench = await Workbench.open(options);
}

describe('An assessment', () => {
  after(() => workbench.close());

  it('can be made with no folder open: someone says in which it shall be', async () => {
    await open({ instead: 'no folder' });
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.waitForTitle('Assess a workload');
    await workbench.page.keyboard.type('Nightly clean-up');
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle('In which folder');
    // The dialog lists the home folder first, and puts its path into the field when it has.
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: '..' }).first().waitFor();
    await workbench.quickInput.type(`${workbench.folder}/`);
    // The workspace is empty: nothing but the way up is left in the list.
    await until('only the way up is left', async () => (await rows.count()) === 1);
    await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'Save Here' }).click();
    await workbench.quickInput.waitForTitle(/\(1 of/);
    await workbench.press('ArrowDown', 'Space', 'Enter');
    await workbench.quickInput.waitForTitle(/\(2 of/);
    assert.match(workbench.readFile('nightly-clean-up.assessment.json'), /"trigger"/);
    await workbench.press('Escape');
    await workbench.webviewFrame(/^1 of \d+ questions answered/);
  });

  it('in a workspace of several folders is told apart by its path, and finds its evidence in its own folder', async () => {
    await open({
      instead: 'team.code-workspace',
      workspace: {
        'team.code-workspace': '{ "folders": [{ "path": "orders" }, { "path": "billing" }] }',
        'orders/docs/thumbnails.assessment.json': thumbnails,
        'orders/src/thumbs.ts': '\n'.repeat(30),
        'billing/docs/thumbnails.assessment.json': longer,
      },
    });
    const sidebar = await workbench.sidebar('Serverless Advisor');
    await sidebar.getByText(/^billing\/docs\/thumbnails.assessment.json · Undecided · \d+\/\d+$/).waitFor();
    await sidebar.getByText(/^orders\/docs\/thumbnails.assessment.json · Good fit · \d+$/).click();
    const page = await workbench.webviewFrame('Image thumbnails on upload');
    await page.getByText('Longest run', { exact: true }).last().click();
    await page.getByRole('button', { name: 'src/thumbs.ts, line 12' }).click();
    await workbench.waitForTab('thumbs.ts');
    await workbench.page.locator('.part.statusbar', { hasText: 'Ln 12, Col 1' }).waitFor();

    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.pick(/New workload/);
    await workbench.quickInput.pick('billing');
    await workbench.quickInput.waitForTitle('Assess a workload');
    await workbench.page.keyboard.type('Dunning letters');
    await workbench.press('Enter');
    await workbench.waitForFile('billing/dunning-letters.assessment.json');
    await workbench.quickInput.waitForTitle('Dunning letters');
  });

  it('says so when its evidence is not there', async () => {
    await open({ workspace: samples });
    await workbench.openFile('image-thumbnails.assessment.json');
    const page = await workbench.webviewFrame('Image thumbnails on upload');
    await page.getByText('Longest run', { exact: true }).last().click();
    await page.getByRole('button', { name: 'src/thumbs.ts, line 12' }).click();
    await workbench.notification('There is no file src/thumbs.ts in this workspace.');
  });

  it('is compared as text, and as two reports of which the older one cannot be changed', async () => {
    const file = 'image-thumbnails.assessment.json';
    await open({ workspace: { [file]: thumbnails } });
    const git = (...args: string[]) => {
      const author = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
      const { status, stderr } = spawnSync('git', [...author, ...args], { cwd: workbench.folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    };
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Assess the thumbnails');
    workbench.writeFile(file, longer);
    const changes = await workbench.sidebar('Source Control');
    await changes.locator('.monaco-list-row', { hasText: file }).click();
    await workbench.waitForTab(`${file} (Working Tree)`);
    await workbench.page.locator('.monaco-diff-editor', { hasText: '2400' }).waitFor();

    await workbench.reopenWith(/Serverless Advisor Report/);
    const reportSaying = (verdict: string) =>
      workbench.webviewFrame(frame => frame.locator('#verdict h2', { hasText: verdict }).isVisible());
    const before = await reportSaying('Good fit');
    await before.getByText('This file cannot be changed here').waitFor();
    assert.ok(await before.getByRole('button', { name: 'Continue Questionnaire' }).isDisabled());
    const now = await reportSaying('Undecided');
    assert.ok(await now.getByRole('button', { name: 'Continue Questionnaire' }).isEnabled());
    assert.equal(workbench.readFile(file), longer);
    assert.deepEqual(workbench.consoleErrors, []);
  });

  it('that is read-only stays as it is, and its reader is told', async () => {
    const file = 'image-thumbnails.assessment.json';
    await open({ workspace: samples, settings: { 'files.readonlyInclude': { [file]: true } } });
    await workbench.openFile(file);
    const page = await workbench.webviewFrame('Image thumbnails on upload');
    await page.getByText('Longest run', { exact: true }).last().click();
    const field = page.getByLabel('How long does the longest run take', { exact: false });
    await field.fill('40 min');
    await field.press('Enter');
    await workbench.notification('may be read-only');
    await page.locator('#verdict h2', { hasText: 'Good fit' }).waitFor();

    await workbench.runCommand('Serverless Advisor: Continue Questionnaire');
    await workbench.quickInput.pick(/Change an answer/);
    await workbench.quickInput.pick('Memory');
    await workbench.quickInput.pick("Don't know");
    await workbench.notification('The last answer could not be saved');
    assert.equal(workbench.readFile(file), thumbnails);
  });

  it('can be gone on with from the menus of the editor and of the explorer', async () => {
    await open({ workspace: samples });
    await workbench.openFile('partner-webhooks.assessment.json');
    await workbench.webviewFrame('Partner webhooks');
    await workbench.page.locator('.editor-actions').getByRole('button', { name: 'Continue Questionnaire' }).click();
    await workbench.quickInput.waitForTitle('Partner webhooks');
    await workbench.press('Escape');
    await workbench.quickInput.waitUntilHidden();
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'nightly-report' })
      .click({ button: 'right' });
    // A menu takes no clicks in its first moments, but keys.
    await workbench.page.getByRole('menuitem', { name: 'Continue Questionnaire' }).hover();
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle('Nightly sales report');
  });

  it('that is damaged in the middle of the questionnaire is left as it is', async () => {
    const file = 'new-idea.assessment.json';
    await open({ workspace: samples });
    await workbench.openFile(file);
    const page = await workbench.webviewFrame(/^0 of \d+ questions answered/);
    await page.getByRole('button', { name: 'Continue Questionnaire' }).click();
    await workbench.quickInput.waitForTitle(/\(1 of/);
    const damaged = workbench.readFile(file).replace('"format": 1,', '"format": 1');
    workbench.writeFile(file, damaged);
    await workbench.webviewFrame('a comma is expected');
    await workbench.press('ArrowDown', 'Space', 'Enter');
    await workbench.notification('The last answer could not be saved');
    await workbench.quickInput.waitUntilHidden();
    assert.equal(workbench.readFile(file), damaged);
  });

  it('that is deleted in the middle of the questionnaire is there again with the next answer', async () => {
    const file = 'new-idea.assessment.json';
    await open({ workspace: samples });
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.pick('New idea');
    await workbench.quickInput.waitForTitle(/\(1 of/);
    await workbench.press('ArrowDown', 'Space', 'Enter');
    await workbench.quickInput.waitForTitle(/\(2 of/);
    unlinkSync(path.join(workbench.folder, file));
    await workbench.press('Enter');
    await workbench.quickInput.waitForTitle(/\(3 of/);
    assert.deepEqual(Object.keys(JSON.parse(workbench.readFile(file)).answers), ['trigger', 'caller-waits']);
  });

  it('keeps the line ends and the mark of a file that Windows wrote', async () => {
    const file = 'windows.assessment.json';
    await open({ workspace: { [file]: `\uFEFF${thumbnails.replaceAll('\n', '\r\n')}` } });
    await workbench.openFile(file);
    const page = await workbench.webviewFrame('Image thumbnails on upload');
    await page.getByText('Connections', { exact: true }).last().click();
    await page.getByRole('radio', { name: /WebSocket/ }).click();
    await page.locator('#verdict h2', { hasText: 'Fit with mitigations' }).waitFor();
    await workbench.save();
    const text = await workbench.waitForFile(file, text => text.includes('"websocket"'));
    assert.ok(text.startsWith('\uFEFF'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });
});
