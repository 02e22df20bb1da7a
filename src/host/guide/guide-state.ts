import type { Knowledge } from '../../core/content/knowledge';
import { citationsOf } from '../../core/guide/citation';
import { type Chapter, type Guide, type GuidePlace, linesOfQuestion } from '../../core/guide/guide';
import { canGoBack, canGoForward, type History, placeAt } from '../../core/guide/history';
import { parseLink } from '../../core/guide/links';
import type { PathFromAssessment } from '../../core/guide/path';
import { isDue, nextDue, type Progress, tally } from '../../core/guide/progress';
import { findQuestion } from '../../core/guide/quiz';
import { blocksOf, factsIn, type Line, linesIn, linksIn } from '../../core/guide/text';
import type { Visits } from '../../core/guide/visits';
import type {
  ChapterRow,
  ChapterState,
  GuideState,
  HomeState,
  PathState,
  QuizState,
  ReviewState,
  SearchState,
  TermState,
} from '../../protocol/guide';
import { linksBeside, type PathWords, pathOf } from './path-state';

/** Everything that what a page shows follows from. */
export interface Reading {
  readonly guide: Guide;
  readonly knowledge: Knowledge;
  readonly progress: Progress;
  /** YYYY-MM-DD, where the reader is. */
  readonly today: string;
  readonly surface: GuideState['surface'];
  readonly history: History;
  readonly visits: Visits;
  readonly search: SearchState | null;
  /** The questions of the review's round; used only there. */
  readonly round: readonly string[];
  /** How many questions are due. */
  readonly due: number;
  /** The path made from an assessment, which goes before a role's. */
  readonly assessmentPath: PathFromAssessment | undefined;
  readonly words: PathWords;
}

/** The page's whole state. */
export function describeGuide(reading: Reading): GuideState {
  const { guide, history, visits, progress, surface, search } = reading;
  const place = placeAt(history);
  const path = pathOf(reading);
  const chapter = place.kind === 'chapter' ? guide.chapterById.get(place.chapter) : undefined;
  return {
    surface,
    history,
    visits,
    place,
    canGoBack: canGoBack(history),
    canGoForward: canGoForward(history),
    home: describeHome(reading, path),
    chapter: chapter ? describeChapter(reading, chapter, place, path) : null,
    review: place.kind === 'review' ? describeReview(reading) : null,
    search,
    platform: progress.platform,
  };
}

function describeHome({ guide, progress, due }: Reading, path: PathState | null): HomeState {
  const rows = guide.chapters.map(chapter => describeRow(guide, progress, chapter));
  const numbered = rows.filter(({ number }) => number !== null);
  const sum = (count: (row: ChapterRow) => number): number => numbered.reduce((total, row) => total + count(row), 0);
  return {
    chapters: rows,
    continueAt: continueAt(guide, progress),
    due,
    roles: guide.paths.map(({ id, title, summary }) => ({ id, title, summary })),
    path,
    total: {
      sections: sum(row => row.sections),
      sectionsRead: sum(row => row.sectionsRead),
      questions: sum(row => row.questions),
      questionsRight: sum(row => row.questionsRight),
    },
  };
}

function describeRow(guide: Guide, progress: Progress, { id, number, title, minutes }: Chapter): ChapterRow {
  const { sections, sectionsRead, questions, questionsRight } = tally(guide, progress, id);
  return { id, number, title, minutes, sections, sectionsRead, questions, questionsRight };
}

/** Where to go on reading, when someone has begun and the guide still has that place. */
export function continueAt(guide: Guide, { place }: Progress): HomeState['continueAt'] {
  const chapter = place ? guide.chapterById.get(place.chapter) : undefined;
  const section = chapter?.sections.find(({ id }) => id === place?.section);
  if (!chapter || !section) return null;
  return { chapter: chapter.id, section: section.id, title: chapter.title, sectionTitle: section.title };
}

function describeChapter(reading: Reading, chapter: Chapter, place: GuidePlace, path: PathState | null): ChapterState {
  const { guide, knowledge, progress } = reading;
  // The heads are all that comparing and listing needs; the body is read here, for the one chapter that is shown.
  const { summary: _summary, text, quiz, searches, reading: furtherReading, ...head } = bodyAndHead(chapter);
  const lines = [...[...linesIn(blocksOf(text))].map(({ line }) => line), ...quiz.flatMap(linesOfQuestion)];
  const section = place.kind === 'chapter' ? place.section : null;
  return {
    head,
    text,
    citations: citationsOf(knowledge, factsIn(lines)),
    terms: termsIn(guide, chapter.id, lines),
    quiz: quiz.flatMap(question => describeQuestion(reading, `${chapter.id}.${question.id}`)),
    searches,
    reading: furtherReading,
    sectionsRead: progress.sections[chapter.id] ?? [],
    ...linksBeside(guide, chapter.id, section, path),
  };
}

/** A chapter as a plain value: one that reads its body when it is asked for cannot be sent as it is. */
function bodyAndHead(chapter: Chapter): Chapter {
  const { id, number, minutes, sections, questions } = chapter;
  const { order, title, prerequisites, covers, criteria, scaffold, reviewed } = chapter;
  const { summary, text, quiz, searches, reading } = chapter;
  return {
    ...{ id, number, minutes, sections, questions, order, title, reviewed },
    ...(prerequisites ? { prerequisites } : {}),
    ...(covers ? { covers } : {}),
    ...(criteria ? { criteria } : {}),
    ...(scaffold ? { scaffold } : {}),
    ...{ summary, text, quiz, searches, reading },
  };
}

function describeReview(reading: Reading): ReviewState {
  const { guide, knowledge, progress, round, today } = reading;
  const questions = round.flatMap(id => describeQuestion(reading, id));
  return {
    questions,
    citations: citationsOf(knowledge, factsIn(questions.flatMap(({ question }) => linesOfQuestion(question)))),
    nextDue: nextDue(guide, progress, today) ?? null,
  };
}

/** A question with what was last answered; one that is due again is open. Nothing when the guide has it no more. */
function describeQuestion({ guide, progress, today }: Reading, id: string): QuizState[] {
  const question = findQuestion(guide, id);
  const chapter = guide.chapterById.get(id.slice(0, id.indexOf('.')));
  if (!question || !chapter) return [];
  const attempt = progress.answers[id];
  const answer = attempt && !isDue(attempt, today) ? { options: attempt.options, correct: attempt.right } : null;
  return [{ id, chapter: chapter.id, chapterTitle: chapter.title, question, answer, due: attempt?.due ?? null }];
}

/** The terms that lines link to, by id. */
function termsIn(guide: Guide, chapter: string, lines: readonly Line[]): Record<string, TermState> {
  const links = linksIn(lines).map(href => parseLink(href, chapter));
  const ids = new Set(links.flatMap(link => (link?.kind === 'term' ? [link.term] : [])));
  return Object.fromEntries(
    [...ids].flatMap(id => {
      const known = guide.termById.get(id);
      if (!known) return [];
      const { term, text, chapter, section = null } = known;
      return [[id, { term, text, chapter, section }] as const];
    }),
  );
}
