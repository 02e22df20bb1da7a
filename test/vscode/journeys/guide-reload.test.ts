import assert from 'node:assert/strict';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { root } from '../../../scripts/install.mjs';
import { chapterOf, guidePage, openChapter, openHome, plain, questionOf } from '../guide.js';
import { holds } from '../until.js';
import { Workbench } from '../workbench.js';

const chapter = chapterOf('what-serverless-is');
const start = 'Practice Guide';
const section = chapter.sections.find(({ id }) => id === 'responsibilities') ?? { id: '', title: '' };

/** What is shown is what is remembered, at once: nothing is waited for between seeing it and losing the window. */
describe('A window that ends right after a click in the guide', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: { folder: path.join(root, 'samples') } });
    await openHome(workbench);
    // Which view the side bar shows is VS Code's to write down.
    await workbench.untilStored(/sidebar\.activeviewletid/, 'serverlessAdvisor');
  });
  after(() => workbench.close());

  const next = (page: Frame) =>
    page.getByRole('navigation', { name: 'Previous, Next' }).getByRole('link', { name: /^Next/ });
  /** Where something in view is, in CSS pixels from the top of the window. */
  const topOf = (seen: Locator): Promise<number> => seen.evaluate(element => element.getBoundingClientRect().top);
  const sectionGoneTo = (page: Frame) => page.locator(`h2#${section.id}`);

  /** Waits until something is where it was; a page is scrolled by whole pixels. */
  const isBackAt = (seen: Locator, top: number): Promise<void> =>
    holds(async () => assert.ok(Math.abs((await topOf(seen)) - top) <= 2, `at ${await topOf(seen)}, not ${top}`));

  /** The titles on the way back from where a page is. */
  async function wayBack(page: Frame): Promise<string[]> {
    const titles: string[] = [];
    const heading = page.getByRole('heading', { level: 1 });
    const back = page.getByRole('button', { name: 'Go Back' });
    for (;;) {
      const title = await heading.innerText();
      titles.push(title);
      if (await back.isDisabled()) return titles;
      await back.click();
      await holds(async () => assert.notEqual(await heading.innerText(), title));
    }
  }

  const ends: [string, () => Promise<void>][] = [
    ['is loaded again', () => workbench.reload()],
    [
      'is closed and opened again',
      async () => {
        await workbench.reopen();
        // A new window begins with the explorer.
        await workbench.sidebar('Serverless Advisor');
      },
    ],
    ['is loaded again by VS Code', () => workbench.reloadByCommand()],
    [
      'loses its extension host first',
      async () => {
        workbench.endExtensionHosts();
        await workbench.reload();
      },
    ],
  ];
  for (const [name, end] of ends)
    it(`and ${name} is at the same place, as far down, with the same way back and forward`, async () => {
      const page = await openChapter(workbench, chapter.title);
      const second = await next(page).locator('.card-title').innerText();
      await next(page).click();
      await guidePage(workbench, second);
      await page.getByRole('button', { name: 'Go Back' }).click();
      await guidePage(workbench, chapter.title);
      const before = await topOf(next(page));
      await end();
      const again = await guidePage(workbench, chapter.title);
      assert.ok(before > 0 && before < 800, 'the link to the next chapter is in view');
      await isBackAt(next(again), before);
      await again.getByRole('button', { name: 'Go Forward' }).click();
      await guidePage(workbench, second);
      assert.deepEqual((await wayBack(again)).slice(0, 3), [second, chapter.title, start]);
    });

  it('is at the section that was gone to', async () => {
    const page = await openChapter(workbench, chapter.title);
    const contents = page.getByRole('navigation', { name: 'In this chapter' });
    await contents.locator('summary').click();
    await contents.getByRole('link', { name: section.title }).click();
    await page.waitForFunction(id => document.activeElement?.id === id, section.id);
    const before = await topOf(sectionGoneTo(page));
    await workbench.reload();
    const again = await guidePage(workbench, chapter.title);
    await isBackAt(sectionGoneTo(again), before);
  });

  it('has the answer to a question', async () => {
    const [asked] = chapter.quiz;
    assert.ok(asked);
    const page = await openChapter(workbench, chapter.title);
    for (const { text } of asked.options.filter(({ correct }) => correct))
      await questionOf(page, asked).getByLabel(plain(text), { exact: true }).check();
    await questionOf(page, asked).getByRole('button', { name: 'Check' }).click();
    await questionOf(page, asked).getByText('Yes, that is it.').waitFor();
    await workbench.reload();
    const again = await guidePage(workbench, chapter.title);
    await questionOf(again, asked).getByText('Yes, that is it.').waitFor();
  });

  it('has the tab of the platform that was chosen', async () => {
    const page = await guidePage(workbench, chapter.title);
    const tab = (frame: Frame) => frame.getByRole('tab', { name: 'Azure Functions' }).first();
    await tab(page).click();
    await page.getByRole('tabpanel', { name: 'Azure Functions' }).first().waitFor();
    await workbench.reload();
    const again = await guidePage(workbench, chapter.title);
    await holds(async () => assert.equal(await tab(again).getAttribute('aria-selected'), 'true'));
  });

  it('has the words that were looked for', async () => {
    const home = await openHome(workbench);
    const field = (page: Frame) => page.getByRole('combobox', { name: 'Search the guide' });
    await field(home).fill('dead letter');
    await home.getByRole('option').first().waitFor();
    await workbench.reload();
    const again = await guidePage(workbench, start);
    await holds(async () => assert.equal(await field(again).inputValue(), 'dead letter'));
    await field(again).fill('');
  });

  it('has the path that was chosen', async () => {
    const home = await openHome(workbench);
    const chosen = (page: Frame) => page.getByRole('button', { name: 'Developer', exact: true });
    await chosen(home).click();
    await home.locator('.steps > li').first().waitFor();
    await workbench.reload();
    const again = await guidePage(workbench, start);
    await again.locator('.steps > li').first().waitFor();
  });

  it('is at the same place in the editor area, too', async () => {
    const page = await openChapter(workbench, chapter.title);
    await page.getByRole('button', { name: 'Open in Editor' }).click();
    await workbench.waitForTab(`Guide: ${chapter.title}`);
    // Which editors are open is VS Code's to write down, which it does every few seconds.
    await workbench.untilStored(/editor/, 'serverlessAdvisor.guidePage');
    await workbench.runCommand('View: Close Primary Side Bar');
    const inEditor = await guidePage(workbench, chapter.title);
    const second = await next(inEditor).locator('.card-title').innerText();
    await next(inEditor).click();
    await guidePage(workbench, second);
    await workbench.reload();
    const again = await guidePage(workbench, second);
    await workbench.waitForTab(`Guide: ${second}`);
    assert.deepEqual(await wayBack(again), [second, chapter.title]);
  });
});
