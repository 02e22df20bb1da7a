import type * as vscode from 'vscode';
import { runnerOf } from '../ui/commands';
import type { GuideFile, KnowledgeFile } from '../ui/content-file';
import { openAssessmentRows } from './assessments-view';
import { explanationCommands, explanationPages } from './explanation-pages';
import { questionnaireCommands } from './questionnaire';
import type { AssessmentFeature } from './registration';
import { reportCommands } from './report-commands';
import { reportEditor } from './report-editor';

/** Assessments: the questionnaire, the report, the list, and what explains them. */
export function assessmentFeature(
  context: vscode.ExtensionContext,
  knowledgeFile: KnowledgeFile,
  guideFile: GuideFile,
): AssessmentFeature {
  const rows = openAssessmentRows(knowledgeFile);
  context.subscriptions.push(rows);
  return {
    run: runnerOf({
      ...questionnaireCommands(knowledgeFile),
      ...reportCommands(knowledgeFile),
      ...explanationCommands(guideFile),
    }),
    rows,
    pages: explanationPages(context.extensionUri, knowledgeFile, guideFile),
    showReport: reportEditor(context, knowledgeFile),
  };
}
