import { placeOf } from '../../core/guide/guide';
import type { ChapterState } from '../../core/guide/guide-state';
import { count, fillIn, inList, printDay } from '../parts/phrase';
import { titleAnchor, usePage } from './page';
import { PlaceLink } from './place-link';
import { words } from './words';

/** What a chapter is, how long it takes, and what helps to have read before. */
export function ChapterHead({ chapter: { head } }: { chapter: ChapterState }) {
  const { state } = usePage();
  const before = (head.prerequisites ?? []).flatMap(
    id => state.home.chapters.find(row => row.id === id && row.sectionsRead < row.sections) ?? [],
  );
  return (
    <header class="chapter-head">
      <p class="eyebrow">{head.number === null ? words.appendix : fillIn(words.chapter, head.number)}</p>
      <h1 id={titleAnchor} tabIndex={-1}>
        {head.title}
      </h1>
      <p class="quiet facts-line">
        <span>{count(words.minutes, head.minutes)}</span>
        <span>{fillIn(words.reviewed, printDay(head.reviewed))}</span>
      </p>
      {before.length > 0 && (
        <p class="quiet prerequisites">
          {words.prerequisites}{' '}
          {inList(
            before.map(({ id, title }) => (
              <PlaceLink key={id} place={placeOf(id)}>
                {title}
              </PlaceLink>
            )),
          )}
        </p>
      )}
    </header>
  );
}
