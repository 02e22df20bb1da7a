import assert from 'node:assert/strict';
import { printAssessment } from '../../../src/core/assessment/assessment.js';
import { realContent } from '../../content/real-knowledge.js';
import { Workbench } from '../workbench.js';

const name = '<img src=x onerror="document.title=1"> $(trash) **bold**';

describe('A workload with a hostile name', () => {
  let workbench: Workbench;

  before(async () => {
    const { knowledge } = await realContent();
    const note = '<script>alert(1)</script>';
    const text = printAssessment(knowledge, {
      workload: name,
      description: note,
      answers: {
        memory: { value: 512, note, evidence: [{ file: '../../etc/passwd', text: note }] },
        state: { notApplicable: note },
      },
      weights: {},
    });
    workbench = await Workbench.open({ workspace: { 'hostile.assessment.json': text } });
  });
  after(() => workbench.close());

  it('has it as text in the list', async () => {
    const sidebar = await workbench.sidebar('Serverless Advisor');
    await sidebar.locator('.monaco-list-row', { hasText: '<img src=x' }).waitFor();
    const row = sidebar.locator('.monaco-list-row', { hasText: '<img src=x' });
    assert.equal((await row.locator('.label-name').innerText()).replaceAll('\u2060', ''), name);
    assert.equal(await sidebar.locator('img[src="x"]').count(), 0);
  });

  it('has it as text in the report', async () => {
    await workbench.openFile('hostile.assessment.json');
    const page = await workbench.webviewFrame(name);
    assert.equal(await page.locator('h1').textContent(), name);
    assert.equal(await page.locator('img, h1 > *').count(), 0);
    assert.notEqual(await page.title(), '1');
  });

  it('has it as text in the list to choose from', async () => {
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.waitUntilShown();
    const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '<img src=x' });
    assert.equal(await row.locator('img, .codicon-trash').count(), 0);
    await workbench.press('Escape');
  });

  it('causes no error on the page', () => assert.deepEqual(workbench.consoleErrors, []));
});
