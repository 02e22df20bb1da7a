import * as vscode from 'vscode';
import { inert, joined, type Words, words } from '../../core/language/inert';
import { type Change, type ChangeKind, isConflict, type Resolution } from '../../core/scaffold/changes';
import { binary } from '../../core/scaffold/folder';
import { manifestPath } from '../../core/scaffold/manifest';
import { choicesBehind } from '../../core/scaffold/parts';
import {
  createTreeRow,
  type Paragraph,
  type Tooltip,
  type Tree,
  type TreeRow,
  type TreeRows,
  tooltipOf,
} from '../ui/tree';
import { childrenOf, type PlanNode } from './plan-paths';
import { changesOf, choicesOf, type Plan, type PlanSession, undecided, writesOf } from './plan-session';

/** The rows of the open plan, for the tree in the side bar: every file, which choice it comes from, and what would become of it. */
export function openPlanRows(session: PlanSession, view: Tree<PlanNode>): TreeRows<PlanNode> {
  const changed = new vscode.EventEmitter<void>();
  const rows: TreeRows<PlanNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (parent?: PlanNode) => {
      // Whoever opens the side bar turns to projects: what was interrupted in them is finished first.
      if (!parent) void import('./interrupted-writes').then(({ recoverWorkspace }) => recoverWorkspace());
      return nodesOf(session.plan, parent);
    },
    getTreeItem: (node: PlanNode) => (session.plan ? itemOf(session.plan, node) : createTreeRow(inert(''))),
  };
  const sayWhatIsPlanned = (): void => {
    view.message = session.plan ? describePlan(session.plan) : inert('');
    view.description = inert(session.plan?.project.request.name ?? '');
  };
  // There may be a plan before anyone has looked at the tree.
  if (session.plan) sayWhatIsPlanned();
  let drawn = drawingOf(session.plan);
  session.onDidChange(() => {
    sayWhatIsPlanned();
    // While VS Code asks for rows anew, a button of one does nothing: they are given anew only where something on them is another.
    const drawing = drawingOf(session.plan);
    if (drawing === drawn) return;
    drawn = drawing;
    changed.fire();
  });
  return rows;
}

/** All that the rows of a plan are drawn from, as one text. */
function drawingOf(plan: Plan | undefined): string {
  if (!plan) return '';
  const rows = changesOf(plan).map(({ path, kind, base, current, planned }) => {
    const parts = planned?.from.map(({ id }) => id);
    return [path, kind, plan.resolutions.get(path), base === undefined, current === binary, parts];
  });
  return JSON.stringify([choicesOf(plan), rows]);
}

/** Shows the tree of the plan. */
export async function revealPlan(): Promise<void> {
  await vscode.commands.executeCommand('serverlessAdvisor.plan.focus');
}

