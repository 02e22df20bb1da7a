import * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { manifestPath } from '../../core/scaffold/manifest';
import { runnerOf } from '../ui/commands';
import { openMergeDocuments, openPlanDocuments, openPlanned } from './plan-documents';
import { PlanSession } from './plan-session';
import { openPlanRows } from './plan-view';
import { projectTasks } from './project-tasks';
import type { ScaffoldFeature } from './registration';

/** From choices to a project: the commands, the plan in the side bar, and the tasks of projects that are there. */
export function scaffoldFeature({ subscriptions }: vscode.ExtensionContext, advisor: Advisor): ScaffoldFeature {
  const session = new PlanSession();
  const context = { advisor, session };
  // What comes after a question is loaded by the question.
  const scaffolding = () => import('./scaffolding');
  const merging = openMergeDocuments();
  subscriptions.push(session, merging);
  return {
    planRows: tree => openPlanRows(session, tree),
    planned: openPlanDocuments(session),
    merging,
    tasks: projectTasks(advisor),
    run: runnerOf({
      'serverlessAdvisor.scaffold': async (assessment, suggested) =>
        (await scaffolding()).startProject(context, assessment, suggested),
      async 'serverlessAdvisor.addToProject'(file) {
        const [{ addToProject }, { findProject }] = await Promise.all([scaffolding(), import('./projects')]);
        const isManifest = file?.path.endsWith(`/${manifestPath}`);
        const root = file && isManifest ? vscode.Uri.joinPath(file, '..') : (file ?? (await findProject()));
        if (root) await addToProject(context, root);
      },
      'serverlessAdvisor.changePlan': async () => (await scaffolding()).changePlan(context),
      'serverlessAdvisor.writePlan': async () => (await import('./plan-writing')).writePlan(session),
      'serverlessAdvisor.guideForFile': async file =>
        (await import('./guide-for-file')).openGuideForFile(context, file),
      'serverlessAdvisor.discardPlan': async () => session.close(),
      async 'serverlessAdvisor.openPlanned'(node) {
        if (session.plan && node) await openPlanned(session.plan, node.path);
      },
      async 'serverlessAdvisor.keepFile'(node) {
        if (node) session.resolve([node.path], 'keep');
      },
      async 'serverlessAdvisor.replaceFile'(node) {
        if (node) session.resolve([node.path], 'replace');
      },
      async 'serverlessAdvisor.mergeFile'(node) {
        if (!session.plan || !node) return;
        // What someone merges by hand is theirs: writing the plan leaves it alone.
        session.lookAt();
        session.resolve([node.path], 'keep');
        if (session.plan) await merging.open(session.plan, node.path);
      },
    }),
  };
}
