// A walk through the window in the pseudo-language: pictures of what is shown, and every text of ours that is still plain English.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../../test/vscode/until';
import { Workbench } from '../../test/vscode/workbench';
import { root } from '../install.mjs';
import { contentTexts } from './content-texts.mts';
import { pseudo, pseudoLanguage, withoutPseudo } from './pseudo.mts';

/** A text that is plain English and not of the content, and where it was seen first. */
export interface PlainText {
  readonly scene: string;
  readonly text: string;
}

/** What is ours in VS Code's own window: it says the rest itself. */
const ours = [
  '.quick-input-widget',
  '.part.sidebar .pane',
  '.part.sidebar .composite.title',
  '.notifications-toasts .notification-list-item',
  '.monaco-dialog-box',
  '.statusbar-item[id*="serverless"]',
  '.getting-started-category .category-title, .getting-started-step .step-title, .getting-started-step .step-description-container',
  '.tab .label-name',
];
/** What VS Code adds there: its buttons and what it says to screen readers. */
const others =
  '.actions-container, .quick-input-count, .monaco-icon-label-container .label-suffix, .notification-list-item-toolbar-container';

const categoryTitle = pseudo('Serverless Advisor');

/** Opens page after page, and takes pictures into test-results/pseudo. */
export async function lookAround(): Promise<{
  readonly texts: readonly PlainText[];
  readonly missed: readonly string[];
}> {
  const isContent = contentTexts();
  const seen = new Map<string, string>();
  const missed: string[] = [];
  mkdirSync(path.join(root, 'test-results', 'pseudo'), { recursive: true });

  const workspace = { folder: path.join(root, 'samples') };
  const window = await Workbench.open({ workspace, language: pseudoLanguage, viewport: { width: 1280, height: 1600 } });
  const { page, quickInput } = window;
  const command = (title: string): Promise<void> => window.runCommand(`${categoryTitle}: ${pseudo(title)}`);

  const look = async (scene: string, frame?: Frame): Promise<void> => {
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(root, 'test-results', 'pseudo', `${scene}.png`) });
    const shown = frame
      ? await frame.evaluate(textsIn, { within: ['body'], without: '' })
      : await page.evaluate(textsIn, { within: ours, without: others });
    for (const text of shown.flatMap(withoutPseudo))
      if (hasWord(text) && !isContent(text) && !seen.has(text)) seen.set(text, scene);
  };
  /** A scene that cannot be reached is named, and the walk goes on. */
  const scene = async (name: string, walk: (name: string) => Promise<void>): Promise<void> => {
    try {
      await walk(name);
    } catch (error) {
      missed.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      await page.screenshot({ path: path.join(root, 'test-results', 'pseudo', `${name} missed.png`) });
    }
    for (let tries = 0; tries < 3 && (await quickInput.isShown()); tries++) await window.press('Escape');
  };

  await scene('list', async name => {
    const sidebar = await window.sidebar(categoryTitle);
    await sidebar.locator('.monaco-list-row').nth(3).waitFor();
    await look(name);
  });
  for (const sample of ['image-thumbnails', 'approval-workflow', 'game-server', 'new-idea'])
    await scene(`report ${sample}`, async name => {
      await window.openFile(`${sample}.assessment.json`);
      const report = await pageOf(window, '#verdict');
      await unfold(report);
      await look(name, report);
      await window.runCommand('View: Close All Editors');
    });
  await scene('report damaged', async name => {
    window.writeFile(
      'damaged.assessment.json',
      '{ "format": 1, "workload": 7, "answers": { "memory": { "value": "x" }, "z": {} } }',
    );
    await window.openFile('damaged.assessment.json');
    await look(name, await pageOf(window, '.problems, [class*="problem"], h1'));
  });
  await scene('guide home', async name => {
    await command('Open the Guide in the Editor Area');
    const guide = await pageOf(window, 'search input');
    await look(name, guide);
    await guide.locator('search input').fill('cold start');
    await guide.locator('[role="option"]').first().waitFor();
    await look('guide search', guide);
    await guide.locator('search input').fill('xyzzyqqq');
    await page.waitForTimeout(1500);
    await look('guide search nothing', guide);
    await guide.locator('search input').fill('');
    await guide.locator('a', { hasText: 'What serverless is' }).first().click();
    await guide.locator('article h2, main h2').first().waitFor();
    await look('guide chapter', guide);
    const checks = guide.getByRole('button', { name: pseudo('Check') });
    await checks.first().click();
    await look('guide quiz unanswered', guide);
    await guide.locator('input[type="radio"]').first().check({ force: true });
    await checks.first().click();
    await look('guide quiz answered', guide);
  });
  await scene('guide quick search', async name => {
    await command('Search the Guide');
    await quickInput.waitUntilShown();
    await look(name);
    await quickInput.type('cold start');
    await page.waitForTimeout(1500);
    await look(`${name} found`);
  });
  await scene('guide progress', async name => {
    await command('Reset Guide Progress...');
    await page.locator('.monaco-dialog-box').first().waitFor();
    await look(name);
    await window.press('Escape');
  });
  await scene('guide review', async name => {
    await command('Review Quiz Questions');
    await page.waitForTimeout(1500);
    await look(name, await pageOf(window, 'main', 'side bar'));
  });
  await scene('guide what to read', async name => {
    await command('What to Read for an Assessment');
    await quickInput.waitUntilShown();
    await look(name);
    await window.press('ArrowDown', 'Enter');
    await page.waitForTimeout(1500);
    await look(`${name} path`, await pageOf(window, 'main', 'side bar'));
  });
  await scene('questionnaire', async name => {
    await command('Assess a Workload');
    await quickInput.waitUntilShown();
    await look(`${name} which`);
    await quickInput
      .pick(new RegExp(escaped(pseudo('$(add) New workload…').replace('$(add) ', '').slice(4, -3).trim())))
      .catch(() => undefined);
    await look(`${name} name`);
    await quickInput.type('Two  words \u0007');
    await look(`${name} bad name`);
    await quickInput.type('Letters to print');
    await quickInput.accept();
    for (let question = 1; question <= 12; question++) {
      await quickInput.waitForTitle(new RegExp(`\\D${question}\\D`));
      await look(`${name} ${question}`);
      const count = await page.locator('.quick-input-widget .quick-input-count').isVisible();
      if (question === 4) {
        await quickInput.type('900000000 lightyears');
        await look(`${name} ${question} typed`);
        await quickInput.type('');
      }
      if (count) await window.press('ArrowDown', 'Space');
      await quickInput.accept();
    }
    await window.press('Escape');
    await page.waitForTimeout(1500);
    await look(`${name} stopped`);
  });
  await scene('continue', async name => {
    await command('Continue Questionnaire');
    await page.waitForTimeout(1500);
    await look(name);
  });
  await scene('explanation', async name => {
    await window.openFile('image-thumbnails.assessment.json');
    const report = await pageOf(window, '#verdict');
    await unfold(report);
    await report
      .getByRole('button', { name: new RegExp(escaped(pseudo('Explain').slice(4, -3))) })
      .first()
      .click();
    await page.waitForTimeout(3000);
    const preview = await window.webviewFrame(async frame => (await frame.locator('.markdown-body').count()) > 0);
    await look(name, preview);
  });
  await scene('scaffold', async name => {
    await command('Scaffold a Function Project');
    await quickInput.waitUntilShown();
    await look(`${name} name`);
    await quickInput.type('My Orders');
    await page.waitForTimeout(500);
    await look(`${name} bad name`);
    await quickInput.type('orders');
    await quickInput.accept();
    for (let step = 2; step <= 14 && (await quickInput.step()) !== undefined; step++) {
      await look(`${name} ${step}`);
      await quickInput.accept();
    }
    await look(`${name} plan`);
    await window.press('ArrowDown', 'Enter');
    await page.waitForTimeout(1500);
    await look(`${name} files`);
    await command('Write the Plan');
    await page.waitForTimeout(4000);
    await look(`${name} written`);
  });
  await scene('add to a project', async name => {
    await command('Add to a Project');
    await quickInput.waitUntilShown();
    await page.waitForTimeout(500);
    await look(name);
    await window.press('Enter');
    await page.waitForTimeout(1000);
    await look(`${name} first`);
  });
  await scene('walkthrough', async name => {
    await command('Get Started');
    await page.locator('.getting-started-step').first().waitFor();
    await look(name);
  });
  await Workbench.closeAll();
  return { texts: [...seen].map(([text, where]) => ({ scene: where, text })), missed };
}

