import * as vscode from 'vscode';
import { type Runner, registerCommands } from '../ui/commands';
import { type Documents, registerDocuments } from '../ui/documents';
import { createTree, rowsLater, type Tree, type TreeRows } from '../ui/tree';
import type { PlanNode } from './plan-paths';

const commands = [
  'serverlessAdvisor.scaffold',
  'serverlessAdvisor.addToProject',
  'serverlessAdvisor.changePlan',
  'serverlessAdvisor.writePlan',
  'serverlessAdvisor.guideForFile',
  'serverlessAdvisor.discardPlan',
  'serverlessAdvisor.openPlanned',
  'serverlessAdvisor.keepFile',
  'serverlessAdvisor.replaceFile',
  'serverlessAdvisor.mergeFile',
] as const;

/** What VS Code asks the projects for. */
export interface ScaffoldFeature {
  readonly run: Runner<(typeof commands)[number]>;
  /** The files of the open plan, for a tree that also says what writing them would come to. */
  planRows(tree: Tree<PlanNode>): TreeRows<PlanNode>;
  /** The texts of the open plan. */
  readonly planned: Documents;
  /** The texts that someone merges. */
  readonly merging: Documents;
  readonly tasks: ProjectTasks;
}

/** The tasks of the projects in the workspace. */
export interface ProjectTasks {
  provideTasks(): Promise<vscode.Task[]>;
  resolveTask(task: vscode.Task): Promise<vscode.Task | undefined>;
}

/** Texts of a plan are documents of their own, which only exist while it is open: `scheme:/folder/path?side`. */
export const planScheme = 'serverless-advisor-plan';
/** Texts that someone merges stay as they were when they began, whatever becomes of the plan. */
export const mergeScheme = 'serverless-advisor-merge';
export const taskType = 'serverless-advisor';

/** Tells VS Code what projects bring; their code is loaded when it asks for something of it. */
export function registerScaffold(load: () => Promise<ScaffoldFeature>): vscode.Disposable {
  // Before a restart of the extension host there may have been a plan.
  void vscode.commands.executeCommand('setContext', 'serverlessAdvisor.hasPlan', false);
  const plan: Tree<PlanNode> = createTree(
    'serverlessAdvisor.plan',
    rowsLater(async () => (await load()).planRows(plan)),
    true,
  );
  return vscode.Disposable.from(
    plan,
    registerCommands(commands, async () => (await load()).run),
    registerDocuments(planScheme, async () => (await load()).planned),
    registerDocuments(mergeScheme, async () => (await load()).merging),
    vscode.tasks.registerTaskProvider(taskType, {
      provideTasks: async () => (await load()).tasks.provideTasks(),
      resolveTask: async task => (await load()).tasks.resolveTask(task),
    }),
  );
}
