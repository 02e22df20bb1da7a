import type { ChapterState, GuideState, HomeState, ReviewState, ShowGuide } from '../../protocol/guide';
import { has, isListOfObjects, isNumber, isObject, isText, orNull } from '../parts/shape';

/** What the extension said, if it is something that this page understands; anything else is dropped. */
export function readMessage(message: unknown): ShowGuide | undefined {
  if (!isObject(message) || message.kind !== 'show') return undefined;
  return isState(message.state) ? (message as unknown as ShowGuide) : undefined;
}

function isState(state: unknown): state is GuideState {
  return has<GuideState>(state, {
    surface: value => value === 'side bar' || value === 'editor',
    history: isHistory,
    visits: isObject,
    place: isPlace,
    home: isHome,
    chapter: orNull(isChapter),
    review: orNull(review => has<ReviewState>(review, { questions: isListOfObjects, citations: isObject })),
    search: orNull(search => isObject(search) && isText(search.query) && isListOfObjects(search.hits)),
    platform: orNull(isText),
  });
}

function isHistory(history: unknown): boolean {
  return (
    isObject(history) &&
    isNumber(history.at) &&
    isListOfObjects(history.entries) &&
    history.entries.every(({ visit, place }) => isNumber(visit) && isPlace(place))
  );
}

function isPlace(place: unknown): boolean {
  if (!isObject(place)) return false;
  const { kind, chapter, section } = place;
  return kind === 'home' || kind === 'review' || (kind === 'chapter' && isText(chapter) && orNull(isText)(section));
}

function isHome(home: unknown): boolean {
  return has<HomeState>(home, {
    chapters: isListOfObjects,
    continueAt: orNull(isObject),
    due: isNumber,
    roles: isListOfObjects,
    path: orNull(path => isObject(path) && isListOfObjects(path.steps)),
    total: isObject,
  });
}

function isChapter(chapter: unknown): boolean {
  return has<ChapterState>(chapter, {
    head: head => isObject(head) && isText(head.id) && isText(head.title) && isListOfObjects(head.sections),
    text: isChapterText,
    citations: isObject,
    terms: isObject,
    quiz: quiz => isListOfObjects(quiz) && quiz.every(({ question }) => isObject(question)),
    searches: isListOfObjects,
    reading: isListOfObjects,
    sectionsRead: sections => Array.isArray(sections) && sections.every(isText),
    previous: orNull(isObject),
    next: orNull(isObject),
  });
}

function isChapterText(text: unknown): boolean {
  return isObject(text) && isListOfObjects(text.lead) && isListOfObjects(text.sections);
}
