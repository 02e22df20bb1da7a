import * as vscode from 'vscode';
import type { Words } from '../../core/inert';

/** A task of a folder, from us; `name` and `detail` stand in the list to choose from, and the name on its terminal. */
export interface TaskRow extends Omit<vscode.Task, 'name' | 'detail' | 'source'> {
  readonly name: Words;
  detail?: Words;
}

export function createTask(
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
  name: Words,
  execution: NonNullable<vscode.Task['execution']>,
): vscode.Task & TaskRow {
  // Without a list of problem matchers, were it empty, VS Code would ask for one each time.
  return new vscode.Task(definition, folder, name, 'Serverless Advisor', execution, []) as vscode.Task & TaskRow;
}
