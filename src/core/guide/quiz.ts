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
  const found = guide.chapterById.get(chapter);
  // The chapter's body is read only where its head says that the question is there.
  return found?.questions.includes(question) ? found.quiz.find(known => known.id === question) : undefined;
}

function splitQuestionId(id: string): { readonly chapter: string; readonly question: string } {
  const [chapter = '', ...rest] = id.split('.');
  return { chapter, question: rest.join('.') };
}
