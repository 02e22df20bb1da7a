import type { ReviewState } from '../../core/guide/guide-state';
import { fillIn, printDay } from '../parts/phrase';
import { Sources } from './footnote';
import { numberCitations, quotedInQuiz } from './numbering';
import { ReferencesContext, sourcesAnchor, titleAnchor } from './page';
import { PlaceLink } from './place-link';
import { QuizResult } from './quiz';
import { QuizQuestion } from './quiz-question';
import { words } from './words';

/** The questions that went wrong some days ago, once more. */
export function Review({ review: { questions, citations, nextDue } }: { review: ReviewState }) {
  const { sources, numbers } = numberCitations(quotedInQuiz(questions), citations);
  const references = (chapter: string) => ({ chapter, citations, numbers, terms: {}, searches: [] });
  const isDone = questions.every(({ answer }) => answer !== null);
  return (
    <ReferencesContext.Provider value={references('')}>
      <header class="home-head">
        <h1 id={titleAnchor} tabIndex={-1}>
          {words.review}
        </h1>
        <p class="quiet">{questions.length > 0 ? words.reviewLead : words.reviewNothing}</p>
      </header>
      <div class="text">
        {questions.map((quiz, index) => (
          // Links of a question are meant from its chapter.
          <ReferencesContext.Provider key={quiz.id} value={references(quiz.chapter)}>
            <QuizQuestion
              quiz={quiz}
              number={index + 1}
              of={questions.length}
              withChapter
              sectionTitle={quiz.chapterTitle}
            />
          </ReferencesContext.Provider>
        ))}
        <QuizResult questions={questions} />
        {isDone && (
          <div class="review-end">
            {questions.length > 0 && <p>{words.reviewDone}</p>}
            {nextDue !== null && <p>{fillIn(words.reviewNext, printDay(nextDue))}</p>}
            <PlaceLink class="touch" place={{ kind: 'home' }}>
              {words.home}
            </PlaceLink>
          </div>
        )}
        {sources.length > 0 && (
          <section aria-labelledby={sourcesAnchor}>
            <h2 id={sourcesAnchor}>{words.sources}</h2>
            <Sources citations={sources} quoted={[]} />
          </section>
        )}
      </div>
    </ReferencesContext.Provider>
  );
}
