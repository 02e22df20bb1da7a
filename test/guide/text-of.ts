import { readQuestion } from '../../src/compiler/guide.mts';
import { readDrawing } from '../../src/compiler/guide-drawing.mts';
import { type Known, readMarkdown } from '../../src/compiler/guide-markdown.mts';
import { readText } from '../../src/compiler/guide-text.mts';
import type { QuizQuestion as WrittenQuestion } from '../../src/core/content/types';
import type { QuizQuestion } from '../../src/core/guide/guide';
import type { Block, ChapterText } from '../../src/core/guide/text';

/** What Markdown may speak of besides itself: platforms, and the files of diagrams by their paths. */
export interface Around {
  readonly platforms?: Known['platforms'];
  readonly diagrams?: Readonly<Record<string, string>>;
}

/** Markdown as the compiler makes a chapter's text of it. */
export function textOf(markdown: string, around: Around = {}): ChapterText {
  return readText(markdown, knownOf(around));
}

/** Markdown as blocks, such as a summary. */
export function blocksOfMarkdown(markdown: string, around: Around = {}): readonly Block[] {
  return readMarkdown(markdown, knownOf(around)).blocks;
}

/** A question of a quiz as the guide holds it. */
export function questionOf(question: WrittenQuestion): QuizQuestion {
  return readQuestion(question, knownOf({}));
}

function knownOf({ platforms = [], diagrams = {} }: Around): Known {
  const drawings = Object.entries(diagrams).flatMap(([path, source]) => {
    const drawing = readDrawing(source);
    return drawing ? [[path, drawing] as const] : [];
  });
  return { platforms, drawings: new Map(drawings) };
}
