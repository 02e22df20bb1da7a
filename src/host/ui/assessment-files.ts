import * as vscode from 'vscode';
import { type Assessment, assessmentEnding } from '../../core/assessment/assessment';
import { type Damaged, largestAssessment, type Parsed, parseAssessment } from '../../core/assessment/assessment-parser';
import { fitTitle } from '../../core/assessment/report';
import type { Review } from '../../core/assessment/review';
import type { Knowledge } from '../../core/content/knowledge';
import { inert, words } from '../../core/language/inert';
import { logFailure } from './log';
import type { Row } from './prompts';

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

/** An assessment, or what is none, as a row of a list to choose from. */
export function rowOf(file: vscode.Uri, reviewed: Review | Damaged): Row {
  const path = inert(vscode.workspace.asRelativePath(file));
  if ('problems' in reviewed) {
    const description = words(reviewed.isTooLarge ? vscode.l10n.t('too large') : vscode.l10n.t('cannot be read'));
    return { label: path, description };
  }
  const { assessment, assessed } = reviewed;
  return { label: inert(assessment.workload), description: inert(fitTitle(assessed.verdict.fit)), detail: path };
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

/**
 * Makes something of the text that an editor shows of a file, else of what is on disk; `looked` is what the disk has said of it a moment
 * ago. A file that cannot be opened has that as its problem.
 */
export async function fromFile<T>(
  file: vscode.Uri,
  make: (text: string | undefined) => T | Promise<T>,
  looked?: Looked,
): Promise<T | Damaged> {
  let text: string | undefined;
  try {
    const open = openDocument(file);
    text = open ? textOf(open) : await readText(file, looked);
  } catch (error) {
    logFailure('An assessment could not be opened', error, file);
    const message = vscode.l10n.t('The file cannot be opened.');
    return { problems: [{ message, offset: 0, length: 0, line: 1, column: 1 }] };
  }
  return make(text);
}

/** The assessment in a file, parsed. */
export function parseFile(knowledge: Knowledge, file: vscode.Uri, looked?: Looked): Promise<Parsed> {
  return fromFile(file, text => parseAssessment(knowledge, text), looked);
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

/** How many files are looked at together, and how many bytes of them: what is parsed of a text takes many times its size. */
const mostTogether = 32;
const mostBytesTogether = largestAssessment;

/**
 * Makes something of each file and gives it to `take` as soon as it is there; small files are read together, a large one by itself.
 * What is made is copied, since any piece of a text keeps the whole text in memory; so it has to be plain data.
 */
export async function describeEach<T>(
  files: readonly vscode.Uri[],
  describe: (file: vscode.Uri, looked: Looked) => Promise<T>,
  take: (file: vscode.Uri, described: T) => void,
): Promise<void> {
  const budget = new Budget(mostBytesTogether);
  const left = files[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const file of left) {
      const looked = await lookAtFile(file);
      const bytes = Math.min(looked?.size ?? 0, mostBytesTogether);
      await budget.take(bytes);
      try {
        take(file, structuredClone(await describe(file, looked)));
      } finally {
        budget.give(bytes);
      }
    }
  };
  await Promise.all(Array.from({ length: mostTogether }, work));
}

/** The same for all of them, in their order. */
export async function describeFiles<T>(
  files: readonly vscode.Uri[],
  describe: (file: vscode.Uri, looked: Looked) => Promise<T>,
): Promise<(T & { readonly file: vscode.Uri })[]> {
  const described = new Map<vscode.Uri, T>();
  await describeEach(files, describe, (file, made) => described.set(file, made));
  return files.flatMap(file => {
    const made = described.get(file);
    return made === undefined ? [] : [{ ...made, file }];
  });
}

/** What the disk says of a file; nothing where an editor holds it, or it cannot be asked. */
export type Looked = vscode.FileStat | undefined;

async function lookAtFile(file: vscode.Uri): Promise<Looked> {
  if (openDocument(file)) return undefined;
  try {
    return await vscode.workspace.fs.stat(file);
  } catch {
    return undefined;
  }
}

/** An amount that is shared: whoever wants more than is left waits for others to give theirs back, in turn. */
class Budget {
  private readonly waiting: { readonly amount: number; readonly go: () => void }[] = [];

  constructor(private left: number) {}

  take(amount: number): Promise<void> {
    return new Promise(go => {
      this.waiting.push({ amount, go });
      this.serve();
    });
  }

  give(amount: number): void {
    this.left += amount;
    this.serve();
  }

  private serve(): void {
    for (let [next] = this.waiting; next && next.amount <= this.left; [next] = this.waiting) {
      this.left -= next.amount;
      this.waiting.shift();
      next.go();
    }
  }
}

/** The text of a file on disk; nothing when it is too large to be read. `looked` is what the disk has said of it a moment ago. */
export async function readText(file: vscode.Uri, looked?: Looked): Promise<string | undefined> {
  const { size, type } = looked ?? (await vscode.workspace.fs.stat(file));
  // A device or a pipe has no size that would say how much comes out of it.
  if ((type & vscode.FileType.File) === 0) throw vscode.FileSystemError.Unavailable(file);
  if (size > largestAssessment) return undefined;
  const bytes = await vscode.workspace.fs.readFile(file);
  // In which encoding somebody wants a file to be read is a question to the window, and one that ASCII does not ask.
  return isAscii(bytes) ? new TextDecoder().decode(bytes) : vscode.workspace.decode(bytes, { uri: file });
}

/** Whether bytes mean the same in every encoding that VS Code knows but UTF-16, whose every other byte would be zero here. */
function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte > 0 && byte < 0x80);
}
