import { placeOf } from '../../core/guide/guide';
import { Icon } from '../parts/icon';
import { count } from '../parts/phrase';
import { usePage } from './page';
import { PlaceLink } from './place-link';
import { words } from './words';

/** What to do next: go on where one was, or begin; and look again at what went wrong. */
export function NextSteps() {
  const { state } = usePage();
  const { continueAt, chapters, due } = state.home;
  const [first] = chapters;
  return (
    <div class="next-steps">
      {continueAt ? (
        <PlaceLink class="card" place={placeOf(continueAt.chapter, continueAt.section)}>
          <span class="quiet">
            <Icon name="book" /> {words.continue}
          </span>
          <span class="card-title">{continueAt.title}</span>
          <span>{continueAt.sectionTitle}</span>
        </PlaceLink>
      ) : (
        first && (
          <PlaceLink class="card" place={placeOf(first.id)}>
            <span class="quiet">
              <Icon name="book" /> {words.start}
            </span>
            <span class="card-title">{first.title}</span>
          </PlaceLink>
        )
      )}
      {due > 0 && (
        <PlaceLink class="card" place={{ kind: 'review' }}>
          <span class="quiet">
            <Icon name="again" /> {words.review}
          </span>
          <span class="card-title">{count(words.due, due)}</span>
          <span>{words.dueLead}</span>
        </PlaceLink>
      )}
    </div>
  );
}
