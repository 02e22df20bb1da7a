/** Where in the guide something is wrong, and the pieces of a text with their lines. */
import type { Token } from 'markdown-it';
import type { Chapter } from '../core/guide/guide';
import type { GuideText } from './guide-text.mts';
import type { Content } from './load.mts';
import type { ContentProblem } from './problem.mts';

/** A problem of a chapter's text, with the line of its file. */
export function inText(text: GuideText, line: number | null, message: string): ContentProblem {
  return { file: text.file, line: line === null ? undefined : text.linesBefore + line + 1, message };
}

/** A problem of another file of content/guide. */
export function inFile(name: string, message: string, line?: number): ContentProblem {
  return { file: `guide/${name}`, line, message };
}

/** Whether there is more than the front matter. A chapter without is one problem, and no reason for others. */
export function isWritten(text: GuideText): boolean {
  return text.markdown.trim() !== '';
}

/** The line of a token within its text; null when it has none. */
export function lineOf(token: Token | undefined): number | null {
  return token?.map?.[0] ?? null;
}

/** Markdown within a line, wherever it stands in a chapter. */
export interface Piece {
  readonly line: number | null;
  readonly token: Token;
  /** Where it stands: "table" and "list" also when it is a paragraph in one. */
  readonly within: 'paragraph' | 'list' | 'table' | 'heading';
}

/** Every piece of text of some tokens. */
export function piecesOf(tokens: readonly Token[]): Piece[] {
  const open: string[] = [];
  return tokens.flatMap(token => {
    const kind = token.type.replace(/_(?:open|close)$/, '');
    if (token.nesting === 1) open.push(kind);
    if (token.nesting === -1) open.pop();
    if (token.type !== 'inline') return [];
    const within = open.includes('table')
      ? 'table'
      : open.includes('heading')
        ? 'heading'
        : open.includes('list_item')
          ? 'list'
          : 'paragraph';
    return [{ line: lineOf(token), token, within } as const];
  });
}

/** A link or picture as it was written, and its words. */
export interface Reference {
  readonly href: string;
  readonly words: string;
}

/** The links of a piece of text. */
export function linksIn(inline: Token): Reference[] {
  const children = inline.children ?? [];
  return children.flatMap((token, index) => {
    if (token.type !== 'link_open') return [];
    const after = children.slice(index + 1);
    const words = after.slice(
      0,
      after.findIndex(({ type }) => type === 'link_close'),
    );
    return [{ href: String(token.attrGet('href') ?? ''), words: words.map(({ content }) => content).join('') }];
  });
}

/** What of a piece is prose: text without code, pictures and the words of links, if `links` is false. */
export function proseIn(inline: Token, links = true): string {
  let depth = 0;
  return (inline.children ?? [])
    .map(({ type, content, nesting }) => {
      if (type.startsWith('link_')) depth += nesting;
      if (type === 'text' && (links || depth === 0)) return content;
      return type === 'softbreak' || type === 'hardbreak' ? ' ' : '';
    })
    .join('');
}

/** Chapters that have a text, each with it; appendices too when `all`. */
export function written({ guide }: Pick<Content, 'guide'>, all = false): { chapter: Chapter; text: GuideText }[] {
  return guide.guide.chapters.flatMap(chapter => {
    const text = guide.texts.get(chapter.id);
    return text && isWritten(text) && (all || chapter.number !== null) ? [{ chapter, text }] : [];
  });
}
