import * as vscode from 'vscode';
import { schemaAddress } from '../../core/assessment';
import { explain, type Subject } from '../../core/explanation';
import { registerCommand } from '../ui/commands';
import type { KnowledgeFile } from '../ui/content-file';

const scheme = vscode.Uri.parse(schemaAddress).scheme;

/**
 * Serves the documents that the extension itself holds: what explains a question, a criterion or a topic, shown by
 * VS Code's own Markdown preview; and the schema that assessment files name.
 */
export function registerExplanationPages(
  context: vscode.ExtensionContext,
  knowledgeFile: KnowledgeFile,
): vscode.Disposable {
  const provider: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent(uri) {
      if (uri.toString() === schemaAddress) return readSchema(context.extensionUri);
      const [, subject = '', id = ''] = /^\/(question|criterion|topic)\/([a-z0-9-]+)\.md$/.exec(uri.path) ?? [];
      const text = explain(await knowledgeFile.load(), subject as Subject, id);
      return text ?? vscode.l10n.t('There is nothing here.');
    },
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    registerCommand('serverlessAdvisor.explain', async (subject, id, preserveFocus = false) => {
      if (!subject || !id) return;
      const page = vscode.Uri.from({ scheme, authority: 'explain', path: `/${subject}/${id}.md` });
      const options: vscode.TextDocumentShowOptions = { viewColumn: columnForPages(), preserveFocus, preview: true };
      await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', options);
    }),
  );
}

/** Where the page before was shown, so that pages follow each other in one place; else beside what is being read. */
function columnForPages(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const before = all.find(
    ({ activeTab }) => activeTab?.input instanceof vscode.TabInputCustom && activeTab.input.uri.scheme === scheme,
  );
  if (before) return before.viewColumn;
  return activeTabGroup.tabs.length === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

async function readSchema(extensionUri: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'assessment.schema.json');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
