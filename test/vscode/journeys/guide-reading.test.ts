import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { Workbench } from '../workbench.js';

describe('Reading the guide', () => {
  let workbench: Workbench;

  beforeEach(async () => {
    await workbench?.close();
    workbench = await Workbench.open();
  });
  // Not after each: a test that fails has its window photographed first.
  after(() => workbench.close());

  /** The guide's page, when its chapter, or its start, has this heading. */
  const page = (heading: string): Promise<Frame> =>
    workbench.webviewFrame(frame => frame.getByRole('heading', { level: 1, name: heading }).isVisible());

  it('goes from the side bar through chapters and back, and is where it was after a reload', async () => {
    await workbench.runCommand('Serverless Advisor: Open the Guide');
    const home = await page('Practice Guide');
    await home.getByRole('link', { name: 'What serverless is' }).first().click();
    const first = await page('What serverless is');
    await first.getByRole('link', { name: /Next/ }).first().click();
    const [, second = ''] = await chapterTitles(workbench);
    await page(second);

    await (await page(second)).getByRole('button', { name: 'Go Back' }).click();
    await (await page('What serverless is')).getByRole('button', { name: 'Go Forward' }).click();
    await page(second);
    assert.deepEqual(workbench.consoleErrors, []);

    await workbench.reload();
    await (await page(second)).getByRole('button', { name: 'Go Back' }).click();
    await page('What serverless is');
  });

  it('opens the same place in the editor area, which comes back after a reload', async () => {
    await workbench.runCommand('Serverless Advisor: Open the Guide');
    const home = await page('Practice Guide');
    await home.getByRole('link', { name: 'Does it fit?' }).first().click();
    await page('Does it fit?');
    await (await page('Does it fit?')).getByRole('button', { name: 'Open in Editor' }).click();
    await workbench.waitForTab('Guide: Does it fit?');
    // Which editors are open is VS Code's to write down, which it does now and then.
    await workbench.untilStored(/editor/, 'serverlessAdvisor.guidePage');
    await workbench.reload();
    await workbench.waitForTab('Guide: Does it fit?');
    await workbench.runCommand('View: Close Primary Side Bar');
    await page('Does it fit?');
  });

  it('finds words with every key, and leads to where they stand', async () => {
    await workbench.runCommand('Serverless Advisor: Search the Guide');
    await workbench.quickInput.type('idempoten');
    await workbench.quickInput.waitForItem(/idempoten/i);
    await workbench.press('Enter');
    await workbench.webviewFrame(frame => frame.getByRole('heading', { level: 1 }).isVisible());
  });
});

/** The chapters in reading order, as the search lists them before the first key. */
async function chapterTitles(workbench: Workbench): Promise<string[]> {
  await workbench.runCommand('Serverless Advisor: Search the Guide');
  await workbench.quickInput.waitForItem('What serverless is');
  const labels = await workbench.quickInput.labels();
  await workbench.quickInput.cancel();
  return labels.map(label => label.replace(/^\d+\. /, ''));
}
