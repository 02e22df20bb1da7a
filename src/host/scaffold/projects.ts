import * as vscode from 'vscode';
import { words } from '../../core/language/inert';
import { manifestPath } from '../../core/scaffold/manifest';
import { pickRow } from '../ui/prompts';
import { placeName } from './place';

/** The folders of the workspace that hold a generated project. What was interrupted in them is finished or taken back first. */
export async function findProjects(): Promise<vscode.Uri[]> {
  await (await import('./interrupted-writes')).recoverWorkspace();
  const files = await vscode.workspace.findFiles(`**/${manifestPath}`, '**/node_modules/**', 50);
  return files.map(file => vscode.Uri.joinPath(file, '..')).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The project that a workspace holds, when someone asks to add to one without saying to which. */
export async function findProject(): Promise<vscode.Uri | undefined> {
  const projects = await findProjects();
  if (projects.length === 0)
    throw new Error(vscode.l10n.t('No project in this workspace was made by Serverless Advisor.'));
  if (projects.length === 1) return projects[0];
  const picked = await pickRow(
    projects.map(uri => ({ label: words('$(folder) {0}', placeName(uri)), uri })),
    { placeHolder: words(vscode.l10n.t('Which project do you want to add to?')), ignoreFocusOut: true },
  );
  return picked?.uri;
}

/** With projects in the workspace, whether to add to one of them; nothing means a new one. */
export async function chooseProject(): Promise<vscode.Uri | 'stop' | undefined> {
  const projects = await findProjects();
  if (projects.length === 0) return undefined;
  const fresh = { label: words(vscode.l10n.t('$(add) New project…')), uri: undefined };
  const kind = vscode.QuickPickItemKind.Separator;
  const separator = { label: words(vscode.l10n.t('Add to')), kind, uri: undefined };
  const rows = projects.map(uri => ({ label: words('$(folder) {0}', placeName(uri)), uri }));
  const picked = await pickRow([fresh, separator, ...rows], {
    title: words(vscode.l10n.t('Scaffold a function project')),
    placeHolder: words(vscode.l10n.t('A new project, or more for one that is here?')),
    ignoreFocusOut: true,
  });
  return picked ? picked.uri : 'stop';
}
