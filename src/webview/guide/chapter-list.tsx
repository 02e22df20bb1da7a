import { placeOf } from '../../core/guide/guide';
import type { ChapterRow } from '../../core/guide/guide-state';
import { count, fillIn, printNumber } from '../parts/phrase';
import { PlaceLink } from './place-link';
import { Ring } from './ring';
import { words } from './words';

/** Chapters with how long they take and how much of each was read. */
export function ChapterList({ chapters }: { chapters: readonly ChapterRow[] }) {
  return (
    <ol class="chapters">
      {chapters.map(({ id, number, title, minutes, sections, sectionsRead }) => (
        <li key={id}>
          <PlaceLink class="chapter-row" place={placeOf(id)}>
            {number !== null && <span class="number">{printNumber(number)}</span>}
            <span class="row-title">{title}</span>
            <span class="row-minutes quiet">{count(words.minutes, minutes)}</span>
            {number !== null && (
              <Ring done={sectionsRead} all={sections} label={fillIn(words.sectionsRead, sectionsRead, sections)} />
            )}
          </PlaceLink>
        </li>
      ))}
    </ol>
  );
}
