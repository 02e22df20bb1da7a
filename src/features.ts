import * as vscode from 'vscode';
import { openAdvisor } from './core/advisor';
import type { AssessmentFeature } from './host/assessment/registration';
import type { GuideFeature } from './host/guide/registration';
import type { ScaffoldFeature } from './host/scaffold/registration';
import { localDay } from './host/ui/day';
import { speakLanguage } from './host/ui/language';
import { log } from './host/ui/log';

/** The features by how each is loaded. */
export interface Features {
  assessment(): Promise<AssessmentFeature>;
  scaffold(): Promise<ScaffoldFeature>;
  guide(): Promise<GuideFeature>;
}

/** What is behind the registrations. No feature is loaded by it, nor a file of the content that they share read, before it is used. */
export async function openFeatures(context: vscode.ExtensionContext): Promise<Features> {
  await speakLanguage(context.extensionUri);
  const advisor = openAdvisor({
    async readContent(file) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', file));
      return new TextDecoder().decode(bytes);
    },
    today: localDay,
  });
  context.subscriptions.push(log);
  return {
    assessment: async () => (await import('./host/assessment/assessment')).assessmentFeature(context, advisor),
    scaffold: async () => (await import('./host/scaffold/scaffold')).scaffoldFeature(context, advisor),
    guide: async () => (await import('./host/guide/guide')).guideFeature(context, advisor),
  };
}
