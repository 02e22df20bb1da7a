import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { chapterOf, focused, guidePage, openChapter, ownErrors } from '../guide.js';
import { holds } from '../until.js';
import { Workbench } from '../workbench.js';

const chapter = chapterOf('observability');

describe('In a chapter of the guide', () => {
  let workbench: Workbench;
  let page: Frame;
  before(async () => {
    workbench = await Workbench.open({ workspace: { 'template.yaml': 'Type: AWS::Logs::LogGroup\n' } });
    page = await openChapter(workbench, chapter.title);
  });
  after(() => workbench.close());

  it('a term is explained by pointing at it and by Tab, and put away by Escape', async () => {
    const term = page.locator('button.term').first();
    await term.hover();
    const tip = page.getByRole('tooltip');
    await tip.waitFor();
    assert.ok((await tip.innerText()).length > 40);
    await workbench.press('Escape');
    await tip.waitFor({ state: 'detached' });

    await term.focus();
    await tip.waitFor();
    assert.equal(await term.getAttribute('aria-describedby'), await tip.locator('[id]').first().getAttribute('id'));
    await workbench.press('Escape');
    await tip.waitFor({ state: 'detached' });
    assert.equal(await term.evaluate(element => element === document.activeElement), true);

    await workbench.press('Enter');
    const held = page.getByRole('dialog');
    await held.waitFor();
    await workbench.press('Tab');
    assert.equal(await focused(page), 'Read more');
    await workbench.press('Escape');
    await held.waitFor({ state: 'detached' });
    assert.equal(await term.evaluate(element => element === document.activeElement), true);
  });

  it('a number has its source and the day on which it was read', async () => {
    const mark = page.getByRole('button', { name: /^Source \d+$/ }).first();
    await mark.focus();
    const tip = page.getByRole('tooltip');
    await tip.getByText(/^Read on .* 2026/).waitFor();
    await workbench.press('Enter', 'Tab', 'Enter');
    await page.waitForFunction(() => document.activeElement?.id.startsWith('guide.source.'));
    assert.equal(await page.getByRole('dialog').count(), 0);
    await workbench.press('Tab', 'Enter');
    assert.match(await focused(page), /^Source \d+$/, 'and back to the text');
  });

  it('code is copied', async () => {
    const copy = page.getByRole('button', { name: /^Copy / }).first();
    await copy.click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const code = await copy.locator('xpath=ancestor::figure').locator('pre').innerText();
    await holds(async () => assert.equal((await workbench.clipboard()).trim(), code.trim()));
  });

  it('a search is opened with everything filled in', async () => {
    const [search] = chapter.searches;
    assert.ok(search);
    await page.locator('button.action').filter({ hasText: search.title }).first().click();
    const view = workbench.page.locator('.search-view');
    await view.waitFor();
    await holds(async () => {
      assert.equal(await view.getByRole('textbox', { name: /^Search:/ }).inputValue(), search.query);
      assert.equal(await view.locator('.file-types.includes').getByRole('textbox').inputValue(), search.include);
    });
    await view.getByText('1 result in 1 file', { exact: false }).waitFor();
  });

  it('a project begins with the option that the text is about', async () => {
    page = await openChapter(workbench, chapter.title);
    await page.getByRole('button', { name: /X-Ray/ }).first().click();
    await workbench.quickInput.waitForTitle('(1/');
    await workbench.quickInput.type('orders');
    await workbench.quickInput.accept();
    while (!(await workbench.quickInput.items()).some(({ label }) => /X-Ray/.test(label)))
      await workbench.quickInput.accept();
    const row = (await workbench.quickInput.items()).find(({ label }) => /X-Ray/.test(label));
    assert.ok(row?.checked);
    assert.match(row?.description ?? '', /guide/i);
    await workbench.quickInput.cancel();
  });

  it('the way leads on and back, by links and by keys', async () => {
    page = await guidePage(workbench, chapter.title);
    const next = page.getByRole('navigation', { name: 'Previous, Next' }).getByRole('link', { name: /^Next/ });
    const [, title = ''] = (await next.innerText()).split('\n').filter(line => line.trim() !== '');
    await next.click();
    await guidePage(workbench, title);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await workbench.press('Alt+ArrowLeft');
    await guidePage(workbench, chapter.title);
    await workbench.press('Alt+ArrowRight');
    await guidePage(workbench, title);
    await page.getByRole('link', { name: /^Previous/ }).click();
    await guidePage(workbench, chapter.title);
  });

  it('a platform that was chosen by arrow keys is shown first in other chapters too, and after a reload', async () => {
    const tabs = page.getByRole('tablist', { name: 'Platform' }).last();
    await tabs.getByRole('tab', { selected: true }).focus();
    await workbench.press('ArrowRight', 'ArrowRight');
    const chosen = 'Cloud Run functions';
    await tabs.getByRole('tab', { selected: true, name: chosen }).waitFor();
    assert.equal(await focused(page), chosen);
    await page.getByRole('tabpanel', { name: chosen }).last().waitFor();
    const other = await openChapter(workbench, 'What serverless is');
    assert.equal(await other.getByRole('tab', { selected: true }).first().innerText(), chosen);
    assert.deepEqual(ownErrors(workbench), []);
    await workbench.reload();
    const again = await guidePage(workbench, 'What serverless is');
    assert.equal(await again.getByRole('tab', { selected: true }).first().innerText(), chosen);
  });

  it('the chapter is there as Markdown, with its facts filled in, and after a reload', async () => {
    page = await openChapter(workbench, chapter.title);
    await page.getByRole('button', { name: 'More Actions' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
    await workbench.press('ArrowDown', 'Enter');
    await workbench.waitForTab(/observability/i);
    const shown = () =>
      workbench.webviewFrame(frame => frame.locator('.markdown-body h1', { hasText: chapter.title }).isVisible());
    assert.doesNotMatch(await (await shown()).locator('body').innerText(), /\{[a-z-]+\.[a-z-]+\}/);
    assert.deepEqual(ownErrors(workbench), []);
    // Which editors are open is VS Code's to write down, which it does every few seconds.
    await workbench.untilStored(/editor/, 'serverless-advisor-guide');
    await workbench.reload();
    await shown();
  });
});
