import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../../scripts/install.mjs';
import { chapterOf, guidePage, openHome, ownErrors } from '../guide.js';
import { enterThrough, makeProject, planRow } from '../scaffold.js';
import { holds } from '../until.js';
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
    const texts = await steps(home).allInnerTexts();
    assert.ok(texts.length >= 3 && texts.length <= 12, `${texts.length} steps`);
    const link = steps(home).first().getByRole('link');
    const [chapter = '', section = ''] = (await link.innerText()).split(': ');
    await link.click();
    const page = await guidePage(workbench, chapter);
    await page.waitForFunction(title => document.activeElement?.textContent === title, section || chapter);
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
      await holds(async () => assert.equal(await steps(home).count(), wanted.length));
      await home.getByText(wanted.at(-1).why).waitFor();
    }
    await home.getByRole('group', { name: 'Reading path' }).getByRole('button', { name: 'All chapters' }).click();
    await steps(home).first().waitFor({ state: 'detached' });
  });

  it('leads from a question, which stays open', async () => {
    await workbench.openFile('new-idea.assessment.json');
    const report = await workbench.webviewFrame('New idea');
    await report.getByRole('button', { name: 'Continue Questionnaire' }).click();
    await workbench.quickInput.waitForTitle(/\(\d+ of \d+\)/);
    const title = await workbench.quickInput.title();
    await workbench.quickInput.pressAside('Read in the guide');
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    assert.equal(await workbench.quickInput.title(), title);
    assert.equal(await page.evaluate(() => document.hasFocus()), false, 'the keyboard stays with the question');
    await workbench.quickInput.cancel();
  });

  it('leads from a file of a plan to the choices behind it', async () => {
    await workbench.runCommand('Serverless Advisor: Scaffold a Function Project');
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await enterThrough(workbench);
    await workbench.quickInput.pick(/Look at the files/);
    const row = await planRow(workbench, '.github/workflows/ci.yml');
    await row.click({ button: 'right' });
    const item = workbench.page.getByRole('menuitem', { name: 'Read About the Choices Behind This File' });
    // A menu takes no clicks in its first moments, but keys.
    await item.hover();
    await workbench.press('Enter');
    // The pipeline and the language have both left their marks in it.
    await workbench.quickInput.waitForTitle('.github/workflows/ci.yml');
    await workbench.quickInput.pick(new RegExp(chapterOf('delivery').title));
    const page = await guidePage(workbench, chapterOf('delivery').title);
    await page.waitForFunction(() => /^H[12]$/.test(document.activeElement?.tagName ?? ''));
  });

  it('leads from a generated file, and says so where no choice stands behind one', async () => {
    makeProject(path.join(workbench.folder, 'made'));
    await openHome(workbench);
    await workbench.openFile('made/.github/workflows/deploy.yml');
    await workbench.runCommand('Serverless Advisor: Read About the Choices Behind This File');
    await guidePage(workbench, chapterOf('delivery').title);
    await workbench.openFile('README.md');
    await workbench.runCommand('Serverless Advisor: Read About the Choices Behind This File');
    await workbench.notification(/was not generated by Serverless Advisor/);
    assert.deepEqual(ownErrors(workbench), []);
  });
});
