import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { root } from '../../scripts/install.mjs';
import { addDays } from '../../src/core/guide/day.js';
import { type Chapter, parseGuide, type QuizQuestion } from '../../src/core/guide/guide.js';
import { type Progress, readProgress } from '../../src/core/guide/progress.js';
import { type Line, wordsOf } from '../../src/core/guide/text.js';
import type { Workbench } from './workbench.js';

/** The guide's page, when its chapter, or its start, has this heading. */
export function guidePage(workbench: Workbench, heading: string): Promise<Frame> {
  return workbench.webviewFrame(frame =>
    frame.getByRole('heading', { level: 1, name: heading, exact: true }).isVisible(),
  );
}

/** Opens the guide in the side bar at its start. */
export async function openHome(workbench: Workbench): Promise<Frame> {
  await workbench.runCommand('Serverless Advisor: Open the Guide');
  const page = await workbench.webviewFrame(frame => homeButton(frame).isVisible());
  await homeButton(page).click();
  return guidePage(workbench, 'Practice Guide');
}

function homeButton(page: Frame): Locator {
  return page.getByRole('navigation', { name: 'Guide' }).getByRole('button', { name: 'Start of the Guide' });
}

/** Goes from the start to a chapter of the list. */
export async function openChapter(workbench: Workbench, title: string): Promise<Frame> {
  const home = await openHome(workbench);
  const list = home.getByRole('region', { name: /chapters/i });
  await list.getByRole('link', { name: title }).first().click();
  return guidePage(workbench, title);
}

/** What has the focus in a page: the words of it, or its name. */
export function focused(page: Frame): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
}

/** A chapter as it was built. */
export function chapterOf(id: string): Chapter {
  const chapter = parseGuide(readFileSync(path.join(root, 'dist', 'guide.jsonl'), 'utf8')).wholeChapter(id);
  if (!chapter) throw new Error(`The guide has no chapter "${id}".`);
  return chapter;
}

/** A question on the page, by what it asks. */
export function questionOf(page: Frame, { ask }: QuizQuestion): Locator {
  return page.getByRole('group').filter({ hasText: plain(ask) });
}

/** A line of the guide as the page shows it, if it quotes no facts. */
export function plain(line: Line): string {
  return wordsOf(line, () => '');
}

/** Lets days pass: what was answered, and comes back, is so many days older, and the window is opened again. */
export async function passDays(workbench: Workbench, days: number): Promise<void> {
  await changeProgress(workbench, progress => ({
    ...progress,
    answers: Object.fromEntries(
      Object.entries(progress.answers).map(([id, attempt]) => {
        const { day, due } = attempt;
        return [id, { ...attempt, day: addDays(day, -days), due: due === null ? null : addDays(due, -days) }];
      }),
    ),
  }));
}

/** Changes what the extension has written down, while no window of VS Code is open. */
async function changeProgress(workbench: Workbench, change: (progress: Progress) => Progress): Promise<void> {
  const { page, server } = workbench;
  const address = page.url();
  // A page of the same server, so that the browser's memory is open; VS Code is not on it.
  await page.goto(`${server.url}/version`);
  const entries = readdirSync(workbench.userData, { recursive: true, encoding: 'utf8' })
    .filter(file => path.basename(file).startsWith('guide-progress.'))
    .map(file => path.join(workbench.userData, file))
    .map(file => ({ file, ...JSON.parse(readFileSync(file, 'utf8')) }));
  const [newest] = entries.sort((one, other) => other.at - one.at);
  if (!newest) throw new Error('No progress has been kept.');
  const at = newest.at + 1;
  writeFileSync(newest.file, JSON.stringify({ at, value: { ...change(readProgress(newest.value)), at } }));
  await page.goto(address);
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
}

/**
 * Errors on the console of a window, without VS Code's own: when it is reloaded it complains of what it could not finish,
 * and a Markdown preview of a page that is gone.
 */
export function ownErrors({ consoleErrors }: Workbench): string[] {
  const others = /Canceled|during shutdown|database '.*' is closed|extensionId=vscode\.markdown/;
  return consoleErrors.filter(error => !others.test(error));
}
