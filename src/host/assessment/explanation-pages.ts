import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { schemaAddress } from '../../core/assessment/assessment';
import type { Subject } from '../../core/assessment/explanation';
import { inert, words } from '../../core/language/inert';
import { type Handlers, runCommand } from '../ui/commands';
import type { Documents } from '../ui/documents';
import { pickRow } from '../ui/prompts';
import { pageScheme } from './registration';

const subjects: readonly (Subject | 'chapter')[] = ['question', 'criterion', 'topic', 'chapter'];

/**
 * Serves the documents that the extension itself holds: what explains a question or a criterion, and the chapters of the
 * guide as plain Markdown, shown by VS Code's own preview; and the schema that assessment files name.
 */
export function explanationPages(extensionUri: vscode.Uri, advisor: Advisor): Documents {
  return {
    async textOf(uri) {
      if (uri.toString() === schemaAddress) return readSchema(extensionUri);
      const [, kind = '', id = ''] = /^\/(question|criterion|topic|chapter)\/([a-z0-9-]+)\.md$/.exec(uri.path) ?? [];
      const subject = subjects.find(one => one === kind);
      const text = subject && (await advisor.explain(subject, id));
      return text ?? vscode.l10n.t('There is nothing here.');
    },
  };
}

/** The commands that open one of them. */
export function explanationCommands(
  advisor: Advisor,
): Handlers<'serverlessAdvisor.explain' | 'serverlessAdvisor.openChapterText'> {
  return {
    async 'serverlessAdvisor.explain'(subject, id, preserveFocus = false) {
      if (!subject || !id) return;
      if (subject === 'topic') return runCommand('serverlessAdvisor.openGuide', { chapter: id }, preserveFocus);
      await openPage(subject, id, preserveFocus);
    },
    async 'serverlessAdvisor.openChapterText'(chapter) {
      const id = typeof chapter === 'string' ? chapter : await chooseChapter(advisor);
      if (id !== undefined) await openPage('chapter', id, false);
    },
  };
}

async function openPage(subject: Subject | 'chapter', id: string, preserveFocus: boolean): Promise<void> {
  const page = vscode.Uri.from({ scheme: pageScheme, authority: 'explain', path: `/${subject}/${id}.md` });
  const options: vscode.TextDocumentShowOptions = { viewColumn: columnForPages(), preserveFocus, preview: true };
  await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', options);
}

async function chooseChapter(advisor: Advisor): Promise<string | undefined> {
  const { chapters } = await advisor.guide();
  const rows = chapters.map(({ id, number, title }) => ({
    label: number === null ? inert(title) : words('{0}. {1}', number, title),
    id,
  }));
  const placeHolder = words(vscode.l10n.t('Which chapter do you want to read as plain Markdown?'));
  return (await pickRow(rows, { placeHolder }))?.id;
}

/** Where the page before was shown, so that pages follow each other in one place; else beside what is being read. */
function columnForPages(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const before = all.find(
    ({ activeTab }) => activeTab?.input instanceof vscode.TabInputCustom && activeTab.input.uri.scheme === pageScheme,
  );
  if (before) return before.viewColumn;
  return activeTabGroup.tabs.length === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

async function readSchema(extensionUri: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'assessment.schema.json');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
