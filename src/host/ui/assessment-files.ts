import * as vscode from 'vscode';
import { type Assessment, assessmentEnding } from '../../core/assessment/assessment';
import { largestAssessment, type Parsed, parseAssessment } from '../../core/assessment/assessment-parser';
import type { Knowledge } from '../../core/content/knowledge';
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
    const open = openDocument(file);
    return parseAssessment(knowledge, open ? textOf(open) : await readText(file));
  } catch (error) {
    logFailure('An assessment could not be opened', error, file);
    const message = vscode.l10n.t('The file cannot be opened.');
    return { problems: [{ message, offset: 0, length: 0, line: 1, column: 1 }] };
  }
}

/** The text of a document; nothing when it is too large to be read, for which nothing but its size is looked at. */
export function textOf(document: vscode.TextDocument): string | undefined {
  // Asked for the place of its end, a document measures each line; there can be millions, and each is a unit at least.
  if (document.lineCount > largestAssessment) return undefined;
  const { end } = document.lineAt(document.lineCount - 1).range;
  return document.offsetAt(end) > largestAssessment ? undefined : document.getText();
}

/** The document of a file that VS Code holds open, in whatever editor. */
export function openDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
}

/** Whether a file is too large to be read, as far as its size can be asked. */
export async function isTooLarge(file: vscode.Uri): Promise<boolean> {
  const open = openDocument(file);
  if (open) return textOf(open) === undefined;
  try {
    return (await vscode.workspace.fs.stat(file)).size > largestAssessment;
  } catch {
    return false;
  }
}

/**
 * Makes something of each file, one file after the other: a text can have megabytes, and what is parsed of it takes more.
 * What is made is copied, since any piece of a text keeps the whole text in memory; so it has to be plain data.
 */
export async function describeFiles<T>(
  files: readonly vscode.Uri[],
  describe: (file: vscode.Uri) => Promise<T>,
): Promise<(T & { readonly file: vscode.Uri })[]> {
  const described: (T & { readonly file: vscode.Uri })[] = [];
  for (const file of files) described.push({ ...structuredClone(await describe(file)), file });
  return described;
}

/** The text of a file on disk; nothing when it is too large to be read. */
export async function readText(file: vscode.Uri): Promise<string | undefined> {
  const { size, type } = await vscode.workspace.fs.stat(file);
  // A device or a pipe has no size that would say how much comes out of it.
  if ((type & vscode.FileType.File) === 0) throw vscode.FileSystemError.Unavailable(file);
  if (size > largestAssessment) return undefined;
  return vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { uri: file });
}
