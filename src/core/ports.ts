/** What core needs from outside. Whoever opens the advisor brings it along: an editor, a command line, a test. */

/** The files of compiled content. */
export type ContentFile = 'knowledge.json' | 'scaffold.jsonl' | 'guide.jsonl';

export interface Ports {
  /** The text of a file of compiled content. */
  readContent(file: ContentFile): Promise<string>;
  /** The day where the user is, YYYY-MM-DD. */
  today(): string;
}
