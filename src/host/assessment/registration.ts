import * as vscode from 'vscode';
import { type Runner, registerCommands } from '../ui/commands';
import { type Documents, registerDocuments } from '../ui/documents';
import { fillLater } from '../ui/later';
import { createTree, rowsLater, type TreeRows } from '../ui/tree';

const commands = [
  'serverlessAdvisor.assess',
  'serverlessAdvisor.continue',
  'serverlessAdvisor.openReport',
  'serverlessAdvisor.openText',
  'serverlessAdvisor.copyReport',
  'serverlessAdvisor.explain',
] as const;

/** What VS Code asks the assessments for. */
export interface AssessmentFeature {
  readonly run: Runner<(typeof commands)[number]>;
  /** The list of the workspace's assessments. */
  readonly rows: TreeRows<vscode.Uri>;
  /** Explanations, and the schema of assessments. */
  readonly documents: Documents;
  showReport(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void>;
}

export const reportViewType = 'serverlessAdvisor.report';
export const documentScheme = 'serverless-advisor';

/** Tells VS Code what the assessments bring; their code is loaded when it asks for something of it. */
export function registerAssessment(load: () => Promise<AssessmentFeature>): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommands(commands, async () => (await load()).run),
    createTree(
      'serverlessAdvisor.assessments',
      rowsLater(async () => (await load()).rows),
      false,
    ),
    registerDocuments(documentScheme, async () => (await load()).documents),
    vscode.window.registerCustomEditorProvider(
      reportViewType,
      {
        resolveCustomTextEditor: (document, panel) =>
          fillLater(panel, load, ({ showReport }) => showReport(document, panel)),
      },
      { supportsMultipleEditorsPerDocument: true },
    ),
  );
}
