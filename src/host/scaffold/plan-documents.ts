import * as vscode from 'vscode';
import { type Change, outcomeOf } from '../../core/scaffold/changes';
import { binary } from '../../core/scaffold/folder';
import { isInFolder } from './plan-paths';
import type { Plan, PlanSession } from './plan-session';
import { fileIn } from './project-folder';

/** Texts of a plan are documents of their own, which only exist while it is open: `scheme:/folder/path?side`. */
export const planScheme = 'serverless-advisor-plan';

/** Which text of a file: as it would be written, as it is, or as it was generated the last time. */
type Side = 'planned' | 'current' | 'base';

/** Shows the texts of the open plan. */
export function registerPlanDocuments(session: PlanSession): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    session.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === planScheme) changed.fire(uri);
    }),
    vscode.workspace.registerTextDocumentContentProvider(planScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => textFor(session.plan, uri),
    }),
  );
}

/** Shows what a file would be: alone when it is new, as a difference when something is there. */
export async function openPlanned(plan: Plan, path: string): Promise<void> {
  const change = plan.project.changes.find(candidate => candidate.path === path);
  if (!change) return;
  const title = path.slice(path.lastIndexOf('/') + 1);
  const options: vscode.TextDocumentShowOptions = { preview: true, preserveFocus: true };
  if (typeof change.current !== 'string' || !hasNewText(change)) {
    const side = hasNewText(change) ? 'planned' : 'current';
    await vscode.commands.executeCommand(
      'vscode.open',
      documentUri(plan, path, side),
      options,
      vscode.l10n.t('{0} (planned)', title),
    );
    return;
  }
  await vscode.commands.executeCommand(
    'vscode.diff',
    documentUri(plan, path, 'current'),
    documentUri(plan, path, 'planned'),
    vscode.l10n.t('{0} (now ↔ planned)', title),
    options,
  );
}

/**
 * Opens the three texts of a file that someone changed: as it was generated, as it is now, as it is planned. What comes of it is
 * written to the file by whoever merges. Without a known base, two are compared.
 */
export async function openMerge(plan: Plan, path: string): Promise<void> {
  const change = plan.project.changes.find(candidate => candidate.path === path);
  if (change?.base === undefined || typeof change.current !== 'string') return openPlanned(plan, path);
  await vscode.commands.executeCommand('_open.mergeEditor', {
    base: documentUri(plan, path, 'base'),
    input1: {
      uri: documentUri(plan, path, 'current'),
      title: vscode.l10n.t('Yours'),
      description: vscode.l10n.t('as it is now'),
    },
    input2: {
      uri: documentUri(plan, path, 'planned'),
      title: vscode.l10n.t('Planned'),
      description: vscode.l10n.t('with what you chose'),
    },
    output: fileIn(plan.root, path),
  });
}

function documentUri(plan: Plan, path: string, side: Side): vscode.Uri {
  return vscode.Uri.from({ scheme: planScheme, path: `/${plan.project.request.name}/${path}`, query: side });
}

function textFor(plan: Plan | undefined, uri: vscode.Uri): string {
  const change = plan?.project.changes.find(({ path }) => isInFolder(uri.path, plan.project.request.name, path));
  if (!change) return vscode.l10n.t('The plan that this belonged to is closed.');
  const text = uri.query === 'base' ? change.base : uri.query === 'current' ? change.current : plannedText(change);
  return text === binary ? vscode.l10n.t('What is there is not text.') : (text ?? '');
}

function plannedText(change: Change): string | typeof binary | undefined {
  return outcomeOf(change, 'replace');
}

function hasNewText(change: Change): boolean {
  return change.kind !== 'same' && change.kind !== 'leave' && typeof plannedText(change) === 'string';
}