/** What writing would come to, in a few words: "80 new files, 1 in the way." */
export function sumUp(plan: Plan): Words {
  if (writesOf(plan).length === 0) return words(vscode.l10n.t('Everything is as it should be already.'));
  const changes = changesOf(plan);
  const count = (...kinds: ChangeKind[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const decided = (resolution: Resolution): number =>
    changes.filter(change => isConflict(change) && plan.resolutions.get(change.path) === resolution).length;
  const counts: readonly [files: number, say: (files: number) => Words][] = [
    [count('create'), files => words(vscode.l10n.t('{0} new'), files)],
    [count('update', 'merge'), files => words(vscode.l10n.t('{0} updated'), files)],
    [decided('replace'), files => words(vscode.l10n.t('{0} replaced'), files)],
    [decided('keep'), files => words(vscode.l10n.t('{0} kept'), files)],
    [count('remove'), files => words(vscode.l10n.t('{0} deleted'), files)],
    [count('leave'), files => words(vscode.l10n.t('{0} no longer needed but kept'), files)],
    [undecided(plan).length, files => words(vscode.l10n.t('{0} in the way'), files)],
  ];
  const parts = counts.flatMap(([files, say]) => (files > 0 ? [say(files)] : []));
  return words(vscode.l10n.t('Files: {0}.'), joined(', ', parts));
}

/** What writing would come to, and what is not shown, in a few sentences. */
function describePlan(plan: Plan): Words {
  const hidden = changesOf(plan).length - shownIn(plan).length;
  return joined(' ', [
    sumUp(plan),
    ...(hidden > 0 ? [words(vscode.l10n.t('{0} stay as they are and are not listed.'), hidden)] : []),
    words(vscode.l10n.t('Nothing is written yet.')),
    ...(undecided(plan).length > 0
      ? [words(vscode.l10n.t('What is in the way is kept unless you say otherwise.'))]
      : []),
    ...plan.project.notes.map(inert),
  ]);
}

/** When something is added to a project, what stays as it is would bury what does not. */
function shownIn(plan: Plan): readonly Change[] {
  const changes = changesOf(plan);
  const moving = changes.filter(({ kind }) => kind !== 'same');
  return moving.length > 0 ? moving : changes;
}

function nodesOf(plan: Plan | undefined, parent: PlanNode | undefined): PlanNode[] {
  if (!plan || parent?.kind === 'file') return [];
  return childrenOf(
    shownIn(plan).map(({ path }) => path),
    parent?.path ?? '',
  );
}

function itemOf(plan: Plan, node: PlanNode): TreeRow {
  const name = node.path.slice(node.path.lastIndexOf('/') + 1);
  const item = createTreeRow(inert(name));
  item.id = `${node.kind}:${node.path}`;
  if (node.kind === 'folder') {
    item.tooltip = inert(node.path);
    item.iconPath = vscode.ThemeIcon.Folder;
    item.resourceUri = vscode.Uri.from({ scheme: 'serverless-advisor-plan', path: `/${node.path}` });
    item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    return item;
  }
  const change = changesOf(plan).find(({ path }) => path === node.path);
  if (!change) return item;
  const resolution = plan.resolutions.get(node.path);
  const from = change.planned?.from ?? [];
  const choices = [...new Set(from.flatMap(part => choicesBehind(plan.catalogue, choicesOf(plan), part)))].map(inert);
  const standing = wordsFor(change, resolution);
  item.description = joined(
    ' · ',
    [standing, joined(', ', choices)].filter(text => text !== ''),
  );
  item.iconPath = iconOf(change, resolution);
  item.contextValue = isConflict(change) ? (change.kind === 'edited' ? 'conflict.edited' : 'conflict') : 'file';
  item.tooltip = explain(plan, change, standing);
  item.command = { command: 'serverlessAdvisor.openPlanned', title: vscode.l10n.t('Show'), arguments: [node] };
  item.accessibilityInformation = { label: words('{0}, {1}', node.path, item.description) };
  return item;
}

/** What would become of a file, and why each of the parts that it is made from is there. */
function explain({ catalogue, project }: Plan, { path, planned }: Change, standing: Words): Tooltip {
  const parts = (planned?.from ?? []).map((part): Paragraph => {
    const choices = choicesBehind(catalogue, project.request.choices, part).map(inert);
    const strong = choices.length > 0 ? words('{0} ({1})', part.title, joined(', ', choices)) : inert(part.title);
    return { strong, text: inert(part.because) };
  });
  return tooltipOf(
    standing === '' ? inert(path) : words('{0}: {1}', path, standing),
    ...(path === manifestPath
      ? [words(vscode.l10n.t('Remembers what the project was made from, so that parts can be added to it later.'))]
      : []),
    ...parts,
  );
}

function wordsFor({ kind, base, current }: Change, resolution: Resolution | undefined): Words {
  if (kind === 'older' && resolution === 'keep') return words(vscode.l10n.t('is kept'));
  if (kind === 'older' && resolution === 'replace') return words(vscode.l10n.t('is replaced'));
  if (kind === 'deleted' && resolution === 'keep') return words(vscode.l10n.t('stays deleted'));
  if (kind === 'deleted' && resolution === 'replace') return words(vscode.l10n.t('is written again'));
  if (kind === 'edited' && resolution === 'keep') return words(vscode.l10n.t('yours is kept'));
  if (kind === 'edited' && resolution === 'replace') return words(vscode.l10n.t('yours is replaced'));
  if (kind === 'taken' && resolution === 'keep') return words(vscode.l10n.t('is kept'));
  if (kind === 'taken' && resolution === 'replace') return words(vscode.l10n.t('is replaced'));
  const standings: Record<ChangeKind, Words> = {
    create: inert(''),
    same: words(vscode.l10n.t('as it is')),
    update: words(vscode.l10n.t('updated')),
    merge: words(vscode.l10n.t('updated, your changes kept')),
    edited:
      current === binary
        ? words(vscode.l10n.t('a link is there, or no text'))
        : base === undefined
          ? words(vscode.l10n.t('changed, and generated by another version'))
          : words(vscode.l10n.t('you changed the same lines')),
    older: words(vscode.l10n.t('generated by another version, as it says')),
    taken: words(vscode.l10n.t('in the way')),
    deleted: words(vscode.l10n.t('you deleted it')),
    remove: words(vscode.l10n.t('no longer needed: is deleted')),
    leave:
      base === undefined
        ? words(vscode.l10n.t('no longer needed, but not known as it was generated: stays'))
        : words(vscode.l10n.t('no longer needed, but changed by you: stays')),
  };
  return standings[kind];
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
    older: ['warning', undefined],
    taken: ['warning', undefined],
    deleted: ['warning', undefined],
  };
  const [icon, color] = icons[kind];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
