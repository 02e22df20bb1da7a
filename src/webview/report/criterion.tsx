import type { Finding, Seen } from '../../core/assessment/finding';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { fillIn } from '../parts/phrase';
import { Facts } from './facts';
import { Outcome, shownOutcome, toneOfOutcome } from './outcome';
import { criterionRow, questionRow, usePage } from './page';
import { Weight } from './weight';
import { words } from './words';

/** One criterion: what came out and why; opened, everything one needs to argue about it. */
export function Criterion({ finding }: { finding: Finding }) {
  const { state, place, fold, send } = usePage();
  const id = criterionRow(finding.criterion);
  const outcome = shownOutcome(finding);
  const topic = state.topics[finding.topic];
  return (
    <Fold
      id={id}
      class={`row criterion tone-${toneOfOutcome[outcome]}`}
      open={place.open.includes(id)}
      onFold={open => fold(id, open)}
      summary={
        <span class="row-text">
          <span class="row-title">{finding.title}</span>
          <Outcome outcome={outcome} />
          <span class="row-detail">{finding.because}</span>
        </span>
      }
    >
      {finding.possible.length > 1 && (
        <div class="may-be">
          <span class="label">{words.mayStillBe}</span>
          <ul class="tally">
            {finding.possible.map(possible => (
              <li key={possible}>
                <Outcome outcome={possible} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {finding.remedy && (
        <div class="remedy">
          <h4>{words.remedy}</h4>
          <p>{finding.remedy}</p>
        </div>
      )}
      <h4>{words.answersSeen}</h4>
      {finding.saw.length > 0 ? <SeenAnswers saw={finding.saw} /> : <p class="quiet">{words.noAnswersSeen}</p>}
      {finding.facts.length > 0 && <Facts facts={finding.facts} />}
      {finding.outcome !== 'not-applicable' && <Weight finding={finding} />}
      <div class="buttons">
        <button
          type="button"
          class="quiet-button"
          aria-label={`${words.aboutCriterion}: ${finding.title}`}
          onClick={() => send({ kind: 'explain', subject: 'criterion', id: finding.criterion })}
        >
          {words.aboutCriterion}
        </button>
        {topic !== undefined && (
          <button
            type="button"
            class="quiet-button"
            onClick={() => send({ kind: 'read', criterion: finding.criterion })}
          >
            <Icon name="book" />
            {fillIn(words.guide, topic)}
          </button>
        )}
      </div>
    </Fold>
  );
}

function SeenAnswers({ saw }: { saw: readonly Seen[] }) {
  return (
    <ul class="seen">
      {saw.map(({ question, title, text }) => (
        <li key={question}>
          <a href={`#${questionRow(question)}`}>{title}</a>
          <span class={text === undefined ? 'quiet' : ''}>{text ?? words.notAnswered}</span>
        </li>
      ))}
    </ul>
  );
}
