import * as vscode from 'vscode';
import { type Assessment, assessmentEnding } from '../../core/assessment';
import { type Parsed, parseAssessment } from '../../core/assessment-parser';
import type { Knowledge } from '../../core/knowledge';
import { logFailure } from './log';

/** Where assessments are looked for, and how many are listed at most. */
export const assessmentGlob = `**/*${assessmentEnding}`;
const mostFiles = 500;

/** The assessment files of the workspace, by path. */
export async function findAssessments(): Promise<vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(assessmentGlob, '**/node_modules/**', mostFiles);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a file holds an assessment, by its name. */
export function isAssessment(file: vscode.Uri): boolean {
  return file.path.endsWith(assessmentEnding);
}

/** The file that the active editor shows, as report, as text or on the right of a diff, if it is an assessment. */
export function activeAssessment(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const file =
    input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText
      ? input.uri
      : input instanceof vscode.TabInputTextDiff
        ? input.modified
        : undefined;
  return file && isAssessment(file) ? file : undefined;
}

/** The assessment that a file holds now, unsaved changes included; nothing when it is damaged. */
export async function readAssessment(knowledge: Knowledge, file: vscode.Uri): Promise<Assessment | undefined> {
  const parsed = await parseFile(knowledge, file);
  return 'assessment' in parsed ? parsed.assessment : undefined;
}

/** What an editor shows of a file, else what is on disk, parsed. A file that cannot be opened has that as its problem. */
export async function parseFile(knowledge: Knowledge, file: vscode.Uri): Promise<Parsed> {
  try {
    return parseAssessment(knowledge, await readText(file));
  } catch (error) {
    logFailure('An assessment could not be opened', error, file);
    const message = vscode.l10n.t('The file cannot be opened.');
    return { problems: [{ message, offset: 0, length: 0, line: 1, column: 1 }] };
  }
}

async function readText(file: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.getText() ?? vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { uri: file });
}
