import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rawCalls } from '../../scripts/words/raw.mts';
import { type Said, whatIsSaid } from '../../scripts/words/said.mts';
import { hostSources, type Problem, type Sources, withSources } from '../../scripts/words/sources.mts';

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
  ['the console of all that is', 'globalThis.console.error(name);'],

  ['VS Code under another name', 'const api = vscode; api.window.showErrorMessage(name);'],
  ['VS Code in an object', 'const held = { vscode }; held.vscode.window.showErrorMessage(name);'],
  [
    'VS Code handed to a function',
    'report(vscode); function report(api: typeof vscode) { api.window.showErrorMessage(name); }',
  ],
  ['VS Code imported where it is used', "import('vscode').then(api => api.window.showErrorMessage(name));"],
  ['what is imported by a computed name', 'import(name).then(api => api.window.showErrorMessage(name));'],
  ['VS Code imported as one', "import whole from 'vscode'; void whole.window.showErrorMessage('');"],
  ['VS Code required', "require('vscode').window.showErrorMessage(name);"],
  ['VS Code exported', "export { window } from 'vscode';"],
  ['all of VS Code exported', "export * from 'vscode';"],
  ['VS Code imported the old way', "import old = require('vscode');"],
  ['the window by an alias', 'import frame = vscode.window;'],
  ['the window imported under another name', "import { window as all } from 'vscode'; void all.showErrorMessage('');"],
  ['the window taken out of VS Code', 'const { window } = vscode; window.showErrorMessage(name);'],
  ['the window taken out under another name', 'const { window: all } = vscode; all.showErrorMessage(name);'],
  ['the window by its name', "vscode['window'].showErrorMessage(name);"],
  ['the window where it is said to be there', 'vscode.window!.showErrorMessage(name);'],
  ['a function of the window by a computed name', 'vscode.window[name](name);'],
  ['a class of VS Code as the base of another', 'return class extends vscode.TreeItem {};'],

  ['problems in a file', "vscode.languages.createDiagnosticCollection('x');"],
  ['the languages taken out of VS Code', 'const { languages } = vscode; languages.createDiagnosticCollection(name);'],
  [
    'what is said over code',
    "vscode.languages.registerHoverProvider('*', { provideHover: () => ({ contents: [name] }) });",
  ],
  ['what is said between lines', "vscode.languages.registerCodeLensProvider('*', {});"],
  ['comments', "vscode.comments.createCommentController('id', name);"],
  ['source control', "vscode.scm.createSourceControl('id', name);"],
  ['a terminal', 'vscode.window.createTerminal(name);'],
  ['what decorates text', 'vscode.window.createTextEditorDecorationType({ after: { contentText: name } });'],
  [
    'what decorates files',
    'vscode.window.registerFileDecorationProvider({ provideFileDecoration: () => ({ tooltip: name }) });',
  ],
  ['the console of what is debugged', 'vscode.debug.activeDebugConsole.append(name);'],
  ['tests', "vscode.tests.createTestController('id', name);"],
  ['notebooks', "vscode.notebooks.createNotebookController('id', 'type', name);"],
  ['chat', "vscode.chat.createChatParticipant('id', () => {});"],
  ['a language model', "vscode.lm.registerTool('id', {});"],
  ['a session', 'vscode.authentication.getSession(name, [], { createIfNone: { detail: name } });'],
  ['an address outside', 'vscode.env.openExternal(vscode.Uri.parse(name));'],

  ['a command that is not written down', 'vscode.commands.executeCommand(name);'],
  ['a command that is put together', 'vscode.commands.executeCommand(`vscode.$' + '{name}`, name);'],
  ['a command that nobody looked at', "vscode.commands.executeCommand('workbench.action.quickOpen', name);"],
  ['arguments of a command that nobody counted', "vscode.commands.executeCommand('vscode.open', ...[name, {}, name]);"],
  ['the running of commands under another name', 'const run = vscode.commands.executeCommand; run(name);'],
  ['the running of commands for somebody else', 'void [name].map(vscode.commands.executeCommand);'],

  ['the running of commands by a function of its own', 'vscode.commands.executeCommand.call(undefined, name);'],

  ['a row whose text is put over', "Object.assign(createTreeRow(inert('')), { label: name });"],
  ['a row whose text is set past the compiler', "Reflect.set(createTreeRow(inert('')), 'label', name);"],
  ['a row whose text is defined', "Object.defineProperty(createTreeRow(inert('')), 'label', { value: name });"],
  ['the title of a page that grows', 'declare const page: vscode.WebviewPanel; page.title += name;'],
  ['the title of a page by its name', "declare const page: vscode.WebviewPanel; page['title'] = name;"],
  ['the title of a page out of a list', 'declare const page: vscode.WebviewPanel; [page.title] = [name];'],
  [
    'the title of a page out of an object',
    'declare const page: vscode.WebviewPanel; ({ name: page.title } = { name });',
  ],
  ['the title of a page in a loop', 'declare const page: vscode.WebviewPanel; for (page.title of [name]);'],
  ['the description of a view', 'declare const view: vscode.WebviewView; view.description = name;'],
  ['the title of a command', 'const command: vscode.Command = { command: name, title: name }; return command;'],
  ['the title of a command out of a spread', "return { command: '', ...{ title: name } } satisfies vscode.Command;"],
  ['the title of a command by its name', "return { command: '', ['title']: name } satisfies vscode.Command;"],
  [
    'the label of a change',
    'declare const at: vscode.Range; new vscode.WorkspaceEdit().insert(vscode.Uri.parse(name), at.start, name, { needsConfirmation: true, label: name });',
  ],

  ['words that are none', 'showError(name as Words);'],
  ['words that are none by another name', 'type Same = Words; showError(name as Same);'],
  ['words that are none by what makes them', 'showError(name as ReturnType<typeof inert>);'],
  [
    'words that are said to be some',
    'const are = (text: string): text is Words => true; if (are(name)) showError(name);',
  ],
  ['words that are never', 'showError(name as never);'],
  ['words that are anything', 'showError(name as any);'],
  ['words that are anything, in the old way', 'showError(<any>name);'],
  ['words that are unknown first', 'showError(name as unknown as Words);'],
  ['words that the compiler knows nothing about', 'showError(JSON.parse(name));'],
  [
    'words that the compiler knows nothing about, under a name',
    'const text = JSON.parse(name); showError(text.title);',
  ],
  ['words that the compiler is not to look at', '/* @ts-expect-error */ showError(name);'],
  ['a row that is none', 'createList().items = [{ label: name } as Row];'],
  ['a row that is never', 'createList().items = [{ label: name } as never];'],
  ['a row that the compiler knows nothing about', 'createList().items = [{ ...JSON.parse(name) }];'],
  ['words made of what is no literal', 'showError(words(name));'],
  ['words made of a text that holds something', "showError(words(vscode.l10n.t('a {0}', name)));"],
  ['words made of a template literal', 'showError(words(`a $' + '{name}`));'],
  ['words joined by what is no literal', 'showError(joined(name, []));'],
];

