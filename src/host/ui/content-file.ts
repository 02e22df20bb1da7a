import * as vscode from 'vscode';
import { type Knowledge, parseKnowledge } from '../../core/content/knowledge';
import { type Guide, parseGuide } from '../../core/guide/guide';
import { type Catalogue, parseCatalogue } from '../../core/scaffold/catalogue';

/** A file of compiled content, read from the extension's folder when it is first asked for, and once. */
class ContentFile<T> {
  private loading: Promise<T> | undefined;

  /** `open` makes the value from the text of the file; `name` is that of a file in `dist`. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly name: string,
    private readonly open: (text: string) => T,
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
    return this.open(new TextDecoder().decode(bytes));
  }
}

/** What is known about workloads and platforms. */
export type KnowledgeFile = ContentFile<Knowledge>;

export function knowledgeFile(extensionUri: vscode.Uri): KnowledgeFile {
  return new ContentFile(extensionUri, 'knowledge.json', parseKnowledge);
}

/** What projects can be made from. */
export type CatalogueFile = ContentFile<Catalogue>;

export function catalogueFile(extensionUri: vscode.Uri): CatalogueFile {
  return new ContentFile(extensionUri, 'scaffold.jsonl', parseCatalogue);
}

/** The practice guide. */
export type GuideFile = ContentFile<Guide>;

export function guideFile(extensionUri: vscode.Uri): GuideFile {
  return new ContentFile(extensionUri, 'guide.jsonl', parseGuide);
}
