import * as vscode from 'vscode';
import { inert, joined, lines, type Words, words } from '../../core/language/inert';
import { isConflict, type Write } from '../../core/scaffold/changes';
import { binary } from '../../core/scaffold/folder';
import { mostNamed } from '../../core/scaffold/path';
import { runCommand } from '../ui/commands';
import { exists } from '../ui/files';
import { logFailure } from '../ui/log';
import { confirm, showError, showInformation, showProgress, showStatus, showWarning } from '../ui/messages';
import { type Button, createList, type Row } from '../ui/prompts';
import { removeEmpty } from './containment';
import { fileIn, placeName } from './place';
import { openPlanned } from './plan-documents';
import { type Plan, type PlanSession, undecided, writesOf } from './plan-session';
import { revealPlan, sumUp } from './plan-view';
import { writeFolder } from './project-writing';

type Act = 'write' | 'decide' | 'look' | 'change' | 'discard';

interface ActRow extends Row {
  readonly act: Act;
}

/** Asks what to do with the plan; the tree beside it shows every file. */
export async function offerPlan(session: PlanSession): Promise<void> {
  const { plan } = session;
  if (!plan) return;
  switch (await askWhatNext(session)) {
    case 'write':
      return writePlan(session);
    case 'decide':
      await decide(session);
      return offerPlan(session);
    case 'change':
      return runCommand('serverlessAdvisor.changePlan');
    case 'look':
      session.lookAt();
      return revealPlan();
    case 'discard':
      return session.close();
    default:
      // Nothing is left of a plan that someone walks away from; one that they look at stays in the side bar.
      if (!session.plan?.isLookedAt) session.close();
  }
}

async function askWhatNext(session: PlanSession): Promise<Act | undefined> {
  const pick = createList<ActRow>();
  pick.ignoreFocusOut = true;
  const show = (): void => {
    const { plan } = session;
    // Written, discarded or taken up in the side bar while this was asked.
    if (!plan || (plan.isLookedAt && !wasLookedAt)) {
      pick.hide();
      return;
    }
    pick.title = words(vscode.l10n.t('{0}: Plan'), plan.project.request.name);
    pick.placeholder = words(vscode.l10n.t('{0} Nothing is written yet.'), sumUp(plan));
    pick.items = rowsFor(plan);
  };
  const wasLookedAt = session.plan?.isLookedAt ?? false;
  show();
  const following = session.onDidChange(show);
  const act = await new Promise<Act | undefined>(resolve => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.act));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  following.dispose();
  pick.dispose();
  return act;
}

function rowsFor(plan: Plan): ActRow[] {
  const inTheWay = plan.project.changes.filter(isConflict).length;
  const writes = writesOf(plan);
  const look: ActRow = {
    label: words(vscode.l10n.t('$(list-tree) Look at the files first')),
    detail: words(vscode.l10n.t('In the side bar: each shows its content, and which choice it comes from')),
    act: 'look',
  };
  const write: ActRow = {
    label: words('$(check) {0}', offerOf(writes)),
    detail: words(vscode.l10n.t('To {0}, all or none, as one step that can be undone'), placeName(plan.root)),
    act: 'write',
  };
  const decide: ActRow = {
    label:
      inTheWay === 1
        ? words(vscode.l10n.t('$(warning) Decide about 1 file in the way…'))
        : words(vscode.l10n.t('$(warning) Decide about {0} files in the way…'), inTheWay),
    detail: words(vscode.l10n.t('Keep or replace each one; until then it is kept')),
    act: 'decide',
  };
  return [
    ...(undecided(plan).length > 0 ? [decide] : []),
    ...(writes.length > 0 ? [write] : []),
    look,
    ...(inTheWay > 0 && undecided(plan).length === 0 ? [decide] : []),
    { label: words(vscode.l10n.t('$(edit) Change a choice…')), act: 'change' },
    { label: words(vscode.l10n.t('$(close) Discard the plan')), act: 'discard' },
  ];
}

