import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import type { ReportState } from '../../core/assessment/report-state';
import { reportState } from '../../core/assessment/report-state';
import type { Knowledge } from '../../core/content/knowledge';
import { words } from '../../core/language/inert';
import type { FromReport, ToReport } from '../../protocol/report';
import { textOf } from '../ui/assessment-files';
import { runCommand } from '../ui/commands';
import { showError, showWarning, tellOnce } from '../ui/messages';
import { renderPage } from '../ui/page';
import { keptForWorkspace } from '../ui/storage';
import { changeAnswer, changeWeight, type Edited } from './assessment-edits';
import { parseIntent } from './report-intents';
import { openReportPlaces, type ReportPlaces } from './report-places';
import { reportWords } from './report-words';

/**
 * The report: a custom editor over the text of an assessment file. The text document is its only state, so save,
 * undo, hot exit, split and diff are VS Code's own; a damaged file is shown as such and never written.
 */
export function reportEditor(
  context: vscode.ExtensionContext,
  advisor: Advisor,
): (document: vscode.TextDocument, panel: vscode.WebviewPanel) => Promise<void> {
  let opening: Promise<ReportPlaces> | undefined;
  const told = tellOnce('Writing down the place in a report');
  return async (document, panel) => {
    opening ??= openReportPlaces(keptForWorkspace(context, 'report-places'));
    const [knowledge, places] = await Promise.all([advisor.knowledge(), opening]);
    showReport(context.extensionUri, knowledge, { places, told }, document, panel);
  };
}

function showReport(
  extensionUri: vscode.Uri,
  knowledge: Knowledge,
  { places, told }: { readonly places: ReportPlaces; readonly told: ReturnType<typeof tellOnce> },
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
): void {
  const { webview } = panel;
  // The same report can stand in two groups.
  const page = `${panel.viewColumn} ${document.uri}`;
  const show = (): void => {
    const state = describeDocument(knowledge, document);
    const message: ToReport = { kind: 'show', state, memory: places.of(page) };
    void webview.postMessage(message);
  };
  const listeners = vscode.Disposable.from(
    webview.onDidReceiveMessage((message: unknown) => {
      const intent = parseIntent(message);
      if (intent?.kind === 'ready') show();
      else if (intent?.kind === 'remember') void told(places.keep(page, intent.memory));
      else if (intent) void follow(knowledge, document, intent);
    }),
    vscode.workspace.onDidChangeTextDocument(event => {
      if (event.document === document && event.contentChanges.length > 0) show();
    }),
    // A hidden page hears nothing: it is told everything again when it comes back.
    panel.onDidChangeViewState(() => panel.visible && show()),
  );
  panel.onDidDispose(() => {
    listeners.dispose();
    void told(places.forget(page));
  });
  webview.options = {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
  };
  webview.html = renderPage(webview, extensionUri, {
    script: 'report.js',
    style: 'report.css',
    title: vscode.l10n.t('Serverless Advisor report'),
    words: reportWords(),
  });
}

/** Everything that the page shows of a document as it stands. */
function describeDocument(knowledge: Knowledge, document: vscode.TextDocument): ReportState {
  return reportState(knowledge, {
    file: vscode.workspace.asRelativePath(document.uri),
    text: textOf(document),
    editable: vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false,
  });
}

async function follow(
  knowledge: Knowledge,
  document: vscode.TextDocument,
  intent: Exclude<FromReport, { kind: 'ready' | 'remember' }>,
): Promise<void> {
  switch (intent.kind) {
    case 'answer': {
      const { question, answer } = intent;
      if (knowledge.questionById.has(question))
        sayIfRefused(document, await changeAnswer(knowledge, document, question, answer ?? undefined));
      return;
    }
    case 'weigh': {
      const { criterion, weight } = intent;
      if (knowledge.criterionById.has(criterion))
        sayIfRefused(document, await changeWeight(knowledge, document, criterion, weight ?? undefined));
      return;
    }
    case 'continue':
      return runCommand('serverlessAdvisor.continue', document.uri, intent.question ?? undefined);
    case 'scaffold':
      return runCommand('serverlessAdvisor.scaffold', document.uri);
    case 'explain':
      return runCommand('serverlessAdvisor.explain', intent.subject, intent.id);
    case 'read':
      return runCommand('serverlessAdvisor.openGuide', { criterion: intent.criterion });
    case 'read-path':
      return runCommand('serverlessAdvisor.guidePathFromAssessment', document.uri);
    case 'open-text':
      return runCommand('serverlessAdvisor.openText', document.uri, intent.offset ?? undefined);
    case 'open-evidence':
      return openEvidence(document.uri, intent.file, intent.line);
  }
}

function sayIfRefused(document: vscode.TextDocument, edited: Edited): void {
  if (edited !== 'refused') return;
  const file = vscode.workspace.asRelativePath(document.uri);
  void showError(words(vscode.l10n.t('The change could not be made: {0} may be read-only.'), file));
}

/** Opens a file that an answer names, from the folder of the workspace that holds the assessment. */
async function openEvidence(assessment: vscode.Uri, file: string, line: number | null): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(assessment)?.uri ?? vscode.Uri.joinPath(assessment, '..');
  const target = vscode.Uri.joinPath(folder, file);
  // A path that climbs out of the folder is text that somebody wrote, not a place to go.
  const isInside = target.path.startsWith(`${folder.path.replace(/\/$/, '')}/`);
  try {
    if (!isInside) throw new Error(file);
    const place = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
    await vscode.window.showTextDocument(target, {
      viewColumn: vscode.ViewColumn.Beside,
      selection: new vscode.Range(place, place),
    });
  } catch {
    void showWarning(words(vscode.l10n.t('There is no file {0} in this workspace.'), file));
  }
}
