import * as vscode from 'vscode';
import { manifestPath } from '../../core/scaffold/manifest';
import { withoutIcons } from '../ui/labels';
import { placeName } from './project-folder';

/** The folders of the workspace that hold a generated project. */
export async function findProjects(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(`**/${manifestPath}`, '**/node_modules/**', 50);
  return files.map(file => vscode.Uri.joinPath(file, '..')).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The project that a workspace holds, when someone asks to add to one without saying to which. */
export async function findProject(): Promise<vscode.Uri | undefined> {
  const projects = await findProjects();
  if (projects.length === 0)
    throw new Error(vscode.l10n.t('No project in this workspace was made by Serverless Advisor.'));
  if (projects.length === 1) return projects[0];
  const picked = await vscode.window.showQuickPick(
    projects.map(uri => ({ label: `$(folder) ${withoutIcons(placeName(uri))}`, uri })),
    { placeHolder: vscode.l10n.t('Which project do you want to add to?'), ignoreFocusOut: true },
  );
  return picked?.uri;
}

/** With projects in the workspace, whether to add to one of them; nothing means a new one. */
export async function chooseProject(): Promise<vscode.Uri | 'stop' | undefined> {
  const projects = await findProjects();
  if (projects.length === 0) return undefined;
  const fresh = { label: vscode.l10n.t('$(add) New project…'), uri: undefined };
  const separator = { label: vscode.l10n.t('Add to'), kind: vscode.QuickPickItemKind.Separator, uri: undefined };
  const rows = projects.map(uri => ({ label: `$(folder) ${withoutIcons(placeName(uri))}`, uri }));
  const picked = await vscode.window.showQuickPick([fresh, separator, ...rows], {
    title: vscode.l10n.t('Scaffold a function project'),
    placeHolder: vscode.l10n.t('A new project, or more for one that is here?'),
    ignoreFocusOut: true,
  });
  return picked ? picked.uri : 'stop';
}
