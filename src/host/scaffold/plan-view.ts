import * as vscode from 'vscode';
import { type Change, type ChangeKind, isConflict, type Resolution } from '../../core/scaffold/changes';
import { manifestPath } from '../../core/scaffold/manifest';
import { choicesBehind } from '../../core/scaffold/parts';
import { childrenOf, type PlanNode } from './plan-paths';
import { changesOf, choicesOf, type Plan, type PlanSession, undecided, writesOf } from './plan-session';

const viewId = 'serverlessAdvisor.plan';

/** The tree of the open plan in the side bar: every file, which choice it comes from, and what would become of it. */
export function registerPlanView(session: PlanSession): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView<PlanNode>(viewId, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: parent => nodesOf(session.plan, parent),
      getTreeItem: node => (session.plan ? itemOf(session.plan, node) : new vscode.TreeItem('')),
    },
  });
  const follow = (): void => {
    view.message = session.plan ? describePlan(session.plan) : '';
    view.description = session.plan?.project.request.name ?? '';
    changed.fire();
  };
  return vscode.Disposable.from(changed, view, session.onDidChange(follow));
}

/** Shows the tree of the plan. */
export async function revealPlan(): Promise<void> {
  await vscode.commands.executeCommand(`${viewId}.focus`);
}

/** What writing would come to, in a few words: "80 new files, 1 in the way." */
export function sumUp(plan: Plan): string {
  if (writesOf(plan).length === 0) return vscode.l10n.t('Everything is as it should be already.');
  const changes = changesOf(plan);
  const count = (...kinds: ChangeKind[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const decided = (resolution: Resolution): number =>
    changes.filter(change => isConflict(change) && plan.resolutions.get(change.path) === resolution).length;
  const counts = [
    [count('create'), vscode.l10n.t('{0} new')],
    [count('update', 'merge'), vscode.l10n.t('{0} updated')],
    [decided('replace'), vscode.l10n.t('{0} replaced')],
    [decided('keep'), vscode.l10n.t('{0} kept')],
    [count('remove'), vscode.l10n.t('{0} deleted')],
    [undecided(plan).length, vscode.l10n.t('{0} in the way')],
  ] as const;
  const parts = counts.flatMap(([files, words]) => (files > 0 ? [words.replace('{0}', String(files))] : []));
  return vscode.l10n.t('Files: {0}.', parts.join(', '));
}

/** What writing would come to, and what is not shown, in a few sentences. */
function describePlan(plan: Plan): string {
  const hidden = changesOf(plan).length - shownIn(plan).length;
  return [
    sumUp(plan),
    ...(hidden > 0 ? [vscode.l10n.t('{0} stay as they are and are not listed.', String(hidden))] : []),
    vscode.l10n.t('Nothing is written yet.'),
    ...(undecided(plan).length > 0 ? [vscode.l10n.t('What is in the way is kept unless you say otherwise.')] : []),
  ].join(' ');
}

/** When something is added to a project, what stays as it is would bury what does not. */
function shownIn(plan: Plan): readonly Change[] {
  const changes = changesOf(plan);
  const moving = changes.filter(({ kind }) => kind !== 'same' && kind !== 'leave');
  return moving.length > 0 ? moving : changes;
}

function nodesOf(plan: Plan | undefined, parent: PlanNode | undefined): PlanNode[] {
  if (!plan || parent?.kind === 'file') return [];
  return childrenOf(
    shownIn(plan).map(({ path }) => path),
    parent?.path ?? '',
  );
}

function itemOf(plan: Plan, node: PlanNode): vscode.TreeItem {
  const name = node.path.slice(node.path.lastIndexOf('/') + 1);
  const item = new vscode.TreeItem(name);
  item.id = `${node.kind}:${node.path}`;
  if (node.kind === 'folder') {
    item.iconPath = vscode.ThemeIcon.Folder;
    item.resourceUri = vscode.Uri.from({ scheme: 'serverless-advisor-plan', path: `/${node.path}` });
    item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    return item;
  }
  const change = changesOf(plan).find(({ path }) => path === node.path);
  if (!change) return item;
  const resolution = plan.resolutions.get(node.path);
  const from = change.planned?.from ?? [];
  const choices = [...new Set(from.flatMap(part => choicesBehind(plan.catalogue, choicesOf(plan), part)))];
  const standing = wordsFor(change, resolution);
  item.description = [standing, choices.join(', ')].filter(text => text !== '').join(' · ');
  item.iconPath = iconOf(change, resolution);
  item.contextValue = isConflict(change) ? (change.kind === 'edited' ? 'conflict.edited' : 'conflict') : 'file';
  item.tooltip = tooltipOf(plan, change, standing);
  item.command = { command: 'serverlessAdvisor.openPlanned', title: vscode.l10n.t('Show'), arguments: [node] };
  item.accessibilityInformation = { label: `${node.path}, ${item.description}` };
  return item;
}

function tooltipOf({ catalogue, project }: Plan, { path, planned }: Change, standing: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendText(standing === '' ? path : `${path}: ${standing}`);
  if (path === manifestPath) {
    text.appendText('\n\n');
    text.appendText(vscode.l10n.t('Remembers what the project was made from, so that parts can be added to it later.'));
  }
  for (const part of planned?.from ?? []) {
    const choices = choicesBehind(catalogue, project.request.choices, part);
    text.appendMarkdown('\n\n**');
    text.appendText(choices.length > 0 ? `${part.title} (${choices.join(', ')})` : part.title);
    text.appendMarkdown('** ');
    text.appendText(part.because);
  }
  return text;
}

function wordsFor({ kind }: Change, resolution: Resolution | undefined): string {
  if (kind === 'deleted' && resolution === 'keep') return vscode.l10n.t('stays deleted');
  if (kind === 'deleted' && resolution === 'replace') return vscode.l10n.t('is written again');
  if (kind === 'edited' && resolution === 'keep') return vscode.l10n.t('yours is kept');
  if (kind === 'edited' && resolution === 'replace') return vscode.l10n.t('yours is replaced');
  if (kind === 'taken' && resolution === 'keep') return vscode.l10n.t('is kept');
  if (kind === 'taken' && resolution === 'replace') return vscode.l10n.t('is replaced');
  const words: Record<ChangeKind, string> = {
    create: '',
    same: vscode.l10n.t('as it is'),
    update: vscode.l10n.t('updated'),
    merge: vscode.l10n.t('updated, your changes kept'),
    edited: vscode.l10n.t('you changed the same lines'),
    taken: vscode.l10n.t('in the way'),
    deleted: vscode.l10n.t('you deleted it'),
    remove: vscode.l10n.t('no longer needed: is deleted'),
    leave: vscode.l10n.t('no longer needed, but changed by you: stays'),
  };
  return words[kind];
}

function iconOf({ kind }: Change, resolution: Resolution | undefined): vscode.ThemeIcon {
  if (isConflict({ kind }))
    return resolution === undefined
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon(resolution === 'keep' ? 'lock' : 'replace');
  const icons: Record<ChangeKind, [icon: string, color: string | undefined]> = {
    create: ['diff-added', 'gitDecoration.addedResourceForeground'],
    update: ['diff-modified', 'gitDecoration.modifiedResourceForeground'],
    merge: ['git-merge', 'gitDecoration.modifiedResourceForeground'],
    remove: ['diff-removed', 'gitDecoration.deletedResourceForeground'],
    same: ['check', 'descriptionForeground'],
    leave: ['lock', 'descriptionForeground'],
    edited: ['warning', undefined],
    taken: ['warning', undefined],
    deleted: ['warning', undefined],
  };
  const [icon, color] = icons[kind];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
