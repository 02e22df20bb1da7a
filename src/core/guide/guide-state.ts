import type { Knowledge } from '../content/knowledge';
import type { FurtherReading, WorkspaceSearch } from '../content/types';
import { type Citation, citationsOf } from './citation';
import { type ChapterHead, type Guide, type GuidePlace, linesOfQuestion, type QuizQuestion } from './guide';
import { canGoBack, canGoForward, type History, placeAt } from './history';
import { parseLink } from './links';
import type { PathFromAssessment } from './path';
import { linksBeside, type PathState, type PlaceLink, pathOf } from './path-state';
import { isDue, nextDue, type Progress, tally } from './progress';
import { findQuestion } from './quiz';
import type { SearchHit } from './search';
import { blocksOf, type ChapterText, factsIn, type Line, linesIn, linksIn } from './text';
import type { Visits } from './visits';

/** Everything that the page of the guide shows. */
export interface GuideState {
  /** Where the page stands: a narrow side bar or an editor's tab. */
  readonly surface: 'side bar' | 'editor';
  /** The places gone to. */
  readonly history: History;
  /** How the page looked at each visit, as it last said; it reads that when it begins. */
  readonly visits: Visits;
  readonly place: GuidePlace;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly home: HomeState;
  /** When the place is a chapter. */
  readonly chapter: ChapterState | null;
  /** When the place is the review. */
  readonly review: ReviewState | null;
  /** While something is searched for. */
  readonly search: SearchState | null;
  /** The platform whose tab is shown first; nothing until one was chosen. */
  readonly platform: string | null;
}

export interface HomeState {
  /** Every chapter and appendix, in reading order. */
  readonly chapters: readonly ChapterRow[];
  /** Where to go on reading. */
  readonly continueAt: {
    readonly chapter: string;
    readonly section: string;
    readonly title: string;
    readonly sectionTitle: string;
  } | null;
  /** Questions that were answered wrongly and are due again today. */
  readonly due: number;
  readonly roles: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
  /** The path that is followed; nothing shows all chapters. */
  readonly path: PathState | null;
  /** Over the numbered chapters: sections read, questions answered rightly at the last try. */
  readonly total: {
    readonly sections: number;
    readonly sectionsRead: number;
    readonly questions: number;
    readonly questionsRight: number;
  };
}

export interface ChapterRow {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly minutes: number;
  readonly sections: number;
  readonly sectionsRead: number;
  readonly questions: number;
  readonly questionsRight: number;
}

export interface ChapterState {
  readonly head: ChapterHead;
  readonly text: ChapterText;
  /** By id; every fact that the text and the quiz quote. */
  readonly citations: Readonly<Record<string, Citation>>;
  /** By id; every term that the text links to. */
  readonly terms: Readonly<Record<string, TermState>>;
  readonly quiz: readonly QuizState[];
  readonly searches: readonly WorkspaceSearch[];
  readonly reading: readonly FurtherReading[];
  /** Ids of the sections that have been read. */
  readonly sectionsRead: readonly string[];
  readonly previous: PlaceLink | null;
  /** On the path that is followed, else in reading order. */
  readonly next: PlaceLink | null;
}

export interface TermState {
  readonly term: string;
  readonly text: string;
  readonly chapter: string;
  readonly section: string | null;
}

export interface QuizState {
  /** "chapter.question". */
  readonly id: string;
  readonly chapter: string;
  readonly chapterTitle: string;
  readonly question: QuizQuestion;
  /** What was answered last, unless it is due again. */
  readonly answer: { readonly options: readonly string[]; readonly correct: boolean } | null;
  /** The day (YYYY-MM-DD) on which it comes back; nothing when it need not. */
  readonly due: string | null;
}

export interface ReviewState {
  /** The questions of this round: those that were due when it began, answered ones included. */
  readonly questions: readonly QuizState[];
  /** The facts that their texts quote. */
  readonly citations: Readonly<Record<string, Citation>>;
  /** The day on which the next one is due, when none is today. */
  readonly nextDue: string | null;
}

export interface SearchState {
  readonly query: string;
  readonly hits: readonly SearchHit[];
}

/** Everything that what a page shows follows from. */
export interface Shown {
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
}

/** The page's whole state. */
export function guideState(reading: Shown): GuideState {
  const { history, visits, progress, surface, search } = reading;
  const place = placeAt(history);
  const path = pathOf(reading);
  return {
    surface,
    history,
    visits,
    place,
    canGoBack: canGoBack(history),
    canGoForward: canGoForward(history),
    home: describeHome(reading, path),
    chapter: describeChapter(reading, place, path),
    review: place.kind === 'review' ? describeReview(reading) : null,
    search,
    platform: progress.platform,
  };
}

function describeHome({ guide, progress, due }: Shown, path: PathState | null): HomeState {
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

function describeRow(guide: Guide, progress: Progress, { id, number, title, minutes }: ChapterHead): ChapterRow {
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

function describeChapter(reading: Shown, place: GuidePlace, path: PathState | null): ChapterState | null {
  const { guide, knowledge, progress } = reading;
  if (place.kind !== 'chapter') return null;
  const { chapter: id, section } = place;
  const [head, chapter] = [guide.chapterById.get(id), guide.wholeChapter(id)];
  if (!head || !chapter) return null;
  const { text, quiz, searches, reading: furtherReading } = chapter;
  const lines = [...[...linesIn(blocksOf(text))].map(({ line }) => line), ...quiz.flatMap(linesOfQuestion)];
  return {
    head,
    text,
    citations: citationsOf(knowledge, factsIn(lines)),
    terms: termsIn(guide, id, lines),
    quiz: quiz.flatMap(question => describeQuestion(reading, `${id}.${question.id}`)),
    searches,
    reading: furtherReading,
    sectionsRead: progress.sections[id] ?? [],
    ...linksBeside(guide, id, section, path),
  };
}

function describeReview(reading: Shown): ReviewState {
  const { guide, knowledge, progress, round, today } = reading;
  const questions = round.flatMap(id => describeQuestion(reading, id));
  return {
    questions,
    citations: citationsOf(knowledge, factsIn(questions.flatMap(({ question }) => linesOfQuestion(question)))),
    nextDue: nextDue(guide, progress, today) ?? null,
  };
}

/** A question with what was last answered; one that is due again is open. Nothing when the guide has it no more. */
function describeQuestion({ guide, progress, today }: Shown, id: string): QuizState[] {
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
