import * as vscode from 'vscode';
import { type Knowledge, openKnowledge } from '../../core/knowledge';
import { type Catalogue, openCatalogue } from '../../core/scaffold/catalogue';

/** A file of compiled content, read from the extension's folder when it is first asked for, and once. */
class ContentFile<T> {
  private loading: Promise<T> | undefined;

  /** `open` makes the value from the parsed file; `name` is that of a file in `dist`. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly name: string,
    private readonly open: (parsed: never) => T | Promise<T>,
  ) {}

  load(): Promise<T> {
    this.loading ??= this.read().catch(error => {
      // Whoever asks next may have more luck.
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async read(): Promise<T> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', this.name));
    return this.open(JSON.parse(new TextDecoder().decode(bytes)) as never);
  }
}

/** What is known about workloads and platforms. */
export type KnowledgeFile = ContentFile<Knowledge>;

export function knowledgeFile(extensionUri: vscode.Uri): KnowledgeFile {
  return new ContentFile(extensionUri, 'knowledge.json', openKnowledge);
}

/** What projects can be made from. */
export type CatalogueFile = ContentFile<Catalogue>;

export function catalogueFile(extensionUri: vscode.Uri): CatalogueFile {
  return new ContentFile(extensionUri, 'scaffold.json', openCatalogue);
}
