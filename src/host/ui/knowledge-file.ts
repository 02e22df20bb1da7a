import * as vscode from 'vscode';
import { type Knowledge, openKnowledge } from '../../core/knowledge';

/** The compiled knowledge, read from the extension's folder when it is first asked for, and once. */
export class KnowledgeFile {
  private loading: Promise<Knowledge> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  load(): Promise<Knowledge> {
    this.loading ??= this.read().catch(error => {
      // Whoever asks next may have more luck.
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async read(): Promise<Knowledge> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', 'knowledge.json'));
    return openKnowledge(JSON.parse(new TextDecoder().decode(bytes)));
  }
}
