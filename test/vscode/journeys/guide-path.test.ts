import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../../scripts/install.mjs';
import { guidePage, openHome } from '../guide.js';
import { planRow, pressOnRow } from '../scaffold.js';
import { Workbench } from '../workbench.js';

describe('A path through the guide', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: { folder: path.join(root, 'samples') } });
  });
  after(() => workbench.close());

  const steps = (home: Frame) => home.locator('.steps > li');

  it('is made from a report, with the reason for each step', async () => {
    await workbench.openFile('partner-webhooks.assessment.json');
    const report = await workbench.webviewFrame(frame => frame.locator('#verdict').isVisible());
    await report.getByRole('button', { name: 'What to Read' }).click();
    const home = await guidePage(workbench, 'Practice Guide');
    await home.getByRole('heading', { name: 'What to read for Partner webhooks' }).waitFor();
    await workbench.page.waitForTimeout(300);
    await workbench.page.screenshot({ path: '/tmp/shots-t/path.png' });
    const texts = await steps(home).allInnerTexts();
    assert.ok(texts.length >= 3 && texts.length <= 12, `${texts.length} steps`);
    console.log(texts.join('\n--\n'));
    const link = steps(home).first().getByRole('link');
    const [chapter = '', section = ''] = (await link.innerText()).split(': ');
    await link.click();
    const page = await guidePage(workbench, chapter);
    await page.waitForFunction(title => document.activeElement?.textContent === title, section || chapter);
    await workbench.page.screenshot({ path: '/tmp/shots-t/path-step.png' });
    // Along the path, not the order of the book.
    const [, second = ''] = texts;
    const next = page.getByRole('link', { name: /^Next/ });
    assert.ok(second.includes((await next.locator('.card-title').innerText()).split(': ')[0] ?? '?'), second);
  });

  it('leads from a finding to the section on its criterion', async () => {
    const report = await workbench.webviewFrame(frame => frame.locator('#verdict').isVisible());
    const button = report.getByRole('button', { name: /^Guide: / });
    await report.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await button.first().waitFor();
    await workbench.page.screenshot({ path: '/tmp/shots-t/finding.png' });
    await button.first().click();
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    await page.waitForFunction(() => /^H[12]$/.test(document.activeElement?.tagName ?? ''));
  });

  it('is a role’s, and then all chapters again', async () => {
    const home = await openHome(workbench);
    const { paths } = JSON.parse(readFileSync(path.join(root, 'content', 'guide', 'paths.json'), 'utf8'));
    for (const { title, summary, steps: wanted } of paths) {
      await home.getByRole('button', { name: title, exact: true }).click();
      await home.getByText(summary).waitFor();
      assert.equal(await steps(home).count(), wanted.length);
      await home.getByText(wanted.at(-1).why).waitFor();
    }
    await workbench.page.screenshot({ path: '/tmp/shots-t/role.png' });
    await home.getByRole('group', { name: 'Reading path' }).getByRole('button', { name: 'All chapters' }).click();
    await steps(home).first().waitFor({ state: 'detached' });
  });

  it('leads from a question, which stays open', async () => {
    await workbench.openFile('new-idea.assessment.json');
    await workbench.runCommand('Serverless Advisor: Continue Questionnaire');
    await workbench.quickInput.waitUntilShown();
    await workbench.page.waitForTimeout(300);
    const [label = ''] = (await workbench.quickInput.labels()).filter(row => /Go on|Continue|next/i.test(row));
    if (label) await workbench.quickInput.pick(label);
    await workbench.quickInput.waitForTitle(/\(\d+ of \d+\)/);
    const title = await workbench.quickInput.title();
    await workbench.quickInput.press('Read in the guide');
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    await workbench.page.waitForTimeout(500);
    await workbench.page.screenshot({ path: '/tmp/shots-t/wizard.png' });
    assert.equal(await workbench.quickInput.title(), title);
    assert.equal(await page.evaluate(() => document.hasFocus()), false, 'the keyboard stays with the question');
    await workbench.quickInput.cancel();
  });

  it('leads from a file of a plan to the choices behind it', async () => {
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.page.waitForTimeout(500);
    await workbench.page.screenshot({ path: '/tmp/shots-t/plan0.png' });
  });
});
void planRow;
void pressOnRow;
