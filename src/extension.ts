import type * as vscode from 'vscode';
import { registerAssessmentsView } from './host/assessment/assessments-view';
import { registerExplanationPages } from './host/assessment/explanation-pages';
import { registerQuestionnaire } from './host/assessment/questionnaire';
import { registerReportCommands } from './host/assessment/report-commands';
import { registerReportEditor } from './host/assessment/report-editor';
import { registerGuide } from './host/guide/guide';
import { registerScaffold } from './host/scaffold/scaffold';
import { catalogueFile, guideFile, knowledgeFile } from './host/ui/content-file';
import { log } from './host/ui/log';

/** Registers every feature and returns; nothing is read before it is used. */
export function activate(context: vscode.ExtensionContext): void {
  const knowledge = knowledgeFile(context.extensionUri);
  const catalogue = catalogueFile(context.extensionUri);
  const guide = guideFile(context.extensionUri);
  context.subscriptions.push(
    log,
    registerQuestionnaire(knowledge),
    registerReportEditor(context, knowledge),
    registerReportCommands(knowledge),
    registerAssessmentsView(knowledge),
    registerExplanationPages(context, knowledge, guide),
    registerScaffold(knowledge, catalogue),
    registerGuide(context, guide, knowledge),
  );
}
