import * as vscode from 'vscode';
import { type Parsed, parseAssessment } from '../../core/assessment-parser';
import type { Knowledge } from '../../core/knowledge';
import { fitTitle } from '../../core/report';
import { type Assessed, assess, type Fit } from '../../core/verdict';
import type { KnowledgeFile } from '../ui/knowledge-file';
import { assessmentGlob, findAssessments, isAssessment } from './assessment-file';

const viewId = 'serverlessAdvisor.assessments';

/** The list of the workspace's assessments in the sidebar, each with verdict and completeness. */
export function registerAssessmentsView(knowledgeFile: KnowledgeFile): vscode.Disposable {
  const tree = new AssessmentTree(knowledgeFile);
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: false });
  return vscode.Disposable.from(tree, view);
}

class AssessmentTree implements vscode.TreeDataProvider<vscode.Uri> {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[] = [this.changed];
  /** The workloads that more than one file of the list is about, as they stood when it was last filled. */
  private shared: ReadonlySet<string> = new Set();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly knowledgeFile: KnowledgeFile) {}

  async getChildren(parent?: vscode.Uri): Promise<vscode.Uri[]> {
    if (parent) return [];
    this.watch();
    const knowledge = await this.knowledgeFile.load();
    const files = await findAssessments();
    const parsed = await Promise.all(files.map(file => readNow(knowledge, file)));
    const names = parsed.flatMap(one => ('assessment' in one ? one.assessment.workload : []));
    this.shared = new Set(names.filter((name, index) => names.indexOf(name) < index));
    return files;
  }

  async getTreeItem(file: vscode.Uri): Promise<vscode.TreeItem> {
    const knowledge = await this.knowledgeFile.load();
    const path = vscode.workspace.asRelativePath(file);
    const parsed = await readNow(knowledge, file);
    const item = new vscode.TreeItem(path);
    item.id = file.toString();
    item.command = { command: 'serverlessAdvisor.openReport', title: vscode.l10n.t('Open Report'), arguments: [file] };
    if (!('assessment' in parsed)) {
      const [{ message, line }] = parsed.problems;
      item.description = vscode.l10n.t('cannot be read');
      item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
      item.tooltip = vscode.l10n.t('{0}, line {1}: {2}', path, String(line), message);
      item.contextValue = 'damaged';
      return item;
    }
    const { workload, answers, weights } = parsed.assessment;
    const assessed = assess(knowledge, answers, weights);
    const { fit, because } = assessed.verdict;
    const standing = describe(assessed);
    item.label = workload;
    item.description = this.shared.has(workload) ? `${path} · ${standing}` : standing;
    item.iconPath = iconOf(fit);
    item.tooltip = `${workload}\n${path}\n\n${standing}\n${because}`;
    item.contextValue = 'assessment';
    item.accessibilityInformation = { label: `${workload}, ${item.description}` };
    return item;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  /** From the first look on, the list follows files on disk and the text of open editors. */
  private watch(): void {
    if (this.listeners.length > 1) return;
    const refresh = (): void => this.changed.fire();
    const watcher = vscode.workspace.createFileSystemWatcher(assessmentGlob);
    this.listeners.push(
      watcher,
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      vscode.workspace.onDidChangeTextDocument(({ document }) => isAssessment(document.uri) && refresh()),
    );
  }
}

/** What an editor shows of a file, else what is on disk. */
async function readNow(knowledge: Knowledge, file: vscode.Uri): Promise<Parsed> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === file.toString());
  const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return parseAssessment(knowledge, text);
}

/** Verdict, score, and how far the answers go where some are missing: short enough for a narrow side bar. */
function describe({ verdict, progress }: Assessed): string {
  const parts = [fitTitle(verdict.fit)];
  if (verdict.score !== undefined) parts.push(String(Math.round(verdict.score)));
  parts.push(`${progress.answered}/${progress.relevant}`);
  return parts.join(' · ');
}

function iconOf(fit: Fit): vscode.ThemeIcon {
  const icons: Record<Fit, [icon: string, color: string]> = {
    'good-fit': ['pass', 'charts.green'],
    'fit-with-mitigations': ['warning', 'charts.yellow'],
    'poor-fit': ['circle-slash', 'charts.red'],
    undecided: ['question', 'descriptionForeground'],
  };
  const [icon, color] = icons[fit];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
