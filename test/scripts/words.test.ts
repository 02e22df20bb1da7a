import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RawCall, rawCalls } from '../../scripts/words/raw.mts';
import { type Said, whatIsSaid } from '../../scripts/words/said.mts';
import { hostSources, type Sources, withSources } from '../../scripts/words/sources.mts';

const root = join(__dirname, '..', '..');

const raw: readonly [what: string, line: string][] = [
  ['a notification', 'vscode.window.showErrorMessage(name);'],
  ['a notification under another name', 'const { showWarningMessage } = vscode.window; showWarningMessage(name);'],
  ['a notification by the name of its function', "vscode.window['showErrorMessage'](name);"],
  ['the window under another name', 'const all = vscode.window; all.showErrorMessage(name);'],
  ['a list', 'vscode.window.showQuickPick([{ label: name }]);'],
  ['a list that changes', 'vscode.window.createQuickPick().title = name;'],
  ['a field', 'vscode.window.showInputBox({ prompt: name });'],
  ['a field that changes', 'vscode.window.createInputBox().validationMessage = name;'],
  ['progress', "vscode.window.withProgress({ location: 15, title: name }, async () => '');"],
  ['the status bar', 'vscode.window.setStatusBarMessage(name);'],
  ['an item of the status bar', 'vscode.window.createStatusBarItem().text = name;'],
  ['a tree', "vscode.window.createTreeView('id', {} as never).message = name;"],
  ['a row of a tree', 'new vscode.TreeItem(name);'],
  ['Markdown', 'new vscode.MarkdownString(name);'],
  ['a task', 'new vscode.Task({ type: name }, name, name);'],
  ['a page', "vscode.window.createWebviewPanel('id', name, 1);"],
  ['the title of a page', 'declare const page: vscode.WebviewPanel; page.title = name;'],
  ['the title of a difference', "vscode.commands.executeCommand('vscode.diff', name, name, name);"],
  ['the title of a document', "vscode.commands.executeCommand('vscode.open', name, {}, name);"],
  ['an output', "vscode.window.createOutputChannel('x').append(name);"],
  ['the console', 'console.error(name);'],
  ['words that are none', 'showError(name as Words);'],
  ['a row that is none', 'createList().items = [{ label: name } as Row];'],
  ['words made of what is no literal', 'showError(words(name));'],
  ['words made of a text that holds something', "showError(words(vscode.l10n.t('a {0}', name)));"],
  ['words made of a template literal', 'showError(words(`a $' + '{name}`));'],
  ['words joined by what is no literal', 'showError(joined(name, []));'],
];

const said: readonly [line: string, surfaces: readonly string[] | undefined][] = [
  ["showError(words('a {0}', name));", ['showError.message']],
  ["const made = words('b {0}', name); void showError(made);", ['showError.message']],
  ["const say = (text: Words): unknown => showError(text); say(words('c {0}', name));", undefined],
  ["const list = createList(); list.title = 1 > 2 ? inert('') : words('d {0}', name);", ['List.title']],
  ["const label = words('e {0}', name); createList().items = [{ label }];", ['Row.label']],
  ["createList().items = [name].map(one => ({ label: joined(', ', [words('f {0}', one)]) }));", ['Row.label']],
  ["say(words('g {0}', name)); function say(text: Words): void { void showError(text); }", ['showError.message']],
  ["void showError(make()); function make(): Words { return words('h {0}', name); }", ['showError.message']],
  ["const detail = words('i {0}', name); createList().placeholder = words('{0}', detail);", ['List.placeholder']],
  ["return [words('k {0}', name)].length;", undefined],
];

/** Looks at what is planted, each line in a function of its own. */
function plant<T>(planted: readonly string[], look: (sources: Sources) => T): T {
  // Inside the repository, where the types of VS Code are found.
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'test-results', 'words-'));
  try {
    const config = { extends: '../../tsconfig.json', include: ['src'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    for (const source of ['src/core', 'src/host/ui'])
      cpSync(join(root, source), join(folder, source), { recursive: true });
    mkdirSync(join(folder, 'src/host/feature'));
    const imports =
      "import * as vscode from 'vscode'; import { inert, joined, type Words, words } from '../../core/inert'; import { createList, type Row } from '../ui/prompts'; import { showError } from '../ui/messages';";
    const functions = planted.map((line, index) => `export function planted${index}(name: string) { ${line} }`);
    writeFileSync(join(folder, 'src/host/feature/planted.ts'), [imports, ...functions].join('\n'));
    return withSources(join(folder, 'tsconfig.json'), hostSources, look);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('What shows text past the place that makes it inert', () => {
  let found: readonly RawCall[];
  before(() => {
    const lines = raw.map(([, line]) => line);
    found = plant([...lines, "showError(words('a {0}', name)); createList().title = inert(name);"], rawCalls);
  });

  for (const [index, [what]] of raw.entries())
    it(`is found with file and line: ${what}`, () =>
      assert.ok(found.some(({ file, line }) => file === 'src/host/feature/planted.ts' && line === index + 2)));

  it('is found nowhere else', () =>
    assert.deepEqual(
      found.filter(({ file, line }) => !file.endsWith('planted.ts') || line > raw.length + 1),
      [],
    ));
});

describe('The list of what is said', () => {
  let list: readonly Said[];
  before(() => {
    list = plant(
      said.map(([line]) => line),
      whatIsSaid,
    );
  });

  for (const [index, [line, surfaces]] of said.entries())
    it(surfaces ? `knows where it is shown: ${line}` : `says so when it does not: ${line}`, () => {
      const [first] = list.filter(
        one => one.file === 'src/host/feature/planted.ts' && one.line === index + 2 && /^[a-k] /.test(one.template),
      );
      assert.deepEqual(first?.surfaces, surfaces);
    });
});
