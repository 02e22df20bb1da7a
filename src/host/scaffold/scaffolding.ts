import * as vscode from 'vscode';
import { assessmentEnding } from '../../core/assessment';
import { parseAssessment } from '../../core/assessment-parser';
import { whatWouldChange } from '../../core/change';
import { printMarkdown } from '../../core/report';
import type { Catalogue } from '../../core/scaffold/catalogue';
import { type Choices, choicesFrom, type SuggestedChoice, suggestChoices } from '../../core/scaffold/choices';
import { manifestPath, readManifest } from '../../core/scaffold/manifest';
import { checkName, suggestName } from '../../core/scaffold/name';
import type { Decision } from '../../core/scaffold/parts';
import { assess } from '../../core/verdict';
import type { CatalogueFile, KnowledgeFile } from '../ui/content-file';
import { withoutIcons } from '../ui/labels';
import { askChoices, editChoices } from './choice-prompts';
import type { PlanSession } from './plan-session';
import { revealPlan } from './plan-view';
import { offerPlan } from './plan-writing';
import { readFolder } from './project-folder';

/** What the flows need from the extension. */
export interface Scaffolding {
  readonly knowledgeFile: KnowledgeFile;
  readonly catalogueFile: CatalogueFile;
  readonly session: PlanSession;
}

/** What an assessment brings along. */
interface Origin {
  readonly workload: string;
  readonly suggestions: readonly SuggestedChoice[];
  readonly decision: Decision;
}

/** From nothing, or from an assessment, to a plan that can be looked at and written. */
export async function startProject(scaffolding: Scaffolding, assessment: vscode.Uri | undefined): Promise<void> {
  const catalogue = await scaffolding.catalogueFile.load();
  const origin = assessment && (await readOrigin(scaffolding, catalogue, assessment));
  if (origin === undefined && assessment) return;
  const known = assessment ? undefined : await chooseProject();
  if (known === 'stop') return;
  if (known) return addToProject(scaffolding, known);
  let start = origin ? choicesFrom(catalogue, origin.suggestions) : {};
  let name = suggestName(origin?.workload ?? vscode.workspace.workspaceFolders?.[0]?.name ?? '') ?? 'orders';
  for (;;) {
    const named = await askName(name);
    if (named === undefined) return;
    name = named;
    const choices = await askChoices({ catalogue, name, suggestions: origin?.suggestions ?? [] }, start);
    if (choices === 'stop') return;
    if (choices === 'back') continue;
    const root = await askFolder(name);
    if (root === 'stop') return;
    if (root === 'back') {
      start = choices;
      continue;
    }
    return showPlan(scaffolding, catalogue, root, name, choices, origin?.decision);
  }
}

/** A project that is there: what to add or change, and the plan that comes of it. */
export async function addToProject(scaffolding: Scaffolding, root: vscode.Uri): Promise<void> {
  const catalogue = await scaffolding.catalogueFile.load();
  const remembered = await readManifest(catalogue, paths => readFolder(root, paths));
  if ('problem' in remembered) throw new Error(remembered.problem);
  const { manifest } = remembered;
  if (!manifest)
    throw new Error(
      vscode.l10n.t('{0} is not there, so it is not known what this project was made from.', manifestPath),
    );
  const asking = { catalogue, name: manifest.name, suggestions: [] };
  const choices = await editChoices(asking, manifest.choices, vscode.l10n.t('See the plan'));
  if (choices) await showPlan(scaffolding, catalogue, root, manifest.name, choices, undefined);
}

/** Other choices for the plan that is open. */
export async function changePlan(scaffolding: Scaffolding): Promise<void> {
  const { plan } = scaffolding.session;
  if (!plan) return;
  const { name, choices, decision } = plan.project.request;
  const asking = { catalogue: plan.catalogue, name, suggestions: [] };
  const changed = await editChoices(asking, choices, vscode.l10n.t('See the plan'));
  if (changed) await showPlan(scaffolding, plan.catalogue, plan.root, name, changed, decision);
}

/** The project that a workspace holds, when someone asks to add to one without saying to which. */
export async function findProject(): Promise<vscode.Uri | undefined> {
  const projects = await findProjects();
  if (projects.length === 0)
    throw new Error(vscode.l10n.t('No project in this workspace was made by Serverless Advisor.'));
  if (projects.length === 1) return projects[0];
  const picked = await vscode.window.showQuickPick(
    projects.map(uri => ({ label: `$(folder) ${withoutIcons(vscode.workspace.asRelativePath(uri))}`, uri })),
    { placeHolder: vscode.l10n.t('Which project do you want to add to?'), ignoreFocusOut: true },
  );
  return picked?.uri;
}

async function showPlan(
  scaffolding: Scaffolding,
  catalogue: Catalogue,
  root: vscode.Uri,
  name: string,
  choices: Choices,
  decision: Decision | undefined,
): Promise<void> {
  const request = { name, choices, ...(decision ? { decision } : {}) };
  const problem = await scaffolding.session.prepare(catalogue, root, request);
  if (problem !== undefined) throw new Error(problem);
  await revealPlan();
  await offerPlan(scaffolding.session);
}

