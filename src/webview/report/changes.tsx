import type { VerdictChange } from '../../core/assessment/change';
import { fillIn } from '../parts/phrase';
import { Heading } from './heading';
import { FitName } from './outcome';
import { questionRow, usePage } from './page';
import { words } from './words';

/** As many as show how firm the verdict is; whoever doubts it can see the rest. */
const shownFirst = 6;

/** The single answers that would turn the verdict: how firmly it stands. */
export function Changes() {
  const { state, place, fold } = usePage();
  const { changes, assessed } = state;
  const all = place.open.includes('changes-rest');
  return (
    <section aria-labelledby="changes">
      <Heading id="changes" text={words.changes} />
      {changes.length === 0 ? (
        <p class="empty">{assessed.verdict.fit === 'undecided' ? words.noChangesYet : words.noChanges}</p>
      ) : (
        <>
          <p class="lead">{words.changesLead}</p>
          <table class="changes">
            <thead>
              <tr>
                <th scope="col">{words.question}</th>
                <th scope="col">{words.today}</th>
                <th scope="col">{words.instead}</th>
                <th scope="col">{words.leadsTo}</th>
              </tr>
            </thead>
            <tbody>
              {(all ? changes : changes.slice(0, shownFirst)).map(change => (
                <ChangeRow key={`${change.question} ${change.fit}`} change={change} />
              ))}
            </tbody>
          </table>
          {changes.length > shownFirst && (
            <div class="buttons">
              <button type="button" aria-expanded={all} onClick={() => fold('changes-rest', !all)}>
                {all ? words.fewerChanges : fillIn(words.allChanges, changes.length)}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function ChangeRow({ change }: { change: VerdictChange }) {
  const row = questionRow(change.question);
  return (
    <tr>
      <th scope="row">
        <a href={`#${row}`}>{change.title}</a>
      </th>
      <td data-label={words.today}>{change.from}</td>
      <td data-label={words.instead}>
        <strong>{change.to}</strong>
      </td>
      <td data-label={words.leadsTo}>
        <FitName fit={change.fit} />
      </td>
    </tr>
  );
}
