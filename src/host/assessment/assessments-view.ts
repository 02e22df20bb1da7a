import * as vscode from 'vscode';
import type { Parsed } from '../../core/assessment-parser';
import { inert, joined, lines, type Words, words } from '../../core/inert';
import { fitTitle } from '../../core/report';
import { type Assessed, assess, type Fit } from '../../core/verdict';
import { assessmentGlob, findAssessments, isAssessment, parseFile } from '../ui/assessment-files';
import type { KnowledgeFile } from '../ui/content-file';
import { createTree, createTreeRow, type TreeRow, type TreeRows } from '../ui/tree';

const viewId = 'serverlessAdvisor.assessments';

/** The list of the workspace's assessments in the sidebar, each with verdict and completeness. */
export function registerAssessmentsView(knowledgeFile: KnowledgeFile): vscode.Disposable {
  const tree = new AssessmentTree(knowledgeFile);
  const view = createTree(viewId, tree, false);
  return vscode.Disposable.from(tree, view);
}

class AssessmentTree implements TreeRows<vscode.Uri> {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[] = [this.changed];
  /** What the files of the list held when it was last filled, by address. */
  private parsed: ReadonlyMap<string, Parsed> = new Map();
  private pause: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly knowledgeFile: KnowledgeFile) {}

  async getChildren(parent?: vscode.Uri): Promise<vscode.Uri[]> {
    if (parent) return [];
    this.watch();
    const knowledge = await this.knowledgeFile.load();
    const files = await findAssessments();
    this.parsed = new Map(
      await Promise.all(files.map(async file => [file.toString(), await parseFile(knowledge, file)] as const)),
    );
    return files;
  }

  async getTreeItem(file: vscode.Uri): Promise<TreeRow> {
    const knowledge = await this.knowledgeFile.load();
    const path = inert(vscode.workspace.asRelativePath(file));
    const parsed = this.parsed.get(file.toString()) ?? (await parseFile(knowledge, file));
    const item = createTreeRow(path);
    item.id = file.toString();
    item.command = { command: 'serverlessAdvisor.openReport', title: vscode.l10n.t('Open Report'), arguments: [file] };
    if (!('assessment' in parsed)) {
      const [{ message, line }] = parsed.problems;
      item.description = words(vscode.l10n.t('cannot be read'));
      item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
      item.tooltip = words(vscode.l10n.t('{0}, line {1}: {2}'), path, line, message);
      item.contextValue = 'damaged';
      return item;
    }
    const { workload, answers, weights } = parsed.assessment;
    const assessed = assess(knowledge, answers, weights);
    const {
      progress,
      verdict: { fit, because },
    } = assessed;
    const standing = describe(assessed);
    item.label = inert(workload);
    // Two files may be about workloads of one name: then only the path tells them apart.
    item.description = this.isShared(workload) ? joined(' · ', [path, standing]) : standing;
    item.iconPath = iconOf(fit);
    const answered = words(vscode.l10n.t('{0} of {1} answered'), progress.answered, progress.relevant);
    item.tooltip = lines([item.label, path, inert(''), words('{0}. {1}', fitTitle(fit), because), answered]);
    item.contextValue = 'assessment';
    item.accessibilityInformation = { label: joined(', ', [item.label, item.description, answered]) };
    return item;
  }

  private isShared(workload: string): boolean {
    const same = [...this.parsed.values()].filter(one => 'assessment' in one && one.assessment.workload === workload);
    return same.length > 1;
  }

  dispose(): void {
    clearTimeout(this.pause);
    for (const listener of this.listeners) listener.dispose();
  }

  /** From the first look on, the list follows files on disk and the text of open editors. */
  private watch(): void {
    if (this.listeners.length > 1) return;
    const refresh = (): void => this.changed.fire();
    // Typing changes a text with every key; the list waits for a pause.
    const refreshSoon = (): void => {
      clearTimeout(this.pause);
      this.pause = setTimeout(refresh, 300);
    };
    const watcher = vscode.workspace.createFileSystemWatcher(assessmentGlob);
    this.listeners.push(
      watcher,
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      vscode.workspace.onDidChangeTextDocument(({ document }) => isAssessment(document.uri) && refreshSoon()),
    );
  }
}

/** The verdict, and what to expect of it: its score, or how far the answers go. Short, for a narrow side bar. */
function describe({ verdict, progress }: Assessed): Words {
  const { answered, relevant } = progress;
  const isComplete = answered >= relevant && verdict.score !== undefined;
  const extent = isComplete ? words('{0}', Math.round(verdict.score)) : words('{0}/{1}', answered, relevant);
  return words('{0} · {1}', fitTitle(verdict.fit), extent);
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
