// What may be used outside of the doors. Whatever is not here is refused: who adds something says why it shows nobody text of a workspace.

/** These alone may show text, all of it made by the maker. */
export const doors = ['messages', 'prompts', 'tree', 'task', 'tabs', 'log'].map(name => `src/host/ui/${name}.ts`);
/** What makes words of text. */
export const maker = 'src/core/language/inert.ts';

/** Names of VS Code and of the language, and why they show no text. */
interface Allowed {
  readonly because: string;
  /** Each with all of its members. */
  readonly names: readonly string[];
  /** The one file that uses them, when others have no need. */
  readonly only?: string;
}

/** What of VS Code may be used, and of what of the language gets past the compiler. */
export const allowed: readonly Allowed[] = [
  {
    because: 'Values and events of ours: whoever shows them is a door, or a page that draws them as text.',
    names: ['Disposable', 'EventEmitter', 'FileSystemError', 'FileType', 'Position', 'Range', 'Selection', 'Uri'],
  },
  {
    because: 'Names of colours, icons, kinds and places, which VS Code looks up and does not show.',
    names: [
      'QuickPickItemKind',
      'TaskGroup',
      'TextEditorRevealType',
      'ThemeColor',
      'ThemeIcon',
      'TreeItemCollapsibleState',
      'ViewColumn',
    ],
  },
  {
    because: 'What is open, and where: it is asked, not named. An editor shows a document as text.',
    names: [
      'TabInputCustom',
      'TabInputText',
      'TabInputTextDiff',
      'window.activeTextEditor',
      'window.showTextDocument',
      'window.tabGroups',
    ],
  },
  {
    because: 'Pages and documents that we fill: a page draws text as text, and gets its title from host/ui/tabs.',
    names: [
      'window.registerCustomEditorProvider',
      'window.registerWebviewPanelSerializer',
      'window.registerWebviewViewProvider',
      'workspace.registerTextDocumentContentProvider',
    ],
  },
  {
    because:
      'Files and folders, read and written. What is said of a change (`WorkspaceEditEntryMetadata`) is checked where it is written.',
    names: [
      'WorkspaceEdit',
      'workspace.applyEdit',
      'workspace.asRelativePath',
      'workspace.createFileSystemWatcher',
      'workspace.decode',
      'workspace.findFiles',
      'workspace.fs',
      'workspace.getWorkspaceFolder',
      'workspace.isTrusted',
      'workspace.onDidChangeTextDocument',
      'workspace.onDidChangeWorkspaceFolders',
      'workspace.onDidCloseTextDocument',
      'workspace.openTextDocument',
      'workspace.textDocuments',
      'workspace.workspaceFolders',
    ],
  },
  {
    because:
      'Our own words, before they are made `Words`; the language that they are in; what someone asked us to copy.',
    names: ['env.clipboard', 'env.language', 'l10n.bundle', 'l10n.t'],
  },
  {
    because: 'Commands by a name that stands there, of the list below.',
    names: ['commands.executeCommand'],
  },
  {
    because: 'Our commands, whose arguments are typed.',
    names: ['commands.registerCommand'],
    only: 'src/host/ui/commands.ts',
  },
  {
    because: 'Tasks that host/ui/task makes; a terminal shows the command line that is run.',
    names: ['ShellExecution'],
    only: 'src/host/scaffold/project-tasks.ts',
  },
  {
    because: 'The same tasks, offered.',
    names: ['tasks.registerTaskProvider'],
    only: 'src/host/scaffold/registration.ts',
  },
  {
    because: 'An address of the guide that someone clicked; VS Code shows it and asks before it opens it.',
    names: ['env.openExternal'],
    only: 'src/host/guide/guide-links.ts',
  },
  {
    because: 'They look at objects and write to none.',
    names: ['Object.fromEntries', 'Object.keys', 'Object.values', 'Reflect.get'],
  },
];

/** Names outside of VS Code that are refused unless they are in the list above, since they get past the compiler or past the doors. */
export const watched: ReadonlySet<string> = new Set([
  'Function',
  'Object',
  'Reflect',
  'console',
  'eval',
  'globalThis',
  'require',
]);

/** Commands of VS Code that may be run, each with the number of arguments that it may be given: one more could be a title. */
export const commands: ReadonlyMap<string, number> = new Map([
  ['markdown.showPreview', 1],
  ['serverlessAdvisor.guide.focus', 1],
  ['serverlessAdvisor.plan.focus', 0],
  ['setContext', 2],
  ['vscode.open', 1],
  ['vscode.openFolder', 1],
  ['vscode.openWith', 3],
  ['workbench.action.findInFiles', 1],
  ['workbench.action.openWalkthrough', 2],
  ['workbench.trust.manage', 0],
]);
/** Runs our own commands, each of which is typed, by a name that it is given. */
export const commandRunner = 'src/host/ui/commands.ts';

/** What may be set of an object of VS Code. None of it is text that is shown, but a page's (host/ui/page). */
export const settable: ReadonlySet<string> = new Set([
  'activeItems',
  'busy',
  'canSelectMany',
  'collapsibleState',
  'command',
  'contextValue',
  'group',
  'html',
  'iconPath',
  'id',
  'ignoreFocusOut',
  'isBackground',
  'items',
  'matchOnDescription',
  'matchOnDetail',
  'options',
  'resourceUri',
  'selectedItems',
  'selection',
  'step',
  'totalSteps',
  'value',
  'valueSelection',
]);

/** The names under which objects of VS Code hold what is shown. */
export const shown: readonly string[] = [
  'badge',
  'description',
  'detail',
  'label',
  'message',
  'name',
  'placeHolder',
  'placeholder',
  'prompt',
  'text',
  'title',
  'tooltip',
  'validationMessage',
];
