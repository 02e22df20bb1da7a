import * as vscode from 'vscode';
import type { Words } from '../../core/language/inert';

/** What a task is called, in the list to choose from and on its terminal, and what is said of it there. */
export interface TaskWords {
  readonly name: Words;
  readonly detail?: Words;
}

/** A task of ours in a folder. */
export function createTask(
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
  { name, detail }: TaskWords,
  execution: NonNullable<vscode.Task['execution']>,
): vscode.Task {
  // Without a list of problem matchers, were it empty, VS Code would ask for one each time.
  const task = new vscode.Task(definition, folder, name, 'Serverless Advisor', execution, []);
  if (detail !== undefined) task.detail = detail;
  return task;
}