/** "Write 3 files, delete 2": what is deleted is never counted as written. */
function offerOf(writes: readonly Write[]): Words {
  const deleted = writes.filter(isDeletion).length;
  const written = writes.length - deleted;
  if (deleted === 0)
    return written === 1 ? words(vscode.l10n.t('Write 1 file')) : words(vscode.l10n.t('Write {0} files'), written);
  return written === 1
    ? words(vscode.l10n.t('Write 1 file, delete {0}'), deleted)
    : words(vscode.l10n.t('Write {0} files, delete {1}'), written, deleted);
}

function isDeletion({ text }: Write): boolean {
  return text === undefined;
}

interface FileRow extends Row {
  readonly path: string;
}

/** Lets someone tick the files in the way that the plan's are written over; the others are kept. */
async function decide(session: PlanSession): Promise<void> {
  const { plan } = session;
  if (!plan) return;
  const compare: Button = {
    iconPath: new vscode.ThemeIcon('diff'),
    tooltip: words(vscode.l10n.t('Compare')),
  };
  const pick = createList<FileRow>();
  pick.title = words(vscode.l10n.t('{0}: Files in the way'), plan.project.request.name);
  pick.placeholder = words(vscode.l10n.t('Tick what is replaced. What is not ticked is kept as it is.'));
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = plan.project.changes.filter(isConflict).map(({ path, kind }) => ({
    label: inert(path),
    detail:
      kind === 'edited'
        ? words(vscode.l10n.t('You changed the same lines; kept, it can be merged by hand from the side bar'))
        : kind === 'deleted'
          ? words(vscode.l10n.t('You deleted it; replaced, it is there again'))
          : kind === 'older'
            ? words(
                vscode.l10n.t('Another version generated it, and nobody has changed it since as far as its hash tells'),
              )
            : words(vscode.l10n.t('It was there before')),
    buttons: [compare],
    path,
  }));
  pick.selectedItems = pick.items.filter(({ path }) => plan.resolutions.get(path) === 'replace');
  const replaced = await new Promise<readonly FileRow[] | undefined>(resolve => {
    pick.onDidTriggerItemButton(({ item }) => openPlanned(plan, item.path));
    pick.onDidAccept(() => resolve(pick.selectedItems));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  if (!replaced) return;
  const paths = new Set(replaced.map(({ path }) => path));
  session.resolve([...paths], 'replace');
  session.resolve(
    pick.items.flatMap(({ path }) => (paths.has(path) ? [] : [path])),
    'keep',
  );
}

/** Writes the plan, all of it or nothing, and offers what comes next. */
export async function writePlan(session: PlanSession): Promise<void> {
  const { plan } = session;
  if (!plan) return;
  if (!(await isTrusted(session))) return;
  const open = undecided(plan);
  if (open.length > 0 && !(await wantsToKeep(open.map(({ path }) => path)))) return session.lookAt();
  const writes = writesOf(plan);
  const written = await showProgress(words(vscode.l10n.t('Writing the project…')), () =>
    writeFolder(plan.root, writes),
  );
  if ('made' in written) {
    session.close();
    if (written.left !== undefined) void showWarning(inert(written.left));
    return offerNext(plan, writes, written.made);
  }
  if ('halfWritten' in written) {
    session.close();
    void showError(inert(written.halfWritten));
    return;
  }
  // What is in the folder now is what the next look must show.
  session.lookAt();
  const problem = await replan(session, plan);
  const show = words(vscode.l10n.t('Show Plan'));
  const message =
    'takenOver' in written
      ? inert(written.takenOver)
      : 'changed' in written && problem === undefined
        ? words(
            vscode.l10n.t(
              'Nothing was written: {0} has changed since the plan was made. The plan is made anew; look at it again.',
            ),
            written.changed,
          )
        : words(vscode.l10n.t('Nothing was written. {0}'), 'problem' in written ? written.problem : (problem ?? ''));
  void showWarning(message, show).then(async action => {
    if (action !== show || !session.plan) return;
    await revealPlan();
    await offerPlan(session);
  });
}

/** Makes the plan anew. Gives why that cannot be done, as a sentence; the old plan stays open then. */
async function replan(session: PlanSession, { catalogue, root, project }: Plan): Promise<string | undefined> {
  try {
    return await session.prepare(catalogue, root, project.request);
  } catch (error) {
    logFailure('A plan could not be made anew', error, root);
    return error instanceof Error ? error.message : String(error);
  }
}

async function isTrusted(session: PlanSession): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  session.lookAt();
  const trust = words(vscode.l10n.t('Manage Workspace Trust'));
  const message = words(
    vscode.l10n.t(
      'Nothing was written: this window is in Restricted Mode. The plan stays open; trust the workspace and write it then.',
    ),
  );
  void showWarning(message, trust).then(async action => {
    if (action === trust) await vscode.commands.executeCommand('workbench.trust.manage');
  });
  return false;
}

function wantsToKeep(paths: readonly string[]): Promise<boolean> {
  const message =
    paths.length === 1
      ? words(vscode.l10n.t('1 file is in the way. It is kept as it is.'))
      : words(vscode.l10n.t('{0} files are in the way. They are kept as they are.'), paths.length);
  const shown = paths.slice(0, 8).map(inert);
  const detail = lines(paths.length > 8 ? [...shown, inert('…')] : shown);
  return confirm(message, detail, words(vscode.l10n.t('Write the Rest')));
}

async function offerNext(plan: Plan, writes: readonly Write[], made: readonly vscode.Uri[]): Promise<void> {
  const { root } = plan;
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(root) !== undefined;
  const readme = fileIn(root, 'README.md');
  // Whoever adds to a project knows it; whoever has a new one begins there.
  const isNew = plan.project.previous === undefined;
  if (isNew && isInWorkspace && (await exists(readme)))
    await vscode.commands.executeCommand('markdown.showPreview', readme);
  const undo = words(vscode.l10n.t('Undo'));
  const openFolder = words(vscode.l10n.t('Open Folder'));
  const canUndo = writes.every(({ before }) => before !== binary);
  const actions = [...(isInWorkspace ? [] : [openFolder]), ...(canUndo ? [undo] : [])];
  const message = doneMessage(placeName(root), writes);
  // Whoever called must not wait until someone has read this.
  void showInformation(message, ...actions).then(async action => {
    if (action === openFolder) await vscode.commands.executeCommand('vscode.openFolder', root);
    if (action === undo) await undoWrites(root, writes, made);
  });
}

/** "3 files written to orders, 2 deleted: a, b." */
function doneMessage(place: string, writes: readonly Write[]): Words {
  const deleted = writes.filter(isDeletion).map(({ path }) => inert(path));
  const written = writes.length - deleted.length;
  if (deleted.length === 0)
    return written === 1
      ? words(vscode.l10n.t('1 file written to {0}.'), place)
      : words(vscode.l10n.t('{0} files written to {1}.'), written, place);
  const named = joined(', ', deleted.slice(0, mostNamed));
  const list = deleted.length > mostNamed ? words('{0}, …', named) : named;
  return written === 1
    ? words(vscode.l10n.t('1 file written to {0}, {1} deleted: {2}.'), place, deleted.length, list)
    : words(vscode.l10n.t('{0} files written to {1}, {2} deleted: {3}.'), written, place, deleted.length, list);
}

/** Brings back what was there before, unless someone has worked on it since. */
async function undoWrites(root: vscode.Uri, writes: readonly Write[], made: readonly vscode.Uri[]): Promise<void> {
  const back = writes.map(({ path, text, before }) => ({
    path,
    text: typeof before === 'string' ? before : undefined,
    before: text,
  }));
  const undone = await writeFolder(root, back);
  if ('made' in undone) {
    await removeEmpty(root, made);
    if (undone.left !== undefined) void showWarning(inert(undone.left));
    showStatus(words(vscode.l10n.t('Everything is as it was before')), 4000);
    return;
  }
  if ('halfWritten' in undone || 'takenOver' in undone) {
    void showError(inert('halfWritten' in undone ? undone.halfWritten : undone.takenOver));
    return;
  }
  const reason =
    'changed' in undone
      ? words(vscode.l10n.t('{0} has changed since it was written, and nothing of that shall be lost.'), undone.changed)
      : undone.problem;
  void showError(words(vscode.l10n.t('Nothing was undone. {0}'), reason));
}
