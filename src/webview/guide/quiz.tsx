import { quizSection } from '../../core/guide/guide';
import type { QuizState } from '../../core/guide/guide-state';
import { fillIn } from '../parts/phrase';
import { QuizQuestion } from './quiz-question';
import { words } from './words';

interface QuizProps {
  readonly title: string;
  readonly questions: readonly QuizState[];
  readonly titleOfSection: (section: string) => string;
}

/** The questions at the end of a chapter. */
export function Quiz({ title, questions, titleOfSection }: QuizProps) {
  return (
    <>
      <h2 id={quizSection} tabIndex={-1}>
        {title}
      </h2>
      <p class="quiet">{words.quizLead}</p>
      {questions.map((quiz, index) => (
        <QuizQuestion
          key={quiz.id}
          quiz={quiz}
          number={index + 1}
          of={questions.length}
          withChapter={false}
          sectionTitle={titleOfSection(quiz.question.section)}
        />
      ))}
      <QuizResult questions={questions} />
    </>
  );
}

/** How it goes, once something was answered: never a mark. */
export function QuizResult({ questions }: { questions: readonly QuizState[] }) {
  const answered = questions.filter(({ answer }) => answer !== null);
  const right = answered.filter(({ answer }) => answer?.correct).length;
  if (answered.length === 0) return null;
  const phrase = right === questions.length ? words.quizAll : right === 0 ? words.quizNone : words.quizSome;
  return <p class="quiz-result">{fillIn(phrase, right, questions.length)}</p>;
}
