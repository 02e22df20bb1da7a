import { useState } from 'preact/hooks';
import { type ChapterHead, placeOf, quizSection, sectionsToRead } from '../../core/guide/guide';
import type { QuizState } from '../../core/guide/guide-state';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { fillIn } from '../parts/phrase';
import { PlaceLink } from './place-link';
import { useSectionAtTop, useWide } from './reading';
import { words } from './words';

interface ContentsProps {
  readonly head: ChapterHead;
  readonly sectionsRead: readonly string[];
  readonly quiz: readonly QuizState[];
}

/** The sections of a chapter, which of them were read, and where the reader is: beside the text, or folded above it. */
export function Contents({ head, sectionsRead, quiz }: ContentsProps) {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  const current = useSectionAtTop(head.id);
  if (head.sections.length === 0) return null;
  const isDone = (id: string): boolean =>
    id === quizSection ? quiz.every(({ answer }) => answer?.correct) : sectionsRead.includes(id);
  const toRead = sectionsToRead(head);
  const amount = fillIn(words.sectionsRead, toRead.filter(({ id }) => isDone(id)).length, toRead.length);
  const list = (
    <ol>
      {head.sections.map(({ id, title }) => (
        <li key={id}>
          <PlaceLink place={placeOf(head.id, id)} current={id === current}>
            <span>{title}</span>
            {isDone(id) && (
              <span class="read-mark">
                <Icon name="check" />
                <span class="visually-hidden">({words.isRead})</span>
              </span>
            )}
          </PlaceLink>
        </li>
      ))}
    </ol>
  );
  return (
    <nav class="contents" aria-label={words.inThisChapter}>
      {wide ? (
        <>
          <p class="contents-title">{words.inThisChapter}</p>
          {list}
          <p class="quiet">{amount}</p>
        </>
      ) : (
        <Fold
          id="guide.contents"
          open={open}
          onFold={setOpen}
          summary={
            <span class="contents-summary">
              <span class="contents-title">{words.inThisChapter}</span>
              <span class="quiet">{amount}</span>
            </span>
          }
        >
          {list}
        </Fold>
      )}
    </nav>
  );
}
