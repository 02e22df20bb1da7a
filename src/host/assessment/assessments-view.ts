import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { fitTitle } from '../../core/assessment/report';
import { type Assessed, assess, type Fit, type Verdict } from '../../core/assessment/verdict';
import type { Knowledge } from '../../core/content/knowledge';
import { inert, joined, lines, type Words, words } from '../../core/language/inert';
import {
  assessmentGlob,
  describeEach,
  findAssessments,
  isAssessment,
  type Looked,
  parseFile,
} from '../ui/assessment-files';
import { createTreeRow, type TreeRow, type TreeRows } from '../ui/tree';

/** More than a side bar shows at once, unless it is very high. */
const firstRows = 40;

/** The list of the workspace's assessments in the sidebar, each with verdict and completeness. */
export function openAssessmentRows(advisor: Advisor): TreeRows<vscode.Uri> & vscode.Disposable {
  return new AssessmentTree(advisor);
}

/** What the list says of a file. */
type Row = {
  /** Tells a file that has changed; a document that is open changes without one. */
  readonly stamp: string | undefined;
} & (
  | {
      readonly workload: string;
      readonly verdict: Pick<Verdict, 'fit' | 'because' | 'score'>;
      readonly progress: Assessed['progress'];
    }
  | { readonly problem: { readonly message: string; readonly line: number }; readonly isTooLarge: boolean }
);

class AssessmentTree implements TreeRows<vscode.Uri> {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[] = [this.changed];
  /** By the addresses of the files, as they were when each was read last. */
  private readonly rows = new Map<string, Row>();
  /** The files as they were found last; nothing when something has changed since. */
  private found: Promise<vscode.Uri[]> | undefined;
  /** The list being filled, and who waits for it: two at once would read everything twice. */
  private filling: Promise<void> = Promise.resolve();
  private pause: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly advisor: Advisor) {}

  async getChildren(parent?: vscode.Uri): Promise<vscode.Uri[]> {
    if (parent) return [];
    this.watch();
    this.found ??= this.find();
    return this.found;
  }

  /** Looks for the files, and reads the first of them; the rest is read while those are shown, and shown bit by bit. */
  private async find(): Promise<vscode.Uri[]> {
    const [knowledge, files] = await Promise.all([this.advisor.knowledge(), findAssessments()]);
    for (const file of this.rows.keys()) if (!files.some(found => found.toString() === file)) this.rows.delete(file);
    const fill = (some: readonly vscode.Uri[]): Promise<void> => {
      const go = (): Promise<void> => this.fill(knowledge, some);
      this.filling = this.filling.then(go, go);
      return this.filling;
    };
    await fill(files.slice(0, firstRows));
    if (files.length > firstRows) void fill(files.slice(firstRows)).then(() => this.changed.fire());
    return files;
  }

  /** Reads the files that have changed since they were read last. */
  private async fill(knowledge: Knowledge, files: readonly vscode.Uri[]): Promise<void> {
    await describeEach(
      files,
      async (file, looked): Promise<Row> => {
        const stamp = looked && `${looked.mtime} ${looked.size}`;
        const before = this.rows.get(file.toString());
        return before && stamp !== undefined && before.stamp === stamp
          ? before
          : describeFile(knowledge, file, stamp, looked);
      },
      (file, row) => this.rows.set(file.toString(), row),
    );
  }

  async getTreeItem(file: vscode.Uri): Promise<TreeRow> {
    const path = inert(vscode.workspace.asRelativePath(file));
    const row = this.rows.get(file.toString());
    const item = createTreeRow(path);
    item.id = file.toString();
    item.command = { command: 'serverlessAdvisor.openReport', title: vscode.l10n.t('Open Report'), arguments: [file] };
    if (!row) {
      item.description = words(vscode.l10n.t('is being read'));
      item.iconPath = new vscode.ThemeIcon('loading~spin');
      return item;
    }
    if ('problem' in row) {
      const { message, line } = row.problem;
      item.description = words(row.isTooLarge ? vscode.l10n.t('too large') : vscode.l10n.t('cannot be read'));
      item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
      item.tooltip = words(vscode.l10n.t('{0}, line {1}: {2}'), path, line, message);
      item.contextValue = 'damaged';
      return item;
    }
    const {
      workload,
      progress,
      verdict: { fit, because },
    } = row;
    const standing = standingOf(row);
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
    const same = [...this.rows.values()].filter(row => 'workload' in row && row.workload === workload);
    return same.length > 1;
  }

  dispose(): void {
    clearTimeout(this.pause);
    for (const listener of this.listeners) listener.dispose();
  }

  /** From the first look on, the list follows files on disk and the text of open editors. */
  private watch(): void {
    if (this.listeners.length > 1) return;
    const refresh = (): void => {
      this.found = undefined;
      this.changed.fire();
    };
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

async function describeFile(
  knowledge: Knowledge,
  file: vscode.Uri,
  stamp: string | undefined,
  looked: Looked,
): Promise<Row> {
  const parsed = await parseFile(knowledge, file, looked);
  if ('problems' in parsed) {
    const [{ message, line }] = parsed.problems;
    return { stamp, problem: { message, line }, isTooLarge: parsed.isTooLarge === true };
  }
  const { workload, answers, weights } = parsed.assessment;
  const {
    progress,
    verdict: { fit, because, score },
  } = assess(knowledge, answers, weights);
  return { stamp, workload, verdict: { fit, because, score }, progress };
}

/** The verdict, and what to expect of it: its score, or how far the answers go. Short, for a narrow side bar. */
function standingOf({
  verdict,
  progress,
}: {
  verdict: Pick<Verdict, 'fit' | 'score'>;
  progress: Assessed['progress'];
}): Words {
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
