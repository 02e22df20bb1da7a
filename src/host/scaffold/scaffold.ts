import * as vscode from 'vscode';
import { manifestPath } from '../../core/scaffold/manifest';
import { registerCommand } from '../ui/commands';
import type { CatalogueFile, KnowledgeFile } from '../ui/content-file';
import { openMerge, openPlanned, registerPlanDocuments } from './plan-documents';
import { PlanSession } from './plan-session';
import { registerPlanView } from './plan-view';
import { registerProjectTasks } from './project-tasks';

/** From choices to a project: the commands, the plan in the side bar, and the tasks of projects that are there. */
export function registerScaffold(knowledgeFile: KnowledgeFile, catalogueFile: CatalogueFile): vscode.Disposable {
  const session = new PlanSession();
  const context = { knowledgeFile, catalogueFile, session };
  // What comes after a question is loaded by the question, not by activation.
  const scaffolding = () => import('./scaffolding');
  return vscode.Disposable.from(
    session,
    registerPlanView(session),
    registerPlanDocuments(session),
    registerProjectTasks(catalogueFile),
    registerCommand('serverlessAdvisor.scaffold', async (assessment, suggested) =>
      (await scaffolding()).startProject(context, assessment, suggested),
    ),
    registerCommand('serverlessAdvisor.addToProject', async file => {
      const [{ addToProject }, { findProject }] = await Promise.all([scaffolding(), import('./projects')]);
      const isManifest = file?.path.endsWith(`/${manifestPath}`);
      const root = file && isManifest ? vscode.Uri.joinPath(file, '..') : (file ?? (await findProject()));
      if (root) await addToProject(context, root);
    }),
    registerCommand('serverlessAdvisor.changePlan', async () => (await scaffolding()).changePlan(context)),
    registerCommand('serverlessAdvisor.writePlan', async () => (await import('./plan-writing')).writePlan(session)),
    registerCommand('serverlessAdvisor.guideForFile', async file =>
      (await import('./guide-for-file')).openGuideForFile(context, file),
    ),
    registerCommand('serverlessAdvisor.discardPlan', async () => session.close()),
    registerCommand('serverlessAdvisor.openPlanned', async node => {
      if (session.plan && node) await openPlanned(session.plan, node.path);
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
      session.lookAt();
      session.resolve([node.path], 'keep');
      if (session.plan) await openMerge(session.plan, node.path);
    }),
  );
}
