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

/** What writing would come to, in a sentence or two. */
export function describePlan(plan: Plan): string {
  const { previous } = plan.project;
  const changes = changesOf(plan);
  const writes = writesOf(plan);
  const open = undecided(plan).length;
  const count = (...kinds: ChangeKind[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    vscode.l10n.t('{0} new files', String(count('create'))),
    ...(count('update', 'merge') > 0 ? [vscode.l10n.t('{0} updated', String(count('update', 'merge')))] : []),
    ...(count('remove') > 0 ? [vscode.l10n.t('{0} no longer needed', String(count('remove')))] : []),
    ...(previous ? [vscode.l10n.t('{0} as they are', String(count('same', 'leave')))] : []),
    ...(open > 0 ? [vscode.l10n.t('{0} in the way', String(open))] : []),
  ];
  const sum = writes.length === 0 ? vscode.l10n.t('Everything is as it should be already.') : `${parts.join(', ')}.`;
  return open > 0
    ? vscode.l10n.t('{0} Nothing is written yet; files in the way are kept unless you say otherwise.', sum)
    : vscode.l10n.t('{0} Nothing is written yet.', sum);
}

function nodesOf(plan: Plan | undefined, parent: PlanNode | undefined): PlanNode[] {
  if (!plan || parent?.kind === 'file') return [];
  return childrenOf(
    changesOf(plan).map(({ path }) => path),
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
  if (isConflict({ kind }) && resolution === 'keep') return vscode.l10n.t('in the way: is kept');
  if (isConflict({ kind }) && resolution === 'replace') return vscode.l10n.t('in the way: is replaced');
  const words: Record<ChangeKind, string> = {
    create: '',
    same: vscode.l10n.t('as it is'),
    update: vscode.l10n.t('updated'),
    merge: vscode.l10n.t('updated, your changes kept'),
    edited: vscode.l10n.t('you changed the same lines'),
    taken: vscode.l10n.t('in the way: a file is there'),
    deleted: vscode.l10n.t('you deleted it'),
    remove: vscode.l10n.t('no longer needed: is deleted'),
    leave: vscode.l10n.t('no longer needed, but yours: stays'),
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
