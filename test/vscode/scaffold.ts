import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { root } from '../../scripts/install.mjs';
import type { Workbench } from './workbench.js';

/** Presses Enter through every step until the plan is there, and returns what was asked: "Language 2/12". */
export async function enterThrough(workbench: Workbench): Promise<string[]> {
  const { quickInput } = workbench;
  const steps: string[] = [];
  while (!(await quickInput.title()).endsWith(': Plan')) {
    const step = (await quickInput.step()) ?? '';
    steps.push(`${(await quickInput.title()).replace(/^.*: /, '')} ${step}`);
    await quickInput.accept();
    await leaveStep(workbench, step);
  }
  return steps;
}

/** Presses Enter until a step with this title is there. */
export async function enterTo(workbench: Workbench, title: string): Promise<void> {
  const { quickInput } = workbench;
  while (!(await quickInput.title()).endsWith(title)) {
    const step = (await quickInput.step()) ?? '';
    assert.ok(step, `${title} was not among the steps`);
    await quickInput.accept();
    await leaveStep(workbench, step);
  }
}

/** Waits until a step is no longer on the screen, and what follows is. */
async function leaveStep({ page }: Workbench, step: string): Promise<void> {
  await page
    .locator('.quick-input-widget:visible .quick-input-title')
    .filter({ hasText: /\(\d+\/\d+\)|: Plan$/, hasNotText: `(${step})` })
    .waitFor();
}

/** So tall that every file of a plan is in sight. */
export const tall = { width: 1280, height: 2300 };

/** Opens the side bar with nothing but the part that shows the plan unfolded. */
export async function openPlanPane(workbench: Workbench): Promise<void> {
  const sidebar = await workbench.sidebar('Serverless Advisor');
  for (const title of ['Assessments', 'Guide']) {
    const other = sidebar.locator('.pane-header', { hasText: title });
    // On its title: beside it are buttons.
    if ((await other.getAttribute('aria-expanded')) === 'true') await other.locator('.title').click();
  }
  await waitForNoPlan(workbench);
}

/** The part of the side bar that shows the plan. */
export function planPane({ page }: Workbench): Locator {
  return page.locator('.part.sidebar .pane', { has: page.locator('.pane-header', { hasText: 'Scaffold' }) });
}

/** Waits until the plan says this above its tree. */
export async function waitForSum(workbench: Workbench, words: string | RegExp): Promise<void> {
  await planPane(workbench).locator('.message').filter({ hasText: words }).waitFor();
}

/** A file's row in the tree of the plan, by its path. */
export async function planRow(workbench: Workbench, file: string): Promise<Locator> {
  const row = planPane(workbench).locator(
    `.monaco-list-row[aria-label^="${file},"], .monaco-list-row[aria-label="${file}"]`,
  );
  await row.waitFor();
  return row;
}

/** Presses the button that a file's row shows when the pointer is over it. */
export async function pressOnRow(workbench: Workbench, file: string, button: string): Promise<void> {
  const row = await planRow(workbench, file);
  await row.hover();
  await row.getByRole('button', { name: button }).click();
}

/** Waits until no plan is open: the side bar says again how one begins. */
export async function waitForNoPlan(workbench: Workbench): Promise<void> {
  await planPane(workbench).locator('.monaco-button', { hasText: 'Scaffold a Function Project' }).waitFor();
}

/** All files below a folder on disk, as relative paths. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(path.join(folder, name)).isFile())
      .map(name => name.replaceAll('\\', '/'))
      .sort();
  } catch (error) {
    // Something went while it was being looked at, as when a project is undone.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return filesIn(folder);
    throw error;
  }
}

/** Writes a project by the command line, which shares the engine and is faster than a window. */
export function makeProject(folder: string, ...choices: string[]): void {
  const cli = path.join(root, 'dist', 'cli.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'scaffold', folder, ...choices], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}
