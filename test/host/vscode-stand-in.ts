import { registerHooks } from 'node:module';

/** As much of VS Code as the host's modules need in plain Node: importing this file puts it in place of `vscode`. */
const standIn = `
const fill = (text, ...values) => text.replace(/\\{(\\d)\\}/g, (whole, index) => values[index] ?? whole);
exports.l10n = { t: fill };
exports.env = { language: 'en' };
const uri = path => ({ path, scheme: 'file', toString: () => path });
exports.Uri = { file: uri, joinPath: (base, ...parts) => uri(require('node:path').posix.join(base.path ?? base, ...parts)) };
exports.FileType = { File: 1, Directory: 2, SymbolicLink: 64 };
exports.FileSystemError = class extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
};
exports.Disposable = { from: (...all) => ({ dispose: () => all.forEach(one => one.dispose()) }) };
exports.EventEmitter = class {
  #hearers = new Set();
  event = hear => {
    this.#hearers.add(hear);
    return { dispose: () => this.#hearers.delete(hear) };
  };
  fire = event => this.#hearers.forEach(hear => hear(event));
  dispose = () => this.#hearers.clear();
};
exports.Range = class {
  constructor(start, end) {
    Object.assign(this, { start, end });
  }
};
exports.WorkspaceEdit = class {
  replaced = [];
  replace = (uri, range, text) => this.replaced.push({ range, text });
};
exports.ThemeIcon = class {
  constructor(id) {
    this.id = id;
  }
};
exports.QuickInputButtons = { Back: {} };
exports.QuickPickItemKind = { Separator: -1, Default: 0 };
/** A list or a field that someone is asked with; what they do is done by firing its events. */
const createInput = () => {
  const input = { items: [], selectedItems: [], activeItems: [], value: '', show() {}, dispose() {} };
  for (const name of ['Accept', 'Hide', 'ChangeValue', 'ChangeSelection', 'TriggerButton']) {
    const { event, fire } = new exports.EventEmitter();
    Object.assign(input, { ['onDid' + name]: event, ['fire' + name]: fire });
  }
  exports.window.asked.push(input);
  return input;
};
/** What was registered, by kind and name. */
const registered = (exports.registered = new Map());
const register = kind => (name, what) => {
  registered.set(kind + ' ' + name, what);
  return { dispose: () => registered.delete(kind + ' ' + name) };
};
exports.commands = { registerCommand: register('command'), executeCommand: async () => {} };
exports.tasks = { registerTaskProvider: register('tasks') };
const channel = { error() {}, show() {}, dispose() {} };
exports.window = {
  showErrorMessage: async message => void exports.window.shown.push(message),
  createOutputChannel: () => channel,
  shown: [],
  asked: [],
  createQuickPick: createInput,
  createInputBox: createInput,
  createTreeView: (name, { treeDataProvider }) => register('tree')(name, treeDataProvider),
  registerCustomEditorProvider: register('editor'),
  registerWebviewPanelSerializer: register('panel'),
  registerWebviewViewProvider: register('view'),
};
const full = async () => {
  throw new Error('There is no space left.');
};
exports.workspace = {
  textDocuments: [],
  getWorkspaceFolder: () => undefined,
  asRelativePath: ({ path }) => path,
  fs: { readFile: full, writeFile: full, isWritableFileSystem: () => true },
  ...(({ event, fire }) => ({ onDidChangeTextDocument: event, changeTextDocument: fire }))(new exports.EventEmitter()),
  registerTextDocumentContentProvider: register('documents'),
};
`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: 'vscode:stand-in', format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'vscode:stand-in' ? { source: standIn, format: 'commonjs', shortCircuit: true } : next(url, context),
});
