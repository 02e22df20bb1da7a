import assert from 'node:assert/strict';
import { focused, guidePage, openHome, ownErrors } from '../guide.js';
import { holds } from '../until.js';
import { Workbench } from '../workbench.js';

describe('Searching the guide, in Restricted Mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ trusted: false });
  });
  after(() => workbench.close());

  it('finds what was mistyped, goes through the results by arrows, and leads to the heading', async () => {
    const home = await openHome(workbench);
    const field = home.getByRole('combobox', { name: 'Search the guide' });
    await field.click();
    await workbench.page.keyboard.type('idempotentcy');
    const results = home.getByRole('option');
    await results
      .filter({ hasText: /idempoten/i })
      .first()
      .waitFor();
    await home
      .getByRole('status')
      .filter({ hasText: /^\d+ results?$/ })
      .waitFor();
    const chosen = home.getByRole('option', { selected: true });
    const first = await chosen.innerText();
    await workbench.press('ArrowDown');
    await holds(async () => assert.notEqual(await chosen.innerText(), first));
    await workbench.press('ArrowUp', 'ArrowUp');
    // Up from the first is the last.
    await holds(async () => assert.equal(await chosen.innerText(), await results.last().innerText()));
    await workbench.press('ArrowDown');
    await holds(async () => assert.equal(await chosen.innerText(), first));

    const [, title = ''] = first.split('\n');
    assert.match(title, /idempoten/i);
    await workbench.press('Enter');
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    await page.waitForFunction(() => /^H[12]$/.test(document.activeElement?.tagName ?? ''));
    assert.equal(await page.getByRole('combobox').count(), 0, 'the field is put away');
  });

  it('is called by "/", emptied by Escape and put away by another', async () => {
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    await workbench.press('/');
    const field = page.getByRole('combobox', { name: 'Search the guide' });
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await workbench.page.keyboard.type('qqxyzzy');
    await page.getByText('Nothing found for “qqxyzzy”.').last().waitFor();
    await workbench.press('Escape');
    await holds(async () => assert.equal(await field.inputValue(), ''));
    await workbench.press('Escape');
    await field.waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'Search', 'the focus is where the field came from');
  });

  it('opens the explanation of a criterion that it finds, and keeps the words for whoever comes back', async () => {
    const home = await openHome(workbench);
    const field = home.getByRole('combobox', { name: 'Search the guide' });
    await field.fill('cold starts');
    const hit = home
      .getByRole('option')
      .filter({ hasText: /^Criterion/ })
      .first();
    await hit.click();
    await workbench.waitForTab('cold-starts.md');
    await workbench.webviewFrame(frame => frame.locator('.markdown-body h1').isVisible());
    await field.focus();
    await home.getByRole('option').first().click();
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    await page.getByRole('button', { name: 'Go Back' }).click();
    await guidePage(workbench, 'Practice Guide');
    await holds(async () => assert.equal(await field.inputValue(), 'cold starts'));
  });

  it('works from the palette, by whole titles and by beginnings of words', async () => {
    await workbench.runCommand('Serverless Advisor: Search the Guide');
    await workbench.quickInput.type('dead let');
    await workbench.quickInput.waitForItem(/dead.letter/i);
    const [first] = await workbench.quickInput.items();
    assert.match(first?.label ?? '', /dead.letter/i);
    await workbench.press('Enter');
    const page = await workbench.webviewFrame(frame => frame.locator('main.chapter').isVisible());
    await page.waitForFunction(() => /^H[12]$/.test(document.activeElement?.tagName ?? ''));
    assert.deepEqual(ownErrors(workbench), []);
  });
});