/** What may be used as it is. */
const quiet = [
  "showError(words('a {0}', name)); createList().title = inert(name);",
  'return vscode.workspace.fs.readFile(vscode.Uri.joinPath(vscode.Uri.parse(name), name));',
  'const { all } = vscode.window.tabGroups; return all.length;',
  "import { env as surroundings } from 'vscode'; void surroundings.language;",
  'const emitter: vscode.EventEmitter<void> = new vscode.EventEmitter(); emitter.fire();',
  'export class Made implements vscode.TextDocumentContentProvider { provideTextDocumentContent = (): string => ""; }',
  'export interface Taken extends vscode.Disposable { readonly window: typeof vscode.window }',
  "vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(name));",
  "createTreeRow(inert(name)).command = { command: 'serverlessAdvisor.continue', title: vscode.l10n.t('Show') };",
  'const list = createList(); list.busy = true; const given: unknown = JSON.parse(name); return given;',
  "return ['a', 'b'] as const;",
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
      "import * as vscode from 'vscode'; import { inert, joined, type Words, words } from '../../core/language/inert'; import { createList, type Row } from '../ui/prompts'; import { showError } from '../ui/messages'; import { createTreeRow } from '../ui/tree';";
    const functions = planted.map((line, index) =>
      /^(?:import|export) /.test(line) ? line : `export function planted${index}(name: string) { ${line} }`,
    );
    writeFileSync(join(folder, 'src/host/feature/planted.ts'), [imports, ...functions].join('\n'));
    return withSources(join(folder, 'tsconfig.json'), hostSources, look);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('What shows text past the place that makes it inert', () => {
  let found: readonly Problem[];
  before(() => {
    const lines = raw.map(([, line]) => line);
    found = plant([...lines, ...quiet], rawCalls);
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
