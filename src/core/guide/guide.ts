import { printLines } from '../content/json-lines';
import type {
  Chapter as FrontMatter,
  FurtherReading,
  ReadingPath,
  Term,
  WorkspaceSearch,
  QuizOption as WrittenOption,
  QuizQuestion as WrittenQuestion,
} from '../content/types';
import { type Block, type ChapterText, type Line, linesIn } from './text';

/** A part of a chapter that links lead to. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

/** The sections that a chapter has besides those of its text. */
export const quizSection = 'quiz';
export const readingSection = 'reading';
/** The section from which a chapter's searches are started. */
export const workspaceSection = 'workspace';

/** What is known of a chapter before it is opened. */
export interface ChapterHead extends Omit<FrontMatter, 'summary' | 'searches' | 'reading'> {
  readonly id: string;
  /** Chapters are numbered from 1 in reading order; an appendix has no number. */
  readonly number: number | null;
  /** Reading time in whole minutes: one tab of each group, code and quiz included. */
  readonly minutes: number;
  /** In the order of the text; the quiz and further reading last. */
  readonly sections: readonly Section[];
  /** The ids of its quiz questions, without the chapter's. */
  readonly questions: readonly string[];
}

/** The sections that are there to be read: the quiz is answered, and further reading is elsewhere. */
export function sectionsToRead({ sections }: Pick<ChapterHead, 'sections'>): readonly Section[] {
  return sections.filter(({ id }) => id !== quizSection && id !== readingSection);
}

/** What a chapter holds. */
export interface ChapterBody {
  /** The essence in one or two paragraphs. */
  readonly summary: readonly Block[];
  readonly text: ChapterText;
  readonly quiz: readonly QuizQuestion[];
  readonly searches: readonly WorkspaceSearch[];
  readonly reading: readonly FurtherReading[];
}

/** A question of a quiz. */
export interface QuizQuestion extends Omit<WrittenQuestion, 'case' | 'ask' | 'options'> {
  /** A small situation to judge; empty when there is none. */
  readonly case: readonly Block[];
  readonly ask: Line;
  readonly options: readonly QuizOption[];
}

export interface QuizOption extends Omit<WrittenOption, 'text' | 'feedback'> {
  readonly text: Line;
  /** Why it is right, or what would have to be true for it to be. */
  readonly feedback: Line;
}

/** Every line of a question, in the order in which it is read. */
export function linesOfQuestion(question: Pick<QuizQuestion, 'case' | 'ask' | 'options'>): Line[] {
  return [
    ...[...linesIn(question.case)].map(({ line }) => line),
    question.ask,
    ...question.options.flatMap(({ text, feedback }) => [text, feedback]),
  ];
}

/** A chapter or an appendix of the practice guide. */
export interface Chapter extends ChapterHead, ChapterBody {}

/** The practice guide as it is compiled from content/guide. */
export interface GuideFile {
  /** In reading order, appendices last. */
  readonly chapters: readonly Chapter[];
  readonly terms: readonly Term[];
  readonly paths: readonly ReadingPath[];
}

/** The guide with everything findable by id; a chapter's body is read when it is first asked for. */
export interface Guide extends GuideFile {
  readonly chapterById: ReadonlyMap<string, Chapter>;
  readonly termById: ReadonlyMap<string, Term>;
  readonly pathById: ReadonlyMap<string, ReadingPath>;
}

/** A place in the guide that can be gone to. */
export type GuidePlace =
  | { readonly kind: 'home' }
  | { readonly kind: 'chapter'; readonly chapter: string; readonly section: string | null }
  | { readonly kind: 'review' };

/** The place of a chapter, or of a section of it. */
export function placeOf(chapter: string, section: string | null = null): GuidePlace {
  return { kind: 'chapter', chapter, section };
}

export function isSamePlace(one: GuidePlace, other: GuidePlace): boolean {
  if (one.kind !== 'chapter' || other.kind !== 'chapter') return one.kind === other.kind;
  return one.chapter === other.chapter && one.section === other.section;
}

/** Makes the compiled guide findable. */
export function openGuide(file: GuideFile): Guide {
  return {
    ...file,
    chapterById: new Map(file.chapters.map(chapter => [chapter.id, chapter])),
    termById: new Map(file.terms.map(term => [term.id, term])),
    pathById: new Map(file.paths.map(path => [path.id, path])),
  };
}

/** The numbered chapters, in reading order. */
export function guideChapters(guide: GuideFile): readonly Chapter[] {
  return guide.chapters.filter(chapter => chapter.number !== null);
}

/** The guide as the file dist/guide.jsonl: a line of what is known beforehand, then a line for the body of each chapter. */
export function printGuide({ chapters, terms, paths }: GuideFile): string {
  const heads = chapters.map(({ summary: _su, text: _t, quiz: _q, searches: _se, reading: _r, ...head }) => head);
  const bodies = chapters.map(
    ({ summary, text, quiz, searches, reading }): ChapterBody => ({ summary, text, quiz, searches, reading }),
  );
  return printLines([{ chapters: heads, terms, paths }, ...bodies]);
}

/** The guide from its file. Most of the time only heads are needed, so each body is read when it is first asked for. */
export function parseGuide(text: string): Guide {
  const [first = '', ...lines] = text.split('\n');
  const { chapters, terms, paths } = JSON.parse(first) as Omit<GuideFile, 'chapters'> & { chapters: ChapterHead[] };
  return openGuide({ chapters: chapters.map((head, index) => storedChapter(head, lines[index] ?? '')), terms, paths });
}

function storedChapter(head: ChapterHead, line: string): Chapter {
  let body: ChapterBody | undefined;
  const read = (): ChapterBody => {
    body ??= JSON.parse(line) as ChapterBody;
    return body;
  };
  return {
    ...head,
    get summary() {
      return read().summary;
    },
    get text() {
      return read().text;
    },
    get quiz() {
      return read().quiz;
    },
    get searches() {
      return read().searches;
    },
    get reading() {
      return read().reading;
    },
  };
}
