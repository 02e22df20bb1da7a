import type { QuestionState, SectionState } from '../../core/assessment/report-state';
import { Fold } from '../parts/fold';
import { fillIn } from '../parts/phrase';
import { AnswerForm } from './answer-form';
import { Heading } from './heading';
import { questionRow, usePage } from './page';
import { words } from './words';

/** Everything that was asked, with its answer; the page's working part. */
export function Answers() {
  const { state } = usePage();
  return (
    <section aria-labelledby="answers">
      <Heading id="answers" text={words.answers} />
      <p class="lead">{words.answersLead}</p>
      {state.sections.map(section => (
        <Section key={section.id} section={section} />
      ))}
    </section>
  );
}

function Section({ section }: { section: SectionState }) {
  const relevant = section.questions.filter(entry => entry.relevant);
  const answered = relevant.filter(entry => entry.answer);
  return (
    <div class="group">
      <div class="group-head">
        <h3>{section.title}</h3>
        <span class="quiet">{fillIn(words.answered, answered.length, relevant.length)}</span>
      </div>
      <div class="rows">
        {section.questions.map(entry => (
          <QuestionRow key={entry.question.id} entry={entry} />
        ))}
      </div>
    </div>
  );
}

function QuestionRow({ entry }: { entry: QuestionState }) {
  const { place, fold } = usePage();
  const { question, relevant, text } = entry;
  const id = questionRow(question.id);
  const answer = relevant ? (text ?? words.notAnswered) : words.irrelevant;
  return (
    <Fold
      id={id}
      class={relevant ? 'row question' : 'row question irrelevant'}
      open={place.open.includes(id)}
      onFold={open => fold(id, open)}
      summary={
        <span class="row-text">
          <span class="row-title">{question.title}</span>
          <span class={relevant && text !== null ? 'row-answer' : 'row-answer quiet'}>{answer}</span>
        </span>
      }
    >
      {relevant ? <AnswerForm entry={entry} /> : <Irrelevant entry={entry} />}
    </Fold>
  );
}

function Irrelevant({ entry }: { entry: QuestionState }) {
  return (
    <>
      <p class="ask">{entry.question.ask}</p>
      <p class="quiet">{words.irrelevantWhy}</p>
      {entry.text !== null && <p>{fillIn(words.keptAnswer, entry.text)}</p>}
    </>
  );
}
