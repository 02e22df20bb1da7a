import * as vscode from 'vscode';
import type { Write } from '../../core/scaffold/changes';
import { binary } from '../../core/scaffold/folder';
import { runCommand } from '../ui/commands';
import { exists } from '../ui/files';
import { choicesOf, type Plan, type PlanSession, undecided, writesOf } from './plan-session';
import { describePlan } from './plan-view';
import { fileIn, writeFolder } from './project-folder';

interface Row extends vscode.QuickPickItem {
  readonly act?: 'write' | 'look' | 'change' | 'discard';
}

/** Asks what to do with the plan; the tree beside it shows every file. */
export async function offerPlan(session: PlanSession): Promise<void> {
  const { plan } = session;
  if (!plan) return;
  const open = undecided(plan).length;
  const writes = writesOf(plan).length;
  const look: Row = {
    label: vscode.l10n.t('$(list-tree) Look at the files first'),
    detail: vscode.l10n.t('They are in the side bar: each shows its content, and which choice it comes from'),
    act: 'look',
  };
  const write: Row = {
    label: vscode.l10n.t('$(check) Write {0} files', String(writes)),
    detail: whereTo(plan),
    act: 'write',
  };
  const rest: Row[] = [
    { label: vscode.l10n.t('$(edit) Change a choice…'), act: 'change' },
    { label: vscode.l10n.t('$(close) Discard the plan'), act: 'discard' },
  ];
  const first = writes === 0 ? [look] : open > 0 ? [look, write] : [write, look];
  const picked = await vscode.window.showQuickPick([...first, ...rest], {
    title: vscode.l10n.t('{0}: Plan', plan.project.request.name),
    placeHolder: describePlan(plan),
    ignoreFocusOut: true,
  });
  switch (picked?.act) {
    case 'write':
      return writePlan(session);
    case 'change':
      return runCommand('serverlessAdvisor.changePlan');
    case 'look':
      return;
    default:
      // Nothing is left of a plan that someone walks away from.
      session.close();
  }
}

/** Writes the plan, all of it or nothing, and offers what comes next. */
export async function writePlan(session: PlanSession): Promise<void> {
  const { plan } = session;
  if (!plan) return;
  if (!(await isTrusted())) return;
  const open = undecided(plan);
  if (open.length > 0 && !(await wantsToKeep(open.map(({ path }) => path)))) return;
  const writes = writesOf(plan);
  const failed = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Writing {0} files…', String(writes.length)),
    },
    () => writeFolder(plan.root, writes),
  );
  if (failed) {
    // What is in the folder now is what the next look must show.
    await session.prepare(plan.catalogue, plan.root, plan.project.request);
    throw new Error(failed.problem);
  }
  session.close();
  await offerNext(plan, writes);
}

async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const trust = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t(
    'Nothing was written: this window is in Restricted Mode. The plan stays open; trust the workspace and write it then.',
  );
  if ((await vscode.window.showWarningMessage(message, trust)) === trust)
    await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

async function wantsToKeep(paths: readonly string[]): Promise<boolean> {
  const goOn = vscode.l10n.t('Keep Them and Write the Rest');
  const message = vscode.l10n.t('{0} files in the way are kept as they are.', String(paths.length));
  const shown = paths.slice(0, 8).join('\n');
  const detail = paths.length > 8 ? `${shown}\n…` : shown;
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, goOn)) === goOn;
}

async function offerNext(plan: Plan, writes: readonly Write[]): Promise<void> {
  const { root } = plan;
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(root) !== undefined;
  const readme = fileIn(root, 'README.md');
  if (isInWorkspace && (await exists(readme))) await vscode.commands.executeCommand('markdown.showPreview', readme);
  const undo = vscode.l10n.t('Undo');
  const openFolder = vscode.l10n.t('Open Folder');
  const canUndo = writes.every(({ before }) => before !== binary);
  const actions = [...(isInWorkspace ? [] : [openFolder]), ...(canUndo ? [undo] : [])];
  const message = vscode.l10n.t(
    '{0} files written to {1}.',
    String(writes.length),
    vscode.workspace.asRelativePath(root),
  );
  // Whoever called must not wait until someone has read this.
  void vscode.window.showInformationMessage(message, ...actions).then(async action => {
    if (action === openFolder) await vscode.commands.executeCommand('vscode.openFolder', root);
    if (action === undo) await undoWrites(root, writes);
  });
}

/** Brings back what was there before, unless someone has worked on it since. */
async function undoWrites(root: vscode.Uri, writes: readonly Write[]): Promise<void> {
  const back = writes.map(({ path, text, before }) => ({
    path,
    text: typeof before === 'string' ? before : undefined,
    before: text,
  }));
  const failed = await writeFolder(root, back);
  if (failed) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was undone. {0}', failed.problem));
    return;
  }
  await removeEmptyFolders(root, back);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Everything is as it was before'), 4000);
}

async function removeEmptyFolders(root: vscode.Uri, writes: readonly Write[]): Promise<void> {
  const folders = new Set(['']);
  for (const { path, text } of writes)
    if (text === undefined)
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
        folders.add(path.slice(0, end));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    const uri = folder === '' ? root : fileIn(root, folder);
    const isWorkspaceFolder = vscode.workspace.workspaceFolders?.some(known => known.uri.toString() === uri.toString());
    if (isWorkspaceFolder || !(await exists(uri))) continue;
    if ((await vscode.workspace.fs.readDirectory(uri)).length === 0) await vscode.workspace.fs.delete(uri);
  }
}

function whereTo(plan: Plan): string {
  const where = vscode.workspace.asRelativePath(plan.root);
  const { trigger } = choicesOf(plan);
  const count = Array.isArray(trigger) ? trigger.length : 0;
  return count === 1
    ? vscode.l10n.t('To {0}: one function with everything around it, as one step that can be undone', where)
    : vscode.l10n.t(
        'To {0}: {1} functions with everything around them, as one step that can be undone',
        where,
        String(count),
      );
}
