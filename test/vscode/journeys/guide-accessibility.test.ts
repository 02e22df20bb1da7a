import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import {
  chapterOf,
  focused,
  guidePage,
  openChapter,
  openHome,
  ownErrors,
  passDays,
  plain,
  questionOf,
} from '../guide.js';
import { Workbench } from '../workbench.js';

const chapter = chapterOf('observability');

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high contrast dark': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};
const kinds = { light: 'vs', dark: 'vs-dark', 'high contrast dark': 'hc-black', 'high contrast light': 'hc-light' };
const bodies = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high contrast dark': 'vscode-high-contrast',
  'high contrast light': 'vscode-high-contrast-light',
};

describe('The guide for everybody', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    const page = await openChapter(workbench, chapter.title);
    // A wrong answer, so that there is something to look at again.
    const [first] = chapter.quiz;
    assert.ok(first);
    const question = questionOf(page, first);
    await question
      .getByLabel(plain(first.options.find(({ correct }) => !correct)?.text ?? []), { exact: true })
      .check();
    await question.getByRole('button', { name: 'Check' }).click();
    await question.getByText('Not quite.').waitFor();
    for (const { ask, options } of chapter.quiz.slice(1)) {
      const other = page.getByRole('group').filter({ hasText: plain(ask) });
      await other.getByLabel(plain(options[0]?.text ?? []), { exact: true }).check();
      await other.getByRole('button', { name: 'Check' }).click();
    }
    await openHome(workbench);
    await page.getByRole('button', { name: 'Developer' }).click();
    await page.locator('.steps').waitFor();
    await passDays(workbench, 1);
  });
  after(() => workbench.close());

  for (const theme of Object.keys(themes) as (keyof typeof themes)[])
    it(`has no serious finding in the ${theme} theme`, async () => {
      workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': themes[theme] }));
      await workbench.page.locator(`.monaco-workbench.${kinds[theme]}`).waitFor();
      const page = await openHome(workbench);
      await page.locator(`body.${bodies[theme]}`).waitFor();
      const check = async (name: string): Promise<void> => {
        assert.deepEqual(await findings(page, theme), [], name);
      };
      await check('start');
      const field = page.getByRole('combobox');
      await field.fill('cold start');
      await page.getByRole('option').first().waitFor();
      await check('search');
      await field.press('Escape');
      await page.locator('.chapters').getByRole('link', { name: chapter.title }).click();
      await guidePage(workbench, chapter.title);
      await page.getByText('In this chapter').click();
      await page.locator('button.term').first().click();
      await page.getByRole('dialog').waitFor();
      await check('chapter');
      await page.getByRole('button', { name: 'Start of the Guide', exact: true }).click();
      await page.getByRole('link', { name: /to look at again/ }).click();
      await guidePage(workbench, 'To look at again');
      await check('review');
    });

  /** What axe calls serious or critical, as sentences. Beside the light theme, only colours can be different. */
  async function findings(page: Frame, theme: keyof typeof themes): Promise<string[]> {
    const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };
    const violations = await workbench.axe(page, theme === 'light' ? {} : colours);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.html).join(' | ')}`);
  }

  it('is left by Tab, forwards and backwards', async () => {
    const page = await openHome(workbench);
    await page.locator('h1').click();
    const seen: string[] = [];
    for (let keys = 0; keys < 80; keys++) {
      await workbench.press('Tab');
      if (!(await page.evaluate(() => document.hasFocus()))) break;
      seen.push(await focused(page));
    }
    assert.ok(seen.length < 80, `a trap: ${seen.slice(-5).join(', ')}`);
    assert.ok(seen.indexOf('All chapters') < seen.findIndex(name => name.includes('What serverless is')), seen.join());
    assert.equal(seen.at(-1), 'Reset…');
    await page.getByRole('button', { name: 'Start of the Guide', exact: true }).focus();
    await workbench.press('Shift+Tab', 'Shift+Tab');
    assert.equal(await page.evaluate(() => document.hasFocus()), false);
  });

  it('moves nothing for people who do not want that', async () => {
    const page = await openChapter(workbench, chapter.title);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(element => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return parseFloat(transitionDuration) > 0 || animationName !== 'none';
        }).length,
    );
    assert.equal(moving, 0);
    const home = await openHome(workbench);
    await home.getByRole('button', { name: 'All chapters', exact: true }).click();
  });

  it('fits a side bar of 240 pixels, and an editor in which everything is twice as large', async () => {
    const { page } = workbench;
    const bar = await page.locator('.part.sidebar').boundingBox();
    assert.ok(bar);
    await page.mouse.move(bar.x + bar.width, 400);
    await page.mouse.down();
    await page.mouse.move(bar.x + 240, 400, { steps: 4 });
    await page.mouse.up();
    assert.deepEqual(await tooWide(), []);

    await workbench.runCommand('Serverless Advisor: Open the Guide in the Editor Area');
    await workbench.webviewFrame(frame => frame.locator('body:not(.side-bar) h1').isVisible());
    await workbench.runCommand('View: Close Primary Side Bar');
    // What remains of a window when each of its points takes twice as many on the screen.
    await page.setViewportSize({ width: 640, height: 400 });
    assert.deepEqual(await tooWide(), []);
    assert.deepEqual(ownErrors(workbench), []);
  });

  /** Goes through every chapter, and names those that would have to be scrolled sideways. */
  async function tooWide(): Promise<string[]> {
    const home = await guidePage(workbench, 'Practice Guide');
    const links = home.locator('.chapters a');
    const wide: string[] = await overflowing(home, 'start');
    for (let at = 0; at < (await links.count()); at++) {
      const title = await links.nth(at).locator('.row-title').innerText();
      await links.nth(at).click();
      await guidePage(workbench, title);
      wide.push(...(await overflowing(home, title)));
      await home.getByRole('button', { name: 'Start of the Guide', exact: true }).click();
      await guidePage(workbench, 'Practice Guide');
    }
    return wide;
  }
});

async function overflowing(page: Frame, name: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const all = [...document.querySelectorAll('main *')];
    const beyond = all.filter(one => !one.closest('.scrolling') && one.getBoundingClientRect().right > clientWidth + 1);
    return scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`, ...beyond.map(one => one.outerHTML)] : [];
  });
  return found.slice(0, 3).map(words => `${name}: ${words.slice(0, 200)}`);
}
