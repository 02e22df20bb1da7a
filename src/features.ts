import type * as vscode from 'vscode';
import type { AssessmentFeature } from './host/assessment/registration';
import type { GuideFeature } from './host/guide/registration';
import type { ScaffoldFeature } from './host/scaffold/registration';
import { catalogueFile, guideFile, knowledgeFile } from './host/ui/content-file';
import { log } from './host/ui/log';

/** The features by how each is loaded. */
export interface Features {
  assessment(): Promise<AssessmentFeature>;
  scaffold(): Promise<ScaffoldFeature>;
  guide(): Promise<GuideFeature>;
}

/** What is behind the registrations. No feature is loaded by it, nor a file of the content that they share read, before it is used. */
export function openFeatures(context: vscode.ExtensionContext): Features {
  const knowledge = knowledgeFile(context.extensionUri);
  const catalogue = catalogueFile(context.extensionUri);
  const guide = guideFile(context.extensionUri);
  context.subscriptions.push(log);
  return {
    assessment: async () => (await import('./host/assessment/assessment')).assessmentFeature(context, knowledge, guide),
    scaffold: async () => (await import('./host/scaffold/scaffold')).scaffoldFeature(context, knowledge, catalogue),
    guide: async () => (await import('./host/guide/guide')).guideFeature(context, guide, knowledge),
  };
}
