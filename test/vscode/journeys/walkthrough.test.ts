import assert from 'node:assert/strict';
import { Workbench } from '../workbench.js';

describe('The walkthrough', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  it('does not open by itself', async () => {
    await workbench.sidebar('Serverless Advisor');
    assert.deepEqual(await workbench.tabs(), []);
  });

  it('opens when someone asks for it, and its last step is the guide', async () => {
    await workbench.runCommand('Serverless Advisor: Get Started');
    const steps = workbench.page.locator('.getting-started-step');
    await workbench.page.getByRole('heading', { level: 2, name: 'Get Started with Serverless Advisor' }).waitFor();
    assert.equal(await steps.count(), 3);
    await steps.filter({ hasText: 'Read the guide' }).click();
    await workbench.page.getByRole('button', { name: 'Open the Guide' }).click();
    await workbench.webviewFrame(frame => frame.getByRole('heading', { level: 1, name: 'Practice Guide' }).isVisible());
    assert.deepEqual(workbench.consoleErrors, []);
  });
});
