/** Where in the guide something is wrong, and the lines of a text with where they stand. */
import type { Chapter } from '../core/guide/guide';
import {
  type Block,
  type Line,
  linesIn,
  type PlacedLine,
  piecesIn,
  type TextSection,
  wordsOf,
} from '../core/guide/text';
import type { GuideText } from './guide-text.mts';
import type { Content } from './load.mts';
import type { ContentProblem } from './problem.mts';

/** A problem of a chapter's text: at the line of what is wrong, if it is something in it. */
export function inText(text: GuideText, what: Line | Block | TextSection | null, message: string): ContentProblem {
  return { file: text.file, line: what === null ? undefined : text.lineOf(what), message };
}

/** A problem of another file of content/guide. */
export function inFile(name: string, message: string, line?: number): ContentProblem {
  return { file: `guide/${name}`, line, message };
}

/** Every line of a text but the headings of its sections. */
export function linesBelow({ lead, sections }: GuideText): PlacedLine[] {
  return [lead, ...sections.map(section => section.blocks)].flatMap(blocks => [...linesIn(blocks)]);
}

/** A link as it was written, and its words. */
export interface Reference {
  readonly href: string;
  readonly words: string;
}

/** The links of a line. */
export function referencesIn(line: Line): Reference[] {
  return [...piecesIn(line)].flatMap(piece =>
    typeof piece !== 'string' && piece.kind === 'link'
      ? [{ href: piece.href, words: wordsOf(piece.children, id => `{${id}}`) }]
      : [],
  );
}

/** What of a line is prose: words and facts as they are written, without code, pictures and the words of links, if `links` is false. */
export function proseIn(line: Line, links = true): string {
  return line
    .map(piece => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'break') return ' ';
      if (piece.kind === 'fact') return `{${piece.id}}`;
      return 'children' in piece && (links || piece.kind !== 'link') ? proseIn(piece.children, links) : '';
    })
    .join('');
}

/** Chapters that have a text, each with it; appendices too when `all`. One without is one problem, and no reason for others. */
export function written({ guide }: Pick<Content, 'guide'>, all = false): { chapter: Chapter; text: GuideText }[] {
  return guide.guide.chapters.flatMap(chapter => {
    const text = guide.texts.get(chapter.id);
    return text?.isWritten && (all || chapter.number !== null) ? [{ chapter, text }] : [];
  });
}
