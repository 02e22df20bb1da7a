import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/install.mjs';
import { stageExtension } from '../../../scripts/vscode/extension.mjs';
import { Workbench } from '../workbench.js';

const samples = { folder: path.join(root, 'samples') };

describe('In Restricted Mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: samples, trusted: false });
  });
  after(() => workbench.close());

  it('workloads can be assessed all the same', async () => {
    await workbench.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('new-idea.assessment.json');
    await workbench.webviewFrame('0 of 30 questions answered');
    await workbench.runCommand('Serverless Advisor: Continue Questionnaire');
    await workbench.quickInput.waitForTitle(/\(1 of/);
    await workbench.press('ArrowDown', 'Space', 'Enter');
    await workbench.quickInput.waitForTitle(/\(2 of/);
    await workbench.waitForFile('new-idea.assessment.json', text => text.includes('"trigger"'));
  });
});

describe('The packaged extension', () => {
  let folder: string;
  let workbench: Workbench;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'vsix-'));
    const vsix = path.join(folder, 'serverless-advisor.vsix');
    const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [vsce, 'package', '--no-dependencies', '--no-update-package-json', '--out', vsix],
      // The build is there already; building again would change it under the other tests.
      { cwd: root, encoding: 'utf8', env: { ...process.env, SERVERLESS_ADVISOR_BUILT: '1' } },
    );
    assert.equal(status, 0, stdout + stderr);
    workbench = await Workbench.open({ workspace: samples, extension: { vsix } });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true });
  });

  it('installs, activates and shows a report', async () => {
    await workbench.openFile('video-transcoding.assessment.json');
    const page = await workbench.webviewFrame('Feature film transcoding');
    await page.locator('#verdict h2', { hasText: 'Poor fit' }).waitFor();
    assert.deepEqual(workbench.consoleErrors, []);
  });
});

describe('An extension whose features cannot be loaded', () => {
  it('says so in a sentence, and loads them when someone tries again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'half-'));
    stageExtension(folder);
    const features = path.join(folder, 'dist', 'features.js');
    renameSync(features, `${features}.away`);
    const workbench = await Workbench.open({ extension: { folder } });
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    const said = workbench.page.getByText('Serverless Advisor could not load what is needed for this.').first();
    await said.waitFor();
    renameSync(`${features}.away`, features);
    await workbench.press('Escape');
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.waitForTitle('Assess a workload');
    await workbench.close();
    rmSync(folder, { recursive: true });
  });
});

describe('The list of assessments', () => {
  it('in an empty folder says what to do first, and does it', async () => {
    const workbench = await Workbench.open();
    const sidebar = await workbench.sidebar('Serverless Advisor');
    await sidebar.getByText('No workload has been assessed in this folder.').waitFor();
    await sidebar.getByRole('button', { name: 'Assess a Workload' }).first().click();
    await workbench.quickInput.waitForTitle('Assess a workload');
    await workbench.close();
  });

  it('shows verdict and completeness, follows changes, and opens reports', async () => {
    const workbench = await Workbench.open({ workspace: samples });
    const sidebar = await workbench.sidebar('Serverless Advisor');
    await sidebar
      .getByText(/^Poor fit · \d+$/)
      .first()
      .waitFor();
    await sidebar
      .getByText(/^Undecided · \d+\/\d+$/)
      .first()
      .waitFor();
    workbench.writeFile('fresh.assessment.json', '{ "format": 1, "workload": "Fresh from git" }');
    await sidebar.getByText('Fresh from git').click();
    await workbench.webviewFrame('0 of 30 questions answered');
    await workbench.close();
  });
});

describe('An assessment that is opened as text before anything has started the extension', () => {
  it('has its schema all the same: no warning, and help on hover', async () => {
    const workbench = await Workbench.open({
      workspace: samples,
      settings: { 'workbench.editorAssociations': { '*.assessment.json': 'default' } },
    });
    await workbench.openFile('image-thumbnails.assessment.json');
    const editor = workbench.page.locator('.monaco-editor[data-uri*="image-thumbnails"]').first();
    await editor.getByText('"caller-waits"').hover();
    await workbench.page.locator('.monaco-hover', { hasText: 'To find out' }).waitFor();
    assert.equal(await editor.locator('.squiggly-warning, .squiggly-error').count(), 0);
    await workbench.close();
  });
});
