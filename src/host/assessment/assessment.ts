import type * as vscode from 'vscode';
import type { Advisor } from '../../core/advisor';
import { runnerOf } from '../ui/commands';
import { openAssessmentRows } from './assessments-view';
import { explanationCommands, explanationPages } from './explanation-pages';
import { questionnaireCommands } from './questionnaire';
import type { AssessmentFeature } from './registration';
import { reportCommands } from './report-commands';
import { reportEditor } from './report-editor';
import { isSchema, readSchema } from './schema-document';

/** Assessments: the questionnaire, the report, the list, and what explains them. */
export function assessmentFeature(context: vscode.ExtensionContext, advisor: Advisor): AssessmentFeature {
  const rows = openAssessmentRows(advisor);
  const explanations = explanationPages(advisor);
  context.subscriptions.push(rows);
  return {
    run: runnerOf({
      ...questionnaireCommands(advisor),
      ...reportCommands(advisor),
      ...explanationCommands,
    }),
    rows,
    documents: {
      textOf: uri => (isSchema(uri) ? readSchema(context.extensionUri) : explanations.textOf(uri)),
    },
    showReport: reportEditor(context, advisor),
  };
}
