import type { Guide, QuizQuestion } from './guide';

/** Whether these are the right options of a question: all of them and no other. */
export function isRight(question: QuizQuestion, options: readonly string[]): boolean {
  const chosen = new Set(options);
  const right = question.options.filter(option => option.correct).map(option => option.id);
  return chosen.size === right.length && right.every(id => chosen.has(id));
}

/** The question that "chapter.question" names; nothing when the guide has none. */
export function findQuestion(guide: Guide, id: string): QuizQuestion | undefined {
  const { chapter, question } = splitQuestionId(id);
  // What the chapter holds is read only where its head says that the question is there.
  if (!guide.chapterById.get(chapter)?.questions.includes(question)) return undefined;
  return guide.wholeChapter(chapter)?.quiz.find(known => known.id === question);
}

function splitQuestionId(id: string): { readonly chapter: string; readonly question: string } {
  const [chapter = '', ...rest] = id.split('.');
  return { chapter, question: rest.join('.') };
}
