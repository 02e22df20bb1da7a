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

/** The part of the side bar that shows the plan. */
export function planPane({ page }: Workbench): Locator {
  return page.locator('.part.sidebar .pane', { has: page.locator('.pane-header', { hasText: 'Scaffold' }) });
}

/** What the plan says above its tree. */
export async function planMessage(workbench: Workbench): Promise<string> {
  return (await planPane(workbench).locator('.message').textContent()) ?? '';
}

/** A file's row in the tree of the plan, by its path, scrolled to where it can be seen. */
export async function planRow(workbench: Workbench, file: string): Promise<Locator> {
  const list = planPane(workbench).locator('.monaco-list').first();
  const row = list.locator(`.monaco-list-row[aria-label^="${file},"], .monaco-list-row[aria-label="${file}"]`).first();
  await list.locator('.monaco-list-row').first().waitFor();
  await list.hover();
  await workbench.page.mouse.wheel(0, -100_000);
  for (let tries = 0; tries < 200 && !(await row.isVisible()); tries++) {
    await workbench.page.mouse.wheel(0, 60);
    await workbench.page.waitForTimeout(20);
  }
  assert.ok(await row.isVisible(), `${file} is not in the tree`);
  return row;
}

/** Waits until no plan is open: the side bar says again how one begins. */
export async function waitForNoPlan(workbench: Workbench): Promise<void> {
  await planPane(workbench).locator('.monaco-button', { hasText: 'Scaffold a Function Project' }).waitFor();
}

/** All files below a folder on disk, as relative paths. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(path.join(folder, name)).isFile())
    .map(name => name.replaceAll('\\', '/'))
    .sort();
}

/** Writes a project by the command line, which shares the engine and is faster than a window. */
export function makeProject(folder: string, ...choices: string[]): void {
  const cli = path.join(root, 'dist', 'cli.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'scaffold', folder, ...choices], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}
