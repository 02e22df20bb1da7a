import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../../scripts/install.mjs';
import { type Theme, Workbench } from '../workbench.js';

const themes: readonly Theme[] = ['light', 'dark', 'high contrast dark', 'high contrast light'];

for (const theme of themes)
  describe(`In the ${theme} theme`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await Workbench.open({ workspace: { folder: path.join(root, 'samples') }, theme });
      workbench.writeFile('broken.assessment.json', '{ "format": 1 "workload": "x" }');
    });
    after(() => workbench.close());

    /** What axe calls serious or critical, as sentences. */
    async function findings(matching: string): Promise<string[]> {
      const violations = await workbench.axe(await workbench.webviewFrame(matching));
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.html).join(' | ')}`);
    }

    for (const [name, text] of [
      ['partner-webhooks', 'Partner webhooks'],
      ['game-server', 'Arena game server'],
      ['broken', 'cannot be read'],
    ] as const)
      it(`the report of ${name} has no serious finding`, async () => {
        await workbench.openFile(`${name}.assessment.json`);
        const page = await workbench.webviewFrame(text);
        // Everything is looked at, what is folded included.
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        // What a fold holds is built when it opens.
        if (name !== 'broken') await page.locator('.answer-form').last().waitFor();
        assert.deepEqual(await findings(text), []);
      });
  });

describe('In a narrow column', () => {
  it('the report fits without scrolling sideways, and everything can be reached by Tab', async () => {
    const workbench = await Workbench.open({
      workspace: { folder: path.join(root, 'samples') },
      viewport: { width: 420, height: 800 },
      settings: { 'workbench.sideBar.location': 'right', 'workbench.activityBar.location': 'hidden' },
    });
    await workbench.openFile('partner-webhooks.assessment.json');
    await workbench.runCommand('View: Close Primary Side Bar').catch(() => undefined);
    const page = await workbench.webviewFrame('Partner webhooks');
    const [width, content] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok((content ?? 0) <= (width ?? 0), `${content} in ${width}`);
    await page.locator('h1').click();
    await workbench.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    assert.ok(focused, 'Tab leads into the page');
    await workbench.close();
  });
});
