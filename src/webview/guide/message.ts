import type { ChapterState, GuideState, HomeState, ReviewState } from '../../core/guide/guide-state';
import { isRecord } from '../../core/language/record';
import type { ShowGuide } from '../../protocol/guide';
import { has, isListOfObjects, isNumber, isText, orNull } from '../parts/shape';

/** What the extension said, if it is something that this page understands; anything else is dropped. */
export function readMessage(message: unknown): ShowGuide | undefined {
  if (!isRecord(message) || message.kind !== 'show') return undefined;
  return isState(message.state) ? (message as unknown as ShowGuide) : undefined;
}

function isState(state: unknown): state is GuideState {
  return has<GuideState>(state, {
    surface: value => value === 'side bar' || value === 'editor',
    history: isHistory,
    visits: isRecord,
    place: isPlace,
    home: isHome,
    chapter: orNull(isChapter),
    review: orNull(review => has<ReviewState>(review, { questions: isListOfObjects, citations: isRecord })),
    search: orNull(search => isRecord(search) && isText(search.query) && isListOfObjects(search.hits)),
    platform: orNull(isText),
  });
}

function isHistory(history: unknown): boolean {
  return (
    isRecord(history) &&
    isNumber(history.at) &&
    isListOfObjects(history.entries) &&
    history.entries.every(({ visit, place }) => isNumber(visit) && isPlace(place))
  );
}

function isPlace(place: unknown): boolean {
  if (!isRecord(place)) return false;
  const { kind, chapter, section } = place;
  return kind === 'home' || kind === 'review' || (kind === 'chapter' && isText(chapter) && orNull(isText)(section));
}

function isHome(home: unknown): boolean {
  return has<HomeState>(home, {
    chapters: isListOfObjects,
    continueAt: orNull(isRecord),
    due: isNumber,
    roles: isListOfObjects,
    path: orNull(path => isRecord(path) && isListOfObjects(path.steps)),
    total: isRecord,
  });
}

function isChapter(chapter: unknown): boolean {
  return has<ChapterState>(chapter, {
    head: head => isRecord(head) && isText(head.id) && isText(head.title) && isListOfObjects(head.sections),
    text: isChapterText,
    citations: isRecord,
    terms: isRecord,
    quiz: quiz => isListOfObjects(quiz) && quiz.every(({ question }) => isRecord(question)),
    searches: isListOfObjects,
    reading: isListOfObjects,
    sectionsRead: sections => Array.isArray(sections) && sections.every(isText),
    previous: orNull(isRecord),
    next: orNull(isRecord),
  });
}

function isChapterText(text: unknown): boolean {
  return isRecord(text) && isListOfObjects(text.lead) && isListOfObjects(text.sections);
}
