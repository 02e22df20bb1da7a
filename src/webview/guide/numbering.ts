import type { Citation } from '../../core/guide/citation';
import { linesOfQuestion } from '../../core/guide/guide';
import type { ChapterState, QuizState } from '../../core/guide/guide-state';
import { blocksOf, type ChapterText, factsIn, linesIn } from '../../core/guide/text';

/** The facts that a text quotes, each time that it does, in its order. */
export function quotedIn(text: ChapterText): string[] {
  return factsIn([...linesIn(blocksOf(text))].map(({ line }) => line));
}

/** The facts that questions quote, in their order. */
export function quotedInQuiz(questions: readonly QuizState[]): string[] {
  return factsIn(questions.flatMap(({ question }) => linesOfQuestion(question)));
}

/** What is quoted, as it is numbered: by where it is quoted first. */
export function numberCitations(
  quoted: readonly string[],
  citations: ChapterState['citations'],
): { readonly sources: readonly Citation[]; readonly numbers: ReadonlyMap<string, number> } {
  const sources = [...new Set(quoted)].flatMap(id => citations[id] ?? []);
  return { sources, numbers: new Map(sources.map(({ id }, index) => [id, index + 1])) };
}
