import type { Change } from '../../core/change';
import { Heading } from './heading';
import { FitName } from './outcome';
import { questionRow, usePage } from './page';

/** The single answers that would turn the verdict: how firmly it stands. */
export function Changes() {
  const { words, state } = usePage();
  const { changes, assessed } = state;
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
              {changes.map(change => (
                <ChangeRow key={`${change.question} ${change.fit}`} change={change} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const { words } = usePage();
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
