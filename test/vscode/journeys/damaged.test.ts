import assert from 'node:assert/strict';
import { Workbench } from '../workbench.js';

const file = 'broken.assessment.json';
const text = '{\n  "format": 1,\n  "workload": "Broken",\n  "answers": { "memory" }\n}\n';

describe('A damaged file', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ workspace: { [file]: text, 'large.assessment.json': '\n'.repeat(3_000_000) } });
  });
  after(() => workbench.close());

  it('is shown as damaged, with the sentence that says where', async () => {
    await workbench.openFile(file);
    const page = await workbench.webviewFrame('a colon is expected');
    assert.match((await page.locator('body').textContent()) ?? '', /line 4, column 25/i);
  });

  it('is marked in the list', async () => {
    const sidebar = await workbench.sidebar('Serverless Advisor');
    await sidebar.getByText('cannot be read').waitFor();
  });

  it('that is too large is listed as such, also where one is chosen, and is not opened; where VS Code opens it, the report says so', async () => {
    const sidebar = await workbench.sidebar('Serverless Advisor');
    const row = sidebar.locator('.monaco-list-row', { hasText: 'large.assessment.json' });
    await row.filter({ hasText: 'too large' }).click();
    await workbench.notification(
      /large\.assessment\.json: The file is too large to be an assessment, and was not read/,
    );
    assert.deepEqual(
      (await workbench.tabs()).filter(tab => tab.includes('large')),
      [],
    );
    await workbench.openFile('large.assessment.json');
    await workbench.webviewFrame(/The file is too large to be an assessment, and was not read/);
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.waitForItem(/large\.assessment\.json.*too large/s);
    await workbench.quickInput.cancel();
  });

  it('is never written by the questionnaire', async () => {
    await workbench.runCommand('Serverless Advisor: Assess a Workload');
    await workbench.quickInput.pick(file);
    await workbench.webviewFrame('a colon is expected');
    assert.equal(workbench.readFile(file), text);
  });

  it('is one click away from its text, at the place', async () => {
    const page = await workbench.webviewFrame('a colon is expected');
    await page
      .getByRole('button', { name: /line 4/i })
      .first()
      .click();
    await workbench.page.locator('.monaco-editor[data-uri*="broken"]').first().waitFor();
    await workbench.page.locator('.part.statusbar', { hasText: 'Ln 4, Col 25' }).waitFor();
  });

  it('shows its report as soon as it is mended', async () => {
    await workbench.runCommand('Serverless Advisor: Open Report');
    await workbench.webviewFrame('a colon is expected');
    workbench.writeFile(file, text.replace('"memory"', '"memory": { "value": 512 }'));
    const page = await workbench.webviewFrame('questions answered');
    assert.equal(await page.locator('h1').textContent(), 'Broken');
  });
});
