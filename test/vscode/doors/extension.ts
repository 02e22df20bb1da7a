import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import * as vscode from 'vscode';
import { inert, joined, type Words, words } from '../../../src/core/language/inert';
import {
  confirm,
  showError,
  showFailure,
  showInformation,
  showProgress,
  showStatus,
  showWarning,
} from '../../../src/host/ui/messages';
import {
  askText,
  createField,
  createList,
  type Field,
  type List,
  pickRow,
  type Row,
} from '../../../src/host/ui/prompts';
import { createPage, nameTab, openDifference, openNamed } from '../../../src/host/ui/tabs';
import { createTask } from '../../../src/host/ui/task';
import { createTree, createTreeRow, tooltipOf } from '../../../src/host/ui/tree';

/** Words to be made and shown. */
export interface Saying {
  readonly template: string;
  readonly values: readonly string[];
}

/** Something to show on a surface of VS Code, all of it at once; "close" takes everything away again. */
export interface Order {
  readonly surface: string;
  readonly sayings: readonly Saying[];
}

/**
 * An extension for tests alone: it has the extension's doors to VS Code and nothing else, and shows through them what it is told to by
 * the test. Where it can be told stands in the file "port" beside it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const surfaces = openSurfaces();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', async () => {
      const { surface, sayings }: Order = JSON.parse(body);
      const show = surfaces[surface];
      try {
        await show?.(sayings.map(({ template, values }) => words(template, ...values)));
        response.writeHead(show ? 200 : 404).end();
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    writeFileSync(path.join(context.extensionPath, 'port'), String(typeof address === 'object' && address?.port));
  });
  context.subscriptions.push({ dispose: () => server.close() });
}

type Show = (said: readonly Words[]) => unknown;

function openSurfaces(): Readonly<Record<string, Show>> {
  const plain = inert('plain');
  const each =
    (show: (one: Words) => unknown): Show =>
    said => {
      // What is shown stays until it is taken away: nobody waits for it.
      for (const one of said) void show(one);
      // Of many toasts in a row VS Code leaves some out; its list of notifications has them all.
      void vscode.commands.executeCommand('notifications.showList');
    };
  const first =
    (show: (one: Words) => unknown): Show =>
    ([one = plain]) =>
      show(one);

  let list: List<Row> | undefined;
  const shownList = (): List<Row> => {
    field?.dispose();
    field = undefined;
    list ??= createList();
    list.ignoreFocusOut = true;
    list.show();
    return list;
  };
  const rows = (make: (one: Words) => Row): Show => {
    return said => {
      const shown = shownList();
      shown.items = said.map(one => ({ ...make(one), alwaysShow: true }));
    };
  };
  let field: Field | undefined;
  const shownField = (): Field => {
    list?.dispose();
    list = undefined;
    field ??= createField();
    field.ignoreFocusOut = true;
    field.show();
    return field;
  };
  const ask = (options: Partial<Parameters<typeof askText>[0]>): void => {
    field?.dispose();
    field = undefined;
    const others = { title: plain, prompt: plain, placeHolder: plain, validateInput: async () => undefined };
    void askText({ ...others, ignoreFocusOut: true, value: '', ...options });
  };

  let treeRows: readonly ReturnType<typeof createTreeRow>[] = [];
  const changed = new vscode.EventEmitter<undefined>();
  const tree = createTree<(typeof treeRows)[number]>(
    'doors.tree',
    {
      onDidChangeTreeData: changed.event,
      getChildren: parent => (parent ? [] : [...treeRows]),
      getTreeItem: row => row,
    },
    false,
  );
  const treeWith = (make: (one: Words) => ReturnType<typeof createTreeRow>): Show => {
    return said => {
      treeRows = said.map(make);
      changed.fire(undefined);
    };
  };
  const rowWith = (change: (row: ReturnType<typeof createTreeRow>) => void): ReturnType<typeof createTreeRow> => {
    const row = createTreeRow(plain);
    change(row);
    return row;
  };

  let tasks: readonly { readonly name: Words; readonly detail?: Words }[] = [];
  vscode.tasks.registerTaskProvider('doors', {
    provideTasks: () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      return folder
        ? tasks.map((said, index) =>
            createTask({ type: 'doors', index }, folder, said, new vscode.ShellExecution('exit 0')),
          )
        : [];
    },
    resolveTask: () => undefined,
  });
  const runTask = (offered: typeof tasks): void => {
    tasks = offered;
    void vscode.commands.executeCommand('workbench.action.tasks.runTask', { type: 'doors' });
  };

  const running: (() => void)[] = [];
  let page: vscode.WebviewPanel | undefined;
  const shownPage = (title: Words): vscode.WebviewPanel => {
    page ??= createPage('doors.page', title, {});
    return page;
  };
  vscode.workspace.registerTextDocumentContentProvider('doors', { provideTextDocumentContent: () => 'text' });
  let documents = 0;
  // A document that is open already would keep its name.
  const document = (): vscode.Uri => vscode.Uri.from({ scheme: 'doors', path: `/${++documents}/plain.txt` });

  return {
    'showError.message': each(one => showError(one)),
    'showWarning.message': each(one => showWarning(one)),
    'showInformation.message': each(one => showInformation(one)),
    'showFailure.message': each(one => showFailure(one, 'A test', new Error('secret'))),
    'showProgress.title': each(one => showProgress(one, () => new Promise<void>(resolve => running.push(resolve)))),
    'showStatus.text': first(one => showStatus(one, 60_000)),
    'confirm.message': first(one => void confirm(one, plain, plain)),
    'confirm.detail': first(one => void confirm(plain, one, plain)),
    'Row.label': rows(one => ({ label: one })),
    'Row.description': rows(one => ({ label: plain, description: one })),
    'Row.detail': rows(one => ({ label: plain, detail: one })),
    'List.title': first(one => {
      shownList().title = one;
    }),
    'List.placeholder': first(one => {
      shownList().placeholder = one;
    }),
    'List.prompt': first(one => {
      shownList().prompt = one;
    }),
    'ListOptions.title': first(one => void pickRow([{ label: plain }], { title: one, placeHolder: plain })),
    'ListOptions.placeHolder': first(one => void pickRow([{ label: plain }], { placeHolder: one })),
    'Field.title': first(one => {
      shownField().title = one;
    }),
    'Field.prompt': first(one => {
      shownField().prompt = one;
    }),
    'Field.placeholder': first(one => {
      shownField().placeholder = one;
    }),
    'Field.validationMessage': first(one => {
      shownField().validationMessage = one;
    }),
    'FieldOptions.title': first(one => ask({ title: one })),
    'FieldOptions.prompt': first(one => ask({ prompt: one })),
    'FieldOptions.placeHolder': first(one => ask({ placeHolder: one })),
    'FieldOptions.validateInput': first(one => ask({ validateInput: async () => one })),
    'createTreeRow.label': treeWith(createTreeRow),
    'TreeRow.label': treeWith(one =>
      rowWith(row => {
        row.label = one;
      }),
    ),
    'TreeRow.description': treeWith(one =>
      rowWith(row => {
        row.description = one;
      }),
    ),
    'TreeRow.tooltip': treeWith(one =>
      rowWith(row => {
        row.tooltip = one;
      }),
    ),
    'Spoken.label': treeWith(one =>
      rowWith(row => {
        row.accessibilityInformation = { label: one };
      }),
    ),
    'tooltipOf.paragraphs': treeWith(one =>
      rowWith(row => {
        row.tooltip = tooltipOf(one);
      }),
    ),
    'Paragraph.strong': treeWith(one =>
      rowWith(row => {
        row.tooltip = tooltipOf({ strong: one, text: plain });
      }),
    ),
    'Paragraph.text': treeWith(one =>
      rowWith(row => {
        row.tooltip = tooltipOf({ strong: plain, text: one });
      }),
    ),
    'Tree.message': first(one => {
      tree.message = one;
    }),
    'Tree.description': first(one => {
      tree.description = one;
    }),
    'TaskWords.name': said => runTask(said.map((name, index) => ({ name: joined(' ', [name, inert(`#${index}`)]) }))),
    'TaskWords.detail': said => runTask(said.map((detail, index) => ({ name: words('task {0}', index), detail }))),
    'createPage.title': first(one => {
      page?.dispose();
      page = undefined;
      shownPage(one);
    }),
    'nameTab.title': first(one => nameTab(shownPage(one), one)),
    'openNamed.name': first(one => openNamed(document(), one, { preview: true })),
    'openDifference.name': first(one => openDifference([document(), document()], one, { preview: true })),
    async close() {
      for (const end of running.splice(0)) end();
      list?.dispose();
      field?.dispose();
      page?.dispose();
      list = field = page = undefined;
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  };
}
