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

/** The guide with everything findable by id. Most of the time only heads are needed. */
export interface Guide extends Omit<GuideFile, 'chapters'> {
  /** In reading order, appendices last. */
  readonly chapters: readonly ChapterHead[];
  readonly chapterById: ReadonlyMap<string, ChapterHead>;
  readonly termById: ReadonlyMap<string, Term>;
  readonly pathById: ReadonlyMap<string, ReadingPath>;
  /** A chapter with what it holds, which is read when it is first asked for; nothing where there is none of that id. */
  wholeChapter(id: string): Chapter | undefined;
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
export function openGuide({ chapters, terms, paths }: GuideFile): Guide {
  return guideOf({ chapters: chapters.map(headOf), terms, paths }, index => chapters[index]);
}

/** The numbered chapters, in reading order. */
export function guideChapters<C extends Pick<ChapterHead, 'number'>>(guide: { readonly chapters: readonly C[] }): C[] {
  return guide.chapters.filter(chapter => chapter.number !== null);
}

/** The guide as the file dist/guide.jsonl: a line of what is known beforehand, then a line for the body of each chapter. */
export function printGuide({ chapters, terms, paths }: GuideFile): string {
  const bodies = chapters.map(
    ({ summary, text, quiz, searches, reading }): ChapterBody => ({ summary, text, quiz, searches, reading }),
  );
  return printLines([{ chapters: chapters.map(headOf), terms, paths }, ...bodies]);
}

/** The guide from its file. To parse all of it would take many times as long as its heads and one body. */
export function parseGuide(text: string): Guide {
  const [first = '', ...lines] = text.split('\n');
  const beforehand: Beforehand = JSON.parse(first);
  return guideOf(beforehand, index => JSON.parse(lines[index] ?? ''));
}

/** What is known of the guide before a chapter is opened. */
type Beforehand = Pick<Guide, 'chapters' | 'terms' | 'paths'>;

function headOf({ summary: _su, text: _t, quiz: _q, searches: _se, reading: _r, ...head }: Chapter): ChapterHead {
  return head;
}

/** `read` gives the body of a chapter by its index, and is called once for each that is asked for. */
function guideOf({ chapters, terms, paths }: Beforehand, read: (index: number) => ChapterBody | undefined): Guide {
  const whole = new Map<string, Chapter>();
  return {
    ...{ chapters, terms, paths },
    chapterById: new Map(chapters.map(chapter => [chapter.id, chapter])),
    termById: new Map(terms.map(term => [term.id, term])),
    pathById: new Map(paths.map(path => [path.id, path])),
    wholeChapter(id) {
      const known = whole.get(id);
      if (known) return known;
      const index = chapters.findIndex(chapter => chapter.id === id);
      const [head, body] = [chapters[index], index < 0 ? undefined : read(index)];
      if (!head || !body) return undefined;
      const chapter = { ...head, ...body };
      whole.set(id, chapter);
      return chapter;
    },
  };
}
