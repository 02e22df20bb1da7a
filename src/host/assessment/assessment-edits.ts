import * as vscode from 'vscode';
import { applyEdits, editAnswer, editWeight, type TextEdit } from '../../core/assessment/assessment';
import { parseAssessment } from '../../core/assessment/assessment-parser';
import type { Knowledge } from '../../core/content/knowledge';
import type { Answer } from '../../core/language/answer';
import { readText, textOf } from '../ui/assessment-files';

/** What became of an edit: VS Code may refuse it, and a text stays as it is that cannot be read, or could not be read afterwards. */
export type Edited = 'done' | 'refused' | 'left';

/** Gives a question an answer in the file, or takes it away: one undoable step. */
export function changeAnswer(
  knowledge: Knowledge,
  document: vscode.TextDocument,
  question: string,
  answer: Answer | undefined,
): Promise<Edited> {
  return inTurn(document, () => edit(knowledge, document, text => editAnswer(knowledge, text, question, answer)));
}

/** Weighs a criterion anew in the file, or as published: one undoable step. */
export function changeWeight(
  knowledge: Knowledge,
  document: vscode.TextDocument,
  criterion: string,
  weight: number | undefined,
): Promise<Edited> {
  return inTurn(document, () => edit(knowledge, document, text => editWeight(knowledge, text, criterion, weight)));
}

/** The last edit of each document that is under way or done. */
const turns = new WeakMap<vscode.TextDocument, Promise<Edited>>();

/** Edits a document after the edits before it: VS Code refuses one that was made for a text that has changed since. */
function inTurn(document: vscode.TextDocument, act: () => Promise<Edited>): Promise<Edited> {
  const turn = (turns.get(document) ?? Promise.resolve()).then(act, act);
  turns.set(document, turn);
  return turn;
}

/** Nobody may write into a file that cannot be read, nor what would make it one. */
async function edit(
  knowledge: Knowledge,
  document: vscode.TextDocument,
  plan: (text: string) => readonly TextEdit[],
): Promise<Edited> {
  const text = textOf(document);
  if (text === undefined || 'problems' in parseAssessment(knowledge, text)) return 'left';
  const edits = plan(text);
  if ('problems' in parseAssessment(knowledge, applyEdits(text, edits))) return 'left';
  return (await applyTextEdits(document, edits)) ? 'done' : 'refused';
}

/** Edits the text of a document, as one undoable step. Whether it could be done. */
async function applyTextEdits(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  if (edits.length === 0) return true;
  const before = document.getText();
  if (!(await replace(document, edits))) return false;
  if (await canBeSaved(document)) return true;
  await replace(document, [{ offset: 0, length: document.getText().length, content: before }]);
  return false;
}

function replace(document: vscode.TextDocument, edits: readonly TextEdit[]): Thenable<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, length, content } of edits) {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    edit.replace(document.uri, range, content);
  }
  return vscode.workspace.applyEdit(edit);
}

/**
 * Whether an edit of a document is more than a picture of one: VS Code lets the text of a read-only file be edited, but
 * never takes it for unsaved nor saves it.
 */
async function canBeSaved(document: vscode.TextDocument): Promise<boolean> {
  if (document.isDirty) return true;
  // Or it has been saved by itself already.
  return (await readText(document.uri)) === document.getText();
}
