import * as vscode from 'vscode';
import { manifestPath } from '../../core/scaffold/manifest';
import { registerCommand } from '../ui/commands';
import type { CatalogueFile, KnowledgeFile } from '../ui/content-file';
import { openMerge, openPlanned, registerPlanDocuments } from './plan-documents';
import { PlanSession } from './plan-session';
import { registerPlanView } from './plan-view';
import { writePlan } from './plan-writing';
import { registerProjectTasks } from './project-tasks';
import { addToProject, changePlan, findProject, projectOf, startProject } from './scaffolding';

/** From choices to a project: the commands, the plan in the side bar, and the tasks of projects that are there. */
export function registerScaffold(knowledgeFile: KnowledgeFile, catalogueFile: CatalogueFile): vscode.Disposable {
  const session = new PlanSession();
  const scaffolding = { knowledgeFile, catalogueFile, session };
  return vscode.Disposable.from(
    session,
    registerPlanView(session),
    registerPlanDocuments(session),
    registerProjectTasks(catalogueFile),
    registerCommand('serverlessAdvisor.scaffold', assessment => startProject(scaffolding, assessment)),
    registerCommand('serverlessAdvisor.addToProject', async file => {
      const root = file?.path.endsWith(`/${manifestPath}`) ? projectOf(file) : (file ?? (await findProject()));
      if (root) await addToProject(scaffolding, root);
    }),
    registerCommand('serverlessAdvisor.changePlan', () => changePlan(scaffolding)),
    registerCommand('serverlessAdvisor.writePlan', () => writePlan(session)),
    registerCommand('serverlessAdvisor.discardPlan', async () => session.close()),
    registerCommand('serverlessAdvisor.openPlanned', async path => {
      if (session.plan && path !== undefined) await openPlanned(session.plan, path);
    }),
    registerCommand('serverlessAdvisor.keepFile', async node => {
      if (node) session.resolve([node.path], 'keep');
    }),
    registerCommand('serverlessAdvisor.replaceFile', async node => {
      if (node) session.resolve([node.path], 'replace');
    }),
    registerCommand('serverlessAdvisor.mergeFile', async node => {
      if (!session.plan || !node) return;
      // What someone merges by hand is theirs: writing the plan leaves it alone.
      session.resolve([node.path], 'keep');
      if (session.plan) await openMerge(session.plan, node.path);
    }),
  );
}
