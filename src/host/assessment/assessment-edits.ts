import * as vscode from 'vscode';
import { editAnswer, editWeight, type TextEdit } from '../../core/assessment/assessment';
import type { Knowledge } from '../../core/content/knowledge';
import type { Answer } from '../../core/language/answer';
import { readText } from '../ui/assessment-files';

/** Gives a question an answer in the file, or takes it away: one undoable step. Whether it could be done. */
export function changeAnswer(
  knowledge: Knowledge,
  document: vscode.TextDocument,
  question: string,
  answer: Answer | undefined,
): Promise<boolean> {
  return inTurn(document, () => editAnswer(knowledge, document.getText(), question, answer));
}

/** Weighs a criterion anew in the file, or as published: one undoable step. Whether it could be done. */
export function changeWeight(
  knowledge: Knowledge,
  document: vscode.TextDocument,
  criterion: string,
  weight: number | undefined,
): Promise<boolean> {
  return inTurn(document, () => editWeight(knowledge, document.getText(), criterion, weight));
}

/** The last edit of each document that is under way or done. */
const turns = new WeakMap<vscode.TextDocument, Promise<boolean>>();

/** Edits a document after the edits before it: VS Code refuses one that was made for a text that has changed since. */
function inTurn(document: vscode.TextDocument, plan: () => readonly TextEdit[]): Promise<boolean> {
  const act = (): Promise<boolean> => applyTextEdits(document, plan());
  const turn = (turns.get(document) ?? Promise.resolve(true)).then(act, act);
  turns.set(document, turn);
  return turn;
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
