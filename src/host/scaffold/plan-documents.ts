import * as vscode from 'vscode';
import { words } from '../../core/language/inert';
import { type Change, outcomeOf } from '../../core/scaffold/changes';
import { binary } from '../../core/scaffold/folder';
import type { Documents } from '../ui/documents';
import { openDifference, openMergeOf, openNamed } from '../ui/tabs';
import { fileIn } from './place';
import { isInFolder } from './plan-paths';
import { changesOf, type Plan, type PlanSession } from './plan-session';
import { mergeScheme, planScheme } from './registration';

/** Which text of a file: as it would be written, or as it is. */
type Side = 'planned' | 'current';

/** Opens merges, and shows their texts, each until its document closes. */
export interface MergeDocuments extends Documents, vscode.Disposable {
  /**
   * Opens the three texts of a file that someone changed: as it was generated, as it is now, as it is planned. What comes of it is
   * written to the file by whoever merges. Without a known base, two are compared.
   */
  open(plan: Plan, path: string): Promise<void>;
}

/** Shows the texts of the open plan; with the plan they close. */
export function openPlanDocuments(session: PlanSession): Documents {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  session.onDidChange(() => {
    if (!session.plan) return void closeTabs();
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === planScheme) changed.fire(uri);
  });
  return { onDidChange: changed.event, textOf: uri => textFor(session.plan, uri) };
}

/** Merges, of which none is open yet. */
export function openMergeDocuments(): MergeDocuments {
  const texts = new Map<string, string>();
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    textOf: uri => texts.get(uri.toString()) ?? '',
    open: (plan, path) => openMerge(texts, plan, path),
    dispose: () => closing.dispose(),
  };
}

/** Shows what a file would be: alone when it is new, as a difference when something is there. */
export async function openPlanned(plan: Plan, path: string): Promise<void> {
  const change = changesOf(plan).find(candidate => candidate.path === path);
  if (!change) return;
  const title = path.slice(path.lastIndexOf('/') + 1);
  const options: vscode.TextDocumentShowOptions = { preview: true, preserveFocus: true };
  const planned = documentUri(plan, path, 'planned');
  const current = documentUri(plan, path, 'current');
  const isNew = typeof change.current !== 'string';
  const label = isNew
    ? words(vscode.l10n.t('{0} (planned)'), title)
    : change.kind === 'remove'
      ? words(vscode.l10n.t('{0} (is deleted)'), title)
      : words(vscode.l10n.t('{0} (stays as it is)'), title);
  if (isNew || !hasNewText(change)) await openNamed(isNew ? planned : current, label, options);
  else await openDifference([current, planned], words(vscode.l10n.t('{0} (now ↔ planned)'), title), options);
}

/** Opens a merge, whose texts are put where its documents find them: by their addresses. */
async function openMerge(texts: Map<string, string>, plan: Plan, path: string): Promise<void> {
  const change = plan.project.changes.find(candidate => candidate.path === path);
  if (change?.base === undefined || typeof change.current !== 'string') return openPlanned(plan, path);
  const text = (side: string, value: string): vscode.Uri => {
    const uri = vscode.Uri.from({ scheme: mergeScheme, path: `/${path}`, query: `${side} ${Date.now()}` });
    texts.set(uri.toString(), value);
    return uri;
  };
  const yours = {
    uri: text('current', change.current),
    title: words(vscode.l10n.t('Yours')),
    description: words(vscode.l10n.t('as it is now')),
  };
  const planned = {
    uri: text('planned', change.planned?.text ?? ''),
    title: words(vscode.l10n.t('Planned')),
    description: words(vscode.l10n.t('with what you chose')),
  };
  await openMergeOf(text('base', change.base), [yours, planned], fileIn(plan.root, path));
}

async function closeTabs(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const ours = tabs.filter(({ input }) => {
    const uri =
      input instanceof vscode.TabInputText
        ? input.uri
        : input instanceof vscode.TabInputTextDiff
          ? input.modified
          : undefined;
    return uri?.scheme === planScheme;
  });
  if (ours.length > 0) await vscode.window.tabGroups.close(ours, true);
}

function documentUri(plan: Plan, path: string, side: Side): vscode.Uri {
  return vscode.Uri.from({ scheme: planScheme, path: `/${plan.project.request.name}/${path}`, query: side });
}

function textFor(plan: Plan | undefined, uri: vscode.Uri): string {
  const change = plan && changesOf(plan).find(({ path }) => isInFolder(uri.path, plan.project.request.name, path));
  if (!change) return vscode.l10n.t('This file is no longer in the plan.');
  const text = uri.query === 'current' ? change.current : plannedText(change);
  return text === binary ? vscode.l10n.t('What is there is not text.') : (text ?? '');
}

function plannedText(change: Change): string | typeof binary | undefined {
  return outcomeOf(change, 'replace');
}

function hasNewText(change: Change): boolean {
  return change.kind !== 'same' && change.kind !== 'leave' && typeof plannedText(change) === 'string';
}
