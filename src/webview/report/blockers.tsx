import type { Blocker } from '../../core/assessment/finding';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { count, fillIn } from '../parts/phrase';
import { Heading } from './heading';
import { criterionRow, usePage } from './page';
import { words } from './words';

/** How many of those that may still come are worth a line before anything else is known. */
const shownFirst = 3;

/** What rules a plain function out, or may. It stands apart from the score: no number can outweigh it. */
export function Blockers() {
  const { state, place, fold } = usePage();
  const { blockers, verdict } = state.assessed;
  const certain = blockers.filter(blocker => blocker.certain);
  const possible = blockers.filter(blocker => !blocker.certain);
  const rest = possible.slice(shownFirst);
  return (
    <section aria-labelledby="blockers">
      <Heading id="blockers" text={words.blockers} />
      {blockers.length > 0 ? (
        <p class="lead">{words.blockersLead}</p>
      ) : (
        <p class="empty">
          <Icon name={verdict.fit === 'undecided' ? 'open' : 'strength'} />
          {verdict.fit === 'undecided' ? words.noBlockersYet : words.noBlockers}
        </p>
      )}
      {certain.length > 0 && (
        <ul class="cards">
          {certain.map(blocker => (
            <BlockerCard key={blocker.criterion} blocker={blocker} />
          ))}
        </ul>
      )}
      {possible.length > 0 && <PossibleBlockers blockers={possible.slice(0, shownFirst)} />}
      {rest.length > 0 && (
        <Fold
          id="blockers-rest"
          class="more"
          open={place.open.includes('blockers-rest')}
          onFold={open => fold('blockers-rest', open)}
          summary={count(words.moreBlockers, rest.length)}
        >
          <PossibleBlockers blockers={rest} />
        </Fold>
      )}
    </section>
  );
}

/** One that stands, with its way round. */
function BlockerCard({ blocker: { criterion, title, lifted, because, wayRound, nextBestForm } }: { blocker: Blocker }) {
  return (
    <li class={lifted ? 'card tone-care' : 'card tone-bad'}>
      <p class="outcome">
        <Icon name={lifted ? 'lifted' : 'blocker'} />
        {lifted ? words.lifted : words.stands}
      </p>
      <h3>
        <a href={`#${criterionRow(criterion)}`}>{title}</a>
      </h3>
      <p>{because}</p>
      {(wayRound || nextBestForm) && (
        <dl>
          {wayRound && (
            <>
              <dt>{words.wayRound}</dt>
              <dd>
                <strong>{wayRound.title}.</strong> {wayRound.how}
              </dd>
            </>
          )}
          {nextBestForm && (
            <>
              <dt>{words.nextBestForm}</dt>
              <dd>{nextBestForm.title}</dd>
            </>
          )}
        </dl>
      )}
    </li>
  );
}

/** Those that an open answer may still bring: enough to know what would then be done. */
function PossibleBlockers({ blockers }: { blockers: readonly Blocker[] }) {
  return (
    <ul class="possible-blockers tone-plain">
      {blockers.map(({ criterion, title, lifted, because, wayRound, nextBestForm }) => (
        <li key={criterion}>
          <p class="outcome">
            <Icon name="open" />
            {lifted ? words.mayBeLifted : words.mayStand}
          </p>
          <h3>
            <a href={`#${criterionRow(criterion)}`}>{title}</a>
          </h3>
          <p class="quiet">
            {because} {wayRound && fillIn(words.wayRoundThen, wayRound.title)}{' '}
            {nextBestForm && fillIn(words.nextBestFormThen, nextBestForm.title)}
          </p>
        </li>
      ))}
    </ul>
  );
}
