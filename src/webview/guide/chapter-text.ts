import type { Citation } from '../../core/guide/citation';
import type { ChapterState, QuizState } from '../../protocol/guide';
import { readBlocks, readChapterText, readLine } from './markdown';
import { factsIn, factsWithin, type Platform, type ProseSection } from './prose';

/** A chapter's text with what it quotes. */
export interface ChapterText {
  readonly sections: readonly ProseSection[];
  /** The facts that the text quotes, each time that it does, in its order. */
  readonly quoted: readonly string[];
}

/** Takes a chapter's Markdown apart. */
export function readChapter(markdown: string, chapter: string, platforms: readonly Platform[]): ChapterText {
  const sections = readChapterText(markdown, { chapter, platforms });
  return {
    sections,
    quoted: sections.flatMap(({ heading, blocks }) => factsIn(heading ? [heading, ...blocks] : blocks)),
  };
}

/** The facts that questions quote, in their order. */
export function quotedInQuiz(questions: readonly QuizState[], platforms: readonly Platform[]): string[] {
  return questions.flatMap(({ chapter, question }) => [
    ...(question.case === undefined ? [] : factsIn(readBlocks(question.case, { chapter, platforms }))),
    ...[question.ask, ...question.options.map(({ feedback }) => feedback)].flatMap(text =>
      factsWithin(readLine(text, chapter)),
    ),
  ]);
}

/** What is quoted, as it is numbered: by where it is quoted first. */
export function numberCitations(
  quoted: readonly string[],
  citations: ChapterState['citations'],
): { readonly sources: readonly Citation[]; readonly numbers: ReadonlyMap<string, number> } {
  const sources = [...new Set(quoted)].flatMap(id => citations[id] ?? []);
  return { sources, numbers: new Map(sources.map(({ id }, index) => [id, index + 1])) };
}
