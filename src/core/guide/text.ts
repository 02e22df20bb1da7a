/**
 * The guide's text as a tree. The compiler makes it from Markdown, once, and whatever shows, searches, prints or checks a text
 * goes over it; nothing else reads Markdown. It is a plain value, so it is stored and sent as it is.
 */

/** A piece of running text. Everything that a text may say within a line; whatever else its Markdown holds are words. */
export type Inline =
  /** Words as they are. */
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 's'; readonly children: Line }
  | { readonly kind: 'break' }
  /** The value of a fact, by "owner.fact". */
  | { readonly kind: 'fact'; readonly id: string }
  /** What it is for is said by `parseLink`; one that leads nowhere we know is its words. */
  | { readonly kind: 'link'; readonly href: string; readonly children: Line }
  /** A picture within a line, which is shown as its words. */
  | { readonly kind: 'picture'; readonly path: string; readonly words: string };

/** Running text: a paragraph, a heading, a cell. */
export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly children: Line }
  | {
      readonly kind: 'heading';
      /** Those of the second level begin sections, so they are not among the blocks of one. */
      readonly level: number;
      /** What links lead to. */
      readonly id: string | null;
      readonly children: Line;
    }
  /** Numbered from `start`, or not at all. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'alert'; readonly tone: AlertTone; readonly blocks: readonly Block[] }
  | Code
  | {
      readonly kind: 'table';
      /** Of each column. */
      readonly align: readonly Align[];
      readonly head: readonly Line[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** A picture that stands alone; `drawing` is null when the guide has none of that path. */
  | { readonly kind: 'diagram'; readonly path: string; readonly caption: string; readonly drawing: Drawing | null }
  | { readonly kind: 'rule' }
  /** The same matter on several platforms, of which one is shown. */
  | { readonly kind: 'tabs'; readonly tabs: readonly PlatformTab[] }
  /** A list made from what is known elsewhere. It is looked up rather than read, and is found where it comes from. */
  | { readonly kind: 'made'; readonly blocks: readonly Block[] };

export interface ListItem {
  /** Whether it is ticked off; nothing when it is no task. */
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

export interface PlatformTab {
  /** The platform's id. */
  readonly platform: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Code {
  readonly kind: 'code';
  /** As its fence names it; empty when it names none. */
  readonly language: string;
  readonly file: string | null;
  /** The whole code from its first sign to its last. */
  readonly runs: readonly CodeRun[];
}

/** A piece of code: words as they are, or words in a colour. */
export type CodeRun = string | readonly [color: CodeColor, text: string];

/** What the theme has colours for. */
export const codeColors = ['keyword', 'string', 'number', 'name', 'function', 'comment'] as const;
export type CodeColor = (typeof codeColors)[number];

export const alertTones = ['note', 'tip', 'warning'] as const;
export type AlertTone = (typeof alertTones)[number];

export type Align = 'start' | 'center' | 'end';

/** A diagram, with what someone needs who cannot see it. */
export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly svg: DrawingElement;
}

/** An element of a diagram; of those that diagrams are drawn with (core/guide/drawing), with none but their attributes. */
export interface DrawingElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (string | DrawingElement)[];
}

/** A chapter's text. */
export interface ChapterText {
  /** What stands before the first section. */
  readonly lead: readonly Block[];
  readonly sections: readonly TextSection[];
}

/** A part of a text, under a heading of the second level. */
export interface TextSection {
  /** What links lead to; null when its heading names none, which the content check forbids. */
  readonly id: string | null;
  readonly title: Line;
  readonly blocks: readonly Block[];
}

/** Where a line stands: "table" and "list" also when it is a paragraph in one. */
export type Surroundings = 'paragraph' | 'heading' | 'list' | 'table';

export interface PlacedLine {
  readonly line: Line;
  readonly within: Surroundings;
}

/** Every block in the order of the text, those within others after them. Titles of tabs are none. */
export function* blocksIn(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    for (const held of heldBy(block)) yield* blocksIn(held);
  }
}

/** Every line in the order of the text. */
export function* linesIn(blocks: readonly Block[], within: 'paragraph' | 'list' = 'paragraph'): Iterable<PlacedLine> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield { line: block.children, within };
    if (block.kind === 'heading') yield { line: block.children, within: 'heading' };
    if (block.kind === 'table') for (const line of [block.head, ...block.rows].flat()) yield { line, within: 'table' };
    for (const held of heldBy(block)) yield* linesIn(held, block.kind === 'list' ? 'list' : within);
  }
}

/** The blocks of a whole text, headings of sections among them. */
export function blocksOf({ lead, sections }: ChapterText): Block[] {
  return [
    ...lead,
    ...sections.flatMap(({ id, title, blocks }): Block[] => [
      { kind: 'heading', level: 2, id, children: title },
      ...blocks,
    ]),
  ];
}

function heldBy(block: Block): readonly (readonly Block[])[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(item => item.blocks);
    case 'tabs':
      return block.tabs.map(tab => tab.blocks);
    case 'quote':
    case 'alert':
    case 'made':
      return [block.blocks];
    default:
      return [];
  }
}

/** Every piece of a line, those within others after them. */
export function* piecesIn(line: Line): Iterable<Inline> {
  for (const piece of line) {
    yield piece;
    if (typeof piece !== 'string' && 'children' in piece) yield* piecesIn(piece.children);
  }
}

/** The words of a line without what they look like; `fact` says what stands for a fact. */
export function wordsOf(line: Line, fact: (id: string) => string): string {
  return line
    .map(piece => {
      if (typeof piece === 'string') return piece;
      switch (piece.kind) {
        case 'code':
          return piece.text;
        case 'break':
          return ' ';
        case 'fact':
          return fact(piece.id);
        case 'picture':
          return piece.words;
        default:
          return wordsOf(piece.children, fact);
      }
    })
    .join('');
}

/** The whole of a piece of code. */
export function textOfCode({ runs }: Code): string {
  return runs.map(run => (typeof run === 'string' ? run : run[1])).join('');
}

/** The facts that lines quote, each time that they do, in their order. */
export function factsIn(lines: Iterable<Line>): string[] {
  return [...lines].flatMap(line =>
    [...piecesIn(line)].flatMap(piece => (typeof piece !== 'string' && piece.kind === 'fact' ? [piece.id] : [])),
  );
}

/** Where the links of lines lead, as they were written, in their order. */
export function linksIn(lines: Iterable<Line>): string[] {
  return [...lines].flatMap(line =>
    [...piecesIn(line)].flatMap(piece => (typeof piece !== 'string' && piece.kind === 'link' ? [piece.href] : [])),
  );
}
