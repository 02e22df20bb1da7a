import * as vscode from 'vscode';
import { schemaAddress } from '../../core/assessment/assessment';

/** Whether this is the address of the schema that assessments name. */
export function isSchema(document: vscode.Uri): boolean {
  return document.toString() === schemaAddress;
}

/** The schema of assessments, which VS Code's JSON editor asks for by that address. */
export async function readSchema(extensionUri: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'assessment.schema.json');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
