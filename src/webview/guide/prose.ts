import type { Link } from '../../core/guide/links';

/** A piece of running text. Everything a chapter may say within a line; whatever else its Markdown holds is text. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 's'; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }
  /** The value of a fact; `tail` is the punctuation that may not be parted from it. */
  | { readonly kind: 'fact'; readonly id: string; readonly tail: string }
  /** `tail` as with a fact. */
  | {
      readonly kind: 'link';
      readonly link: Link;
      readonly href: string;
      readonly children: readonly Inline[];
      readonly tail: string;
    };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | Heading
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'alert'; readonly tone: AlertTone; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly language: string; readonly file: string | null; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'diagram'; readonly path: string; readonly caption: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'tabs'; readonly tabs: readonly PlatformTab[] };

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  /** What links lead to. */
  readonly id: string | null;
  readonly children: readonly Inline[];
}

export interface ListItem {
  /** Whether it is ticked off; nothing when it is no task. */
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

export interface Cell {
  readonly align: 'start' | 'center' | 'end';
  readonly children: readonly Inline[];
}

export interface PlatformTab {
  readonly platform: Platform;
  readonly blocks: readonly Block[];
}

export interface Platform {
  readonly id: string;
  readonly title: string;
}

export type AlertTone = 'note' | 'tip' | 'warning';

/** A part of a chapter under a heading of the second level; what stands before the first such heading has none. */
export interface ProseSection {
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
}

/** The words of running text without what they look like. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if (inline.kind === 'break') return ' ';
      if (inline.kind === 'fact') return '';
      return 'text' in inline ? inline.text : plainText(inline.children);
    })
    .join('');
}

/** The facts that are quoted, each time that they are, in the order of the text. */
export function factsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return factsWithin(block.children);
      case 'list':
        return block.items.flatMap(item => factsIn(item.blocks));
      case 'quote':
      case 'alert':
        return factsIn(block.blocks);
      case 'table':
        return [block.head, ...block.rows].flatMap(row => row.flatMap(cell => factsWithin(cell.children)));
      case 'tabs':
        return block.tabs.flatMap(tab => factsIn(tab.blocks));
      default:
        return [];
    }
  });
}

/** The facts that a line quotes, each time that it does. */
export function factsWithin(inlines: readonly Inline[]): string[] {
  return inlines.flatMap(inline => {
    if (inline.kind === 'fact') return [inline.id];
    return 'children' in inline ? factsWithin(inline.children) : [];
  });
}
