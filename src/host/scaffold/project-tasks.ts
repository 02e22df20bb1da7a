import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { inert, joined, type Words, words } from '../../core/language/inert';
import type { Catalogue } from '../../core/scaffold/catalogue';
import { readManifest } from '../../core/scaffold/manifest';
import { projectCommands } from '../../core/scaffold/parts';
import { mostNamed } from '../../core/scaffold/path';
import { logFailure } from '../ui/log';
import { showWarning } from '../ui/messages';
import { createTask } from '../ui/task';
import { placeName } from './place';
import { readFolder } from './project-folder';
import { findProjects } from './projects';
import { type ProjectTasks, taskType } from './registration';

/**
 * Tasks of the projects below the workspace: VS Code reads the `.vscode/tasks.json` of a project only where the project is a
 * folder of the workspace itself, and there these tasks would stand twice.
 */
export function projectTasks(advisor: Advisor): ProjectTasks {
  return {
    async provideTasks() {
      const catalogue = await advisor.catalogue();
      const projects = await findProjects();
      const tasks = await Promise.all(projects.map(project => tasksOrNone(catalogue, project)));
      tellMissing();
      return tasks.flat();
    },
    async resolveTask(task) {
      const { project, command } = task.definition;
      const folder = folderOf(task.scope);
      if (!folder || typeof project !== 'string' || typeof command !== 'string') return undefined;
      const tasks = await tasksOrNone(
        await advisor.catalogue(),
        vscode.Uri.joinPath(folder.uri, ...project.split('/')),
      );
      const found = tasks.find(({ definition }) => definition.command === command);
      if (!found?.execution) return undefined;
      return createTask(task.definition, folder, { name: inert(task.name) }, found.execution);
    },
  };
}

/** One project that cannot be read must not take the tasks of the others away. */
async function tasksOrNone(catalogue: Catalogue, root: vscode.Uri): Promise<vscode.Task[]> {
  const key = root.toString();
  try {
    const tasks = await tasksOf(catalogue, root);
    if (!Array.isArray(tasks)) {
      if (missing.get(key)?.problem !== tasks.problem)
        missing.set(key, { root, problem: tasks.problem, isTold: false });
      return [];
    }
    missing.delete(key);
    return tasks;
  } catch (error) {
    logFailure('The tasks of a project', error, root);
    return [];
  }
}

/** The projects whose tasks are missing, and why. */
const missing = new Map<string, { readonly root: vscode.Uri; readonly problem: string; isTold: boolean }>();

/** Says which tasks are missing, once, and all of them together: VS Code asks for tasks again and again. */
function tellMissing(): void {
  const untold = [...missing.values()].filter(({ isTold }) => !isTold);
  const [first] = untold;
  if (!first) return;
  for (const one of untold) one.isTold = true;
  const places = joined(
    ', ',
    untold.slice(0, mostNamed).map(({ root }) => inert(placeName(root))),
  );
  void showWarning(
    untold.length === 1
      ? words(vscode.l10n.t('The tasks of {0} are missing. {1}'), places, first.problem)
      : words(
          vscode.l10n.t('The tasks of {0} projects are missing, since what they are made from cannot be read: {1}.'),
          untold.length,
          untold.length > mostNamed ? words('{0}, …', places) : places,
        ),
  );
}

/** The tasks of a project, or why there are none, as a sentence. */
async function tasksOf(catalogue: Catalogue, root: vscode.Uri): Promise<vscode.Task[] | { readonly problem: string }> {
  const folder = vscode.workspace.getWorkspaceFolder(root);
  // A terminal needs a folder on a disk.
  if (folder?.uri.scheme !== 'file' || folder.uri.toString() === root.toString()) return [];
  const remembered = await readManifest(catalogue, paths => readFolder(root, paths));
  if ('problem' in remembered) return remembered;
  if (!remembered.manifest) return [];
  const project = root.path.slice(folder.uri.path.length).replace(/^\//, '');
  return projectCommands(catalogue, remembered.manifest).map(({ id, line }) => {
    const definition = { type: taskType, project, command: id };
    const execution = new vscode.ShellExecution(line, { cwd: root.fsPath });
    const name = words(vscode.l10n.t('{0} ({1})'), titleOf(id), project);
    const task = createTask(definition, folder, { name, detail: inert(line) }, execution);
    if (id === 'test') task.group = vscode.TaskGroup.Test;
    if (id === 'build') task.group = vscode.TaskGroup.Build;
    if (id === 'local') task.isBackground = true;
    return task;
  });
}

function titleOf(command: string): Words {
  const titles: Readonly<Record<string, Words>> = {
    install: words(vscode.l10n.t('Install')),
    check: words(vscode.l10n.t('Check')),
    test: words(vscode.l10n.t('Test')),
    integration: words(vscode.l10n.t('Test integration')),
    build: words(vscode.l10n.t('Build')),
    local: words(vscode.l10n.t('Run locally')),
    validate: words(vscode.l10n.t('Validate infrastructure')),
    'deploy-dev': words(vscode.l10n.t('Deploy to dev')),
  };
  return titles[command] ?? inert(command);
}

function folderOf(scope: vscode.Task['scope']): vscode.WorkspaceFolder | undefined {
  return typeof scope === 'object' ? scope : undefined;
}
