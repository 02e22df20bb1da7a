/**
 * `tsx bench/list.mts [assessments] [other files] [--json]`: in a real VS Code, a workspace of so many assessments (500) among so many
 * other files (50,000). How long the side bar takes to show its first row and its last, each with its verdict; beside it, what VS Code's
 * own search for files takes at least: `rg --files` in the same folder. Target: 1 s for all rows.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/install.mjs';
import { Workbench } from '../test/vscode/workbench';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [assessments = 500, others = 50_000] = positionals.map(Number);

const samples = readdirSync(path.join(root, 'samples')).filter(name => name.endsWith('.assessment.json'));
const texts = samples.map(name => readFileSync(path.join(root, 'samples', name), 'utf8'));
const workbench = await Workbench.open();
const inFolder = 100;
for (let folder = 0; folder < Math.ceil(others / inFolder); folder++) {
  const at = path.join(workbench.folder, `src-${folder}`);
  mkdirSync(at);
  for (let index = 0; index < Math.min(inFolder, others - folder * inFolder); index++)
    writeFileSync(path.join(at, `module-${index}.ts`), 'export {};\n');
}
for (let index = 0; index < assessments; index++) {
  const folder = path.join(workbench.folder, `src-${index % Math.ceil(others / inFolder)}`);
  writeFileSync(
    path.join(folder, `${String(index).padStart(3, '0')}.assessment.json`),
    texts[index % texts.length] ?? '',
  );
}
// The window hears of each new file; it has to be done with that.
await workbench.reload();
const ripgrep = readdirSync(path.join(root, '.vscode-test'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith(path.join(`${process.platform}-${process.arch}`, 'rg')))
  .map(file => path.join(root, '.vscode-test', file))[0];
if (!ripgrep) throw new Error('VS Code comes without rg here.');
const find = (): number => {
  const started = performance.now();
  const { stdout } = spawnSync(ripgrep, ['--files', '--hidden', '-g', '*.assessment.json', workbench.folder], {
    encoding: 'utf8',
  });
  if (stdout.trim().split('\n').length !== assessments) throw new Error(`rg finds ${stdout.length} characters.`);
  return performance.now() - started;
};
const search = [find(), find(), find()].sort((a, b) => a - b)[1] ?? Number.NaN;

const runs: { first: number; all: number }[] = [];
for (let run = 0; run < 3; run++) {
  await workbench.reload();
  const { page } = workbench;
  const started = performance.now();
  await workbench.sidebar('Serverless Advisor');
  const rows = page.locator('.part.sidebar .pane').filter({ hasText: 'Assessments' }).locator('.monaco-list-row');
  const judged = rows.filter({ hasText: / · \d/ });
  await judged.first().waitFor({ timeout: 120_000 });
  const first = performance.now() - started;
  await rows.first().click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('End');
  await rows
    .filter({ has: page.locator(`xpath=self::*[@data-index="${assessments - 1}"]`) })
    .filter({ hasText: / · \d/ })
    .waitFor({ timeout: 120_000 });
  runs.push({ first, all: performance.now() - started });
}
const median = (list: readonly number[]): number =>
  Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN);
const figures = {
  assessments,
  others,
  firstRow: median(runs.map(({ first }) => first)),
  allRows: median(runs.map(({ all }) => all)),
  runs,
  ripgrep: Math.round(search),
};
await Workbench.closeAll();
if (options.json) console.log(JSON.stringify(figures, undefined, 2));
else
  console.log(
    `${assessments} assessments among ${others} files: first row ${figures.firstRow} ms, all rows ${figures.allRows} ms; rg --files ${figures.ripgrep} ms`,
  );
process.exit(0);
