import type { Blocker } from '../../core/finding';
import { Icon } from '../parts/icon';
import { Heading } from './heading';
import { criterionRow, usePage } from './page';

/** What rules a plain function out, or may. It stands apart from the score: no number can outweigh it. */
export function Blockers() {
  const { words, state } = usePage();
  const { blockers, verdict } = state.assessed;
  return (
    <section aria-labelledby="blockers">
      <Heading id="blockers" text={words.blockers} />
      {blockers.length > 0 ? (
        <>
          <p class="lead">{words.blockersLead}</p>
          <ul class="cards">
            {blockers.map(blocker => (
              <BlockerCard key={blocker.criterion} blocker={blocker} />
            ))}
          </ul>
        </>
      ) : (
        <p class="empty">
          <Icon name={verdict.fit === 'undecided' ? 'open' : 'strength'} />
          {verdict.fit === 'undecided' ? words.noBlockersYet : words.noBlockers}
        </p>
      )}
    </section>
  );
}

function BlockerCard({ blocker }: { blocker: Blocker }) {
  const { words } = usePage();
  const { certain, lifted, wayRound, nextBestForm } = blocker;
  const look = !certain
    ? ({ class: 'possible tone-plain', icon: 'open', text: lifted ? words.mayBeLifted : words.mayStand } as const)
    : lifted
      ? ({ class: 'lifted tone-care', icon: 'lifted', text: words.lifted } as const)
      : ({ class: 'stands tone-bad', icon: 'blocker', text: words.stands } as const);
  const row = criterionRow(blocker.criterion);
  return (
    <li class={`card ${look.class}`}>
      <p class="outcome">
        <Icon name={look.icon} />
        {look.text}
      </p>
      <h3>
        <a href={`#${row}`}>{blocker.title}</a>
      </h3>
      <p>{blocker.because}</p>
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
              <dd>
                <strong>{nextBestForm.title}.</strong> {nextBestForm.summary}
              </dd>
            </>
          )}
        </dl>
      )}
    </li>
  );
}
