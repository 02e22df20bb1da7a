import type { Knowledge } from '../content/knowledge';
import type { Question, QuestionSection } from '../content/types';
import type { Answer, Answers } from '../language/answer';
import { Reading } from '../language/condition';
import { assess, type Weights } from './verdict';

/** A question put to someone, with where it stands in the whole. */
export interface Prompt {
  readonly question: Question;
  readonly section: QuestionSection;
  /** Counted from 1: the place among all questions that matter, as far as today's answers tell. */
  readonly position: number;
  /** How many questions matter, as far as today's answers tell. */
  readonly total: number;
  readonly answer: Answer | undefined;
  readonly canGoBack: boolean;
}

/** What came back: an answer, a step back, or an end for now. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' };

/** Whether open questions come as they are listed or the most decisive one first. */
export type Order = 'listed' | 'decisive';

/** What the wizard needs from outside. */
export interface Asking {
  /** Puts one question. */
  ask(prompt: Prompt): Promise<Reply>;
  /** Saves an answer before the next question is put; gives all answers as they then stand, or nothing if it failed. */
  save(question: Question, answer: Answer): Promise<Answers | undefined>;
}

export interface WizardOptions {
  readonly order?: Order;
  /** The question to start with, answered or not, if it matters. */
  readonly first?: string;
  readonly weights?: Weights;
}

/** How a run ended: every question that matters has an answer, or someone stopped. */
export type Ending = 'complete' | 'stopped';

/**
 * Asks questions until all that matter have an answer or someone stops. Every answer is saved before the next
 * question, so stopping loses nothing. Going back returns to the question before; its answer stands until changed.
 */
export async function run(
  knowledge: Knowledge,
  start: Answers,
  asking: Asking,
  { order = 'listed', first, weights = {} }: WizardOptions = {},
): Promise<Ending> {
  let answers = start;
  let path: Question[] = [];
  let next =
    relevantQuestions(knowledge, answers).find(({ id }) => id === first) ??
    nextQuestion(knowledge, answers, { order, weights });
  while (next) {
    const question: Question = next;
    const section = knowledge.sectionOf.get(question.id);
    if (!section) throw new Error(`No section of ${question.id}.`);
    const relevant = relevantQuestions(knowledge, answers);
    // What was asked on the way here may no longer matter.
    path = path.filter(passed => relevant.includes(passed));
    const reply = await asking.ask({
      question,
      section,
      position: relevant.indexOf(question) + 1,
      total: relevant.length,
      answer: answers[question.id],
      canGoBack: path.length > 0,
    });
    if (reply.kind === 'stop') return 'stopped';
    if (reply.kind === 'back') {
      next = path.pop() ?? question;
      continue;
    }
    const saved = await asking.save(question, reply.answer);
    if (!saved) return 'stopped';
    answers = saved;
    path.push(question);
    next = nextQuestion(knowledge, answers, { order, weights, after: question.id });
  }
  return 'complete';
}

/**
 * The next question without an answer that matters: in the listed order the next one after `after`, and from the
 * start when the end is reached; else the one that can change most. "Don't know" is an answer here.
 */
export function nextQuestion(
  knowledge: Knowledge,
  answers: Answers,
  options: { order?: Order; weights?: Weights; after?: string } = {},
): Question | undefined {
  const { order = 'listed', weights = {}, after } = options;
  const open = relevantQuestions(knowledge, answers).filter(question => answers[question.id] === undefined);
  if (order === 'decisive') {
    const decisive = assess(knowledge, answers, weights).missing.find(({ question }) =>
      open.some(candidate => candidate.id === question),
    );
    return decisive ? knowledge.questionById.get(decisive.question) : open[0];
  }
  const place = knowledge.questions.findIndex(question => question.id === after);
  return open.find(question => knowledge.questions.indexOf(question) > place) ?? open[0];
}

/** The questions that matter for a workload as far as its answers tell, in their order. */
export function relevantQuestions(knowledge: Knowledge, answers: Answers): Question[] {
  const reading = new Reading(knowledge, answers);
  return knowledge.questions.filter(question => reading.relevance(question) === true);
}