/** Whether a text has a word in it that is no name of a file, of a month or of a unit. */
function hasWord(text: string): boolean {
  return /[a-z]{2}/i.test(
    text.replace(/[\w-]+\.assessment(?:\.json)?|\b(?:[KMG]B|ms|vCPU)\b|\b[A-Z][a-z]{2} \d+, \d{4}/g, ''),
  );
}

/** The page that has something: the one in the editor area, or the narrow one in the side bar. */
function pageOf(window: Workbench, selector: string, where: 'editor' | 'side bar' = 'editor'): Promise<Frame> {
  return window.webviewFrame(
    async frame =>
      (await frame.evaluate(() => innerWidth > 500)) === (where === 'editor') &&
      (await frame.locator(selector).first().isVisible()),
  );
}

/** Opens every fold of a page, which makes what is in it. */
async function unfold(frame: Frame): Promise<void> {
  await until('every fold is open', async () => {
    const closed = await frame.evaluate(() => {
      const folds = [...document.querySelectorAll('details:not([open])')];
      for (const fold of folds) fold.setAttribute('open', '');
      return folds.length;
    });
    return closed === 0;
  });
}

/** Runs in the browser: what is to be read within some elements, and what screen readers and pointers find there. */
function textsIn({ within, without }: { within: readonly string[]; without: string }): string[] {
  const found: string[] = [];
  const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'];
  for (const top of document.querySelectorAll(within.join(', '))) {
    if (!top.checkVisibility()) continue;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element?.checkVisibility() || element.closest('script, style, noscript, pre, code')) continue;
      if (without !== '' && element.closest(without)) continue;
      // A row of VS Code says what is in it once more, with words of its own between.
      if (node instanceof Element && element.matches('.monaco-list-row, .monaco-list-row *')) continue;
      if (node instanceof Element) found.push(...spoken.map(name => element.getAttribute(name) ?? ''));
      else found.push(node.textContent ?? '');
    }
  }
  return [...new Set(found.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== ''))];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