async function readOrigin(
  { knowledgeFile }: Scaffolding,
  catalogue: Catalogue,
  file: vscode.Uri,
): Promise<Origin | undefined> {
  const knowledge = await knowledgeFile.load();
  const parsed = parseAssessment(knowledge, (await vscode.workspace.openTextDocument(file)).getText());
  if (!('assessment' in parsed)) {
    void vscode.window.showErrorMessage(parsed.problems[0].message);
    return undefined;
  }
  const { assessment } = parsed;
  const { answers, weights, workload } = assessment;
  const assessed = assess(knowledge, answers, weights);
  if (assessed.verdict.fit === 'poor-fit' && !(await wantsAnyway(assessed.verdict.because))) return undefined;
  const report = printMarkdown(knowledge, assessment, assessed, whatWouldChange(knowledge, answers, weights));
  return {
    workload,
    suggestions: suggestChoices(catalogue, knowledge, answers),
    decision: { workload, date: new Date().toISOString().slice(0, 10), report },
  };
}

/** The verdict speaks against it: someone may have a reason all the same, but shall have read it. */
async function wantsAnyway(because: string): Promise<boolean> {
  const goOn = vscode.l10n.t('Scaffold Anyway');
  const message = vscode.l10n.t('The assessment speaks against functions for this workload.');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail: because }, goOn)) === goOn;
}

/** With projects in the workspace, whether to add to one of them; nothing means a new one. */
async function chooseProject(): Promise<vscode.Uri | 'stop' | undefined> {
  const projects = await findProjects();
  if (projects.length === 0) return undefined;
  const fresh = { label: vscode.l10n.t('$(add) New project…'), uri: undefined };
  const separator = { label: vscode.l10n.t('Add to'), kind: vscode.QuickPickItemKind.Separator, uri: undefined };
  const rows = projects.map(uri => ({ label: `$(folder) ${withoutIcons(vscode.workspace.asRelativePath(uri))}`, uri }));
  const picked = await vscode.window.showQuickPick([fresh, separator, ...rows], {
    title: vscode.l10n.t('Scaffold a function project'),
    placeHolder: vscode.l10n.t('A new project, or more for one that is here?'),
    ignoreFocusOut: true,
  });
  return picked ? picked.uri : 'stop';
}

/** The folders of the workspace that hold a generated project. */
async function findProjects(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(`**/${manifestPath}`, '**/node_modules/**', 50);
  return files.map(file => vscode.Uri.joinPath(file, '..')).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function askName(value: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Scaffold a function project'),
    prompt: vscode.l10n.t('What is the project called? Its name begins the name of every resource.'),
    value,
    ignoreFocusOut: true,
    validateInput: text => checkName(text),
  });
}

interface FolderRow extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Where the project goes: below a folder of the workspace, into one, or somewhere else. */
async function askFolder(name: string): Promise<vscode.Uri | 'back' | 'stop'> {
  const rows: FolderRow[] = [];
  for (const { uri, name: folder } of vscode.workspace.workspaceFolders ?? []) {
    const inside: FolderRow = {
      label: `$(new-folder) ${folder}/${name}`,
      detail: vscode.l10n.t('A folder of its own'),
      uri: vscode.Uri.joinPath(uri, name),
    };
    const here: FolderRow = {
      label: `$(folder) ${withoutIcons(folder)}`,
      detail: vscode.l10n.t('Into this folder itself'),
      uri,
    };
    rows.push(...((await isAsGoodAsEmpty(uri)) ? [here, inside] : [inside, here]));
  }
  const elsewhere: FolderRow = {
    label: vscode.l10n.t('$(folder-opened) Another folder…'),
    detail: vscode.l10n.t('A folder named {0} is made in the one that you choose', name),
  };
  const pick = vscode.window.createQuickPick<FolderRow>();
  pick.title = vscode.l10n.t('{0}: Folder', name);
  pick.placeholder = vscode.l10n.t('Where shall the project be? Nothing is written before you have seen the plan.');
  pick.items = [...rows, elsewhere];
  pick.buttons = [vscode.QuickInputButtons.Back];
  pick.ignoreFocusOut = true;
  const picked = await new Promise<FolderRow | 'back' | 'stop'>(resolve => {
    pick.onDidTriggerButton(() => resolve('back'));
    pick.onDidAccept(() => pick.activeItems[0] && resolve(pick.activeItems[0]));
    pick.onDidHide(() => resolve('stop'));
    pick.show();
  });
  pick.dispose();
  if (typeof picked === 'string') return picked;
  if (picked.uri) return picked.uri;
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('In which folder shall the project be?'),
      openLabel: vscode.l10n.t('Choose'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return parent ? vscode.Uri.joinPath(parent, name) : 'stop';
}

/** A folder in which nothing would be beside the project but what belongs to it. */
async function isAsGoodAsEmpty(folder: vscode.Uri): Promise<boolean> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.every(([entry]) => entry === '.git' || entry.endsWith(assessmentEnding));
  } catch {
    return false;
  }
}

/** The project that a file of it belongs to, when it is its manifest. */
export function projectOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(file, '..');
}
