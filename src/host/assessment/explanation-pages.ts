import * as vscode from 'vscode';
import { schemaAddress } from '../../core/assessment';
import { explain, type Subject } from '../../core/explanation';
import { registerCommand } from '../ui/commands';
import type { KnowledgeFile } from '../ui/knowledge-file';

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
    registerCommand('serverlessAdvisor.explain', async (subject, id) => {
      if (!subject || !id) return;
      const page = vscode.Uri.from({ scheme, authority: 'explain', path: `/${subject}/${id}.md` });
      await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
    }),
  );
}

async function readSchema(extensionUri: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'assessment.schema.json');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
