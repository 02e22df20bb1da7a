/**
 * `tsx bench/activation.mts [windows] [--json]`: how long VS Code itself says that the extension took to load and activate, beside two
 * others in the same window: its built-in Git extension, and one that registers a command and does nothing else, below which no
 * extension comes. A fresh window each time; then some more in which the extension is loaded step by step, for what each step takes,
 * and what loading the features takes, which the first use of one does. Milliseconds.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/install.mjs';
import { stageExtension } from '../scripts/vscode/extension.mjs';
import { until } from '../test/vscode/until';
import { Workbench, type WorkbenchOptions } from '../test/vscode/workbench';

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const windows = Number(positionals[0] ?? 9);
const parts = ['api', 'reading', 'compiling', 'running', 'registering'] as const;
type Parts = Record<(typeof parts)[number] | 'firstUse', number>;

const folder = mkdtempSync(path.join(tmpdir(), 'activation-'));
try {
  const least = makeLeast(path.join(folder, 'least'));
  const times: { ours: number; git: number; floor: number }[] = [];
  for (let window = 0; window < windows; window++) times.push(await timesOfWindow(least));
  const steps: Parts[] = [];
  for (let window = 0; window < Math.ceil(windows / 3); window++) steps.push(await partsOfWindow(String(window)));
  const [ours, git, floor] = (['ours', 'git', 'floor'] as const).map(name => times.map(time => time[name]));
  if (!ours || !git || !floor) throw new Error('Nothing was measured.');
  const medianOf = (part: keyof Parts): number => Number(median(steps.map(step => step[part])).toFixed(2));
  const inParts = Object.fromEntries(parts.map(part => [part, medianOf(part)]));
  if (options.json)
    console.log(
      JSON.stringify({
        ours: { median: median(ours), runs: ours, parts: inParts, firstUse: medianOf('firstUse') },
        git: { median: median(git), runs: git },
        floor: { median: median(floor), runs: floor },
      }),
    );
  else {
    const line = (name: string, runs: readonly number[]): string =>
      `${name.padEnd(20)}${runs.join(', ')} ms; median ${median(runs)} ms`;
    console.log(line('Serverless Advisor', ours));
    for (const [part, time] of Object.entries(inParts)) console.log(`  ${part.padEnd(18)}${time} ms`);
    console.log(`  (at first use)    ${medianOf('firstUse')} ms`);
    console.log(line('Git (built in)', git));
    console.log(line('One command', floor));
  }
} finally {
  await Workbench.closeAll();
  rmSync(folder, { recursive: true, force: true });
}

/** What VS Code's list of running extensions says, in a window of its own. */
async function timesOfWindow(least: string): Promise<{ ours: number; git: number; floor: number }> {
  const workbench = await openSideBar({ beside: [least] });
  await workbench.runCommand('Floor: Run');
  // The list shows who was there when it was opened.
  await workbench.notification('It runs.');
  await workbench.runCommand('Developer: Show Running Extensions');
  const time = async (name: string): Promise<number> => {
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      has: workbench.page.locator('.name', { hasText: new RegExp(`^${name}$`) }),
    });
    const text = await row.locator('.activation-time').textContent();
    return Number(/(\d+)\s*ms/.exec(text ?? '')?.[1]);
  };
  const times = { ours: await time('Serverless Advisor'), git: await time('Git'), floor: await time('Floor') };
  await workbench.close();
  return times;
}

/** What the steps of loading and activating take, in a window of its own. */
async function partsOfWindow(name: string): Promise<Parts> {
  const result = path.join(folder, `${name}.json`);
  const workbench = await openSideBar({ extension: { folder: makeMeasured(path.join(folder, name), result) } });
  const told = await until('the steps are measured', async () => {
    try {
      return readFileSync(result, 'utf8');
    } catch {
      return undefined;
    }
  });
  await workbench.close();
  return JSON.parse(told);
}

/** VS Code starts Git by itself, this extension when someone turns to it: in a window that has come to rest by then. */
async function openSideBar(options: WorkbenchOptions): Promise<Workbench> {
  const workbench = await Workbench.open({
    workspace: { folder: path.join(root, 'samples') },
    // The list of running extensions draws only the rows that fit, and in a box of its own few do.
    viewport: { width: 1280, height: 3000 },
    settings: { 'workbench.editor.useModal': 'off' },
    ...options,
  });
  await workbench.page.waitForTimeout(4000);
  const sidebar = await workbench.sidebar('Serverless Advisor');
  await sidebar.getByText('Arena game server').waitFor();
  return workbench;
}

/** An extension that registers one command. */
function makeLeast(place: string): string {
  mkdirSync(place);
  const manifest = {
    ...{ name: 'floor', displayName: 'Floor', publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.101.0' } },
    ...{ main: './floor.js', contributes: { commands: [{ command: 'floor.run', title: 'Run', category: 'Floor' }] } },
  };
  writeFileSync(path.join(place, 'package.json'), JSON.stringify(manifest));
  const code = `const vscode = require('vscode');
const run = () => void vscode.window.showInformationMessage('It runs.');
exports.activate = context => void context.subscriptions.push(vscode.commands.registerCommand('floor.run', run));\n`;
  writeFileSync(path.join(place, 'floor.js'), code);
  return place;
}

/** The extension behind an entry that takes each step of loading and activating by itself, and writes down what it took. */
function makeMeasured(place: string, result: string): string {
  stageExtension(place);
  const manifestFile = path.join(place, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, main: './dist/measured.js' }));
  const code = `const fs = require('fs');
const vm = require('vm');
const path = require('path');
const parts = {};
const take = (part, step) => {
  const start = performance.now();
  const made = step();
  parts[part] = performance.now() - start;
  return made;
};
take('api', () => require('vscode'));
const filename = path.join(__dirname, 'extension.js');
const text = take('reading', () => fs.readFileSync(filename, 'utf8'));
const wrapped = '(function (exports, require, module, __filename, __dirname) {' + text + '\\n})';
const main = take('compiling', () => new vm.Script(wrapped, { filename }));
take('running', () => main.runInThisContext()(exports, require, module, filename, __dirname));
const { activate } = module.exports;
module.exports = {
  activate(context) {
    take('registering', () => activate(context));
    take('firstUse', () => require('./features.js'));
    fs.writeFileSync(${JSON.stringify(result)}, JSON.stringify(parts));
  },
};\n`;
  writeFileSync(path.join(place, 'dist', 'measured.js'), code);
  return place;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}
