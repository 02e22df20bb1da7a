/** What the extension and the guide's page say to each other. Types only. */
import type { Citation } from '../core/guide/citation';
import type { GuidePlace } from '../core/guide/guide';
import type { GuideState } from '../core/guide/guide-state';
import type { SearchHit } from '../core/guide/search';
import type { Visits } from '../core/guide/visits';
import type { Counted } from './report';

/** To the page: always its whole state. Its words stand in the page. */
export interface ShowGuide {
  readonly kind: 'show';
  readonly state: GuideState;
}
export type ToGuide = ShowGuide;

/** From the page: what someone wants, never how. */
export type FromGuide =
  /** The page listens; it wants its state. */
  | { readonly kind: 'ready' }
  /** How the page looks at each visit now. */
  | { readonly kind: 'remember'; readonly visits: Visits }
  | { readonly kind: 'go'; readonly place: GuidePlace }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' }
  /** Find these words; none puts the search away, and announces that some may follow. */
  | { readonly kind: 'search'; readonly query: string }
  /** The reader is in this section now. */
  | { readonly kind: 'reading'; readonly chapter: string; readonly section: string }
  /** The reader has come to the end of a section. */
  | { readonly kind: 'read'; readonly chapter: string; readonly section: string }
  /** Mark the whole chapter as read, or as not read. */
  | { readonly kind: 'mark'; readonly chapter: string; readonly read: boolean }
  /** Answer a quiz question ("chapter.question") with these options. */
  | { readonly kind: 'answer'; readonly question: string; readonly options: readonly string[] }
  /** Show a platform's tab first, from now on. */
  | { readonly kind: 'platform'; readonly platform: string }
  /** Follow a role's path; null shows all chapters. */
  | { readonly kind: 'path'; readonly path: string | null }
  /** Make a path from an assessment; asks which. */
  | { readonly kind: 'path-from-assessment' }
  /** Do what a link of the text is for, that is not a place in the guide: "question:…", "scaffold:…", "search:…", "do:…". */
  | { readonly kind: 'follow'; readonly chapter: string; readonly href: string }
  | { readonly kind: 'copy'; readonly text: string }
  /** Show the same place in the editor area. */
  | { readonly kind: 'open-in-editor' }
  /** Show a chapter as plain Markdown. */
  | { readonly kind: 'open-markdown'; readonly chapter: string }
  | { readonly kind: 'export-progress' }
  | { readonly kind: 'reset-progress' };

/** Every word on the page that is not content, in the user's language. `{0}`, `{1}` and so on stand for values. */
export interface GuideWords {
  /** The language of these words (a BCP 47 tag), by which dates and numbers are written. */
  readonly language: string;
  readonly kinds: Readonly<Record<SearchHit['kind'], string>>;
  readonly confidences: Readonly<Record<Citation['confidence'], string>>;

  readonly guide: string;
  readonly skip: string;
  readonly toolbar: string;
  readonly home: string;
  readonly back: string;
  readonly forward: string;
  readonly openInEditor: string;
  readonly more: string;
  readonly openMarkdown: string;
  readonly markRead: string;
  readonly markUnread: string;

  readonly chapter: string;
  readonly appendix: string;
  readonly minutes: Counted;
  readonly reviewed: string;
  readonly prerequisites: string;
  readonly inThisChapter: string;
  /** Read, all. */
  readonly sectionsRead: string;
  readonly isRead: string;
  readonly previous: string;
  readonly next: string;

  readonly note: string;
  readonly tip: string;
  readonly warning: string;
  readonly toDo: string;
  readonly done: string;
  readonly code: string;
  readonly copy: string;
  readonly copyNamed: string;
  readonly copied: string;
  /** The headings of its columns. */
  readonly table: string;
  readonly platformTabs: string;
  readonly readMore: string;
  readonly searchFor: string;
  readonly searchLimits: string;

  readonly sources: string;
  /** A footnote's number. */
  readonly source: string;
  /** Date, confidence. */
  readonly sourceRead: string;
  readonly inSources: string;
  readonly backToText: string;

  readonly quizLead: string;
  /** Number of the question, of all. */
  readonly question: string;
  readonly chooseOne: string;
  readonly chooseSeveral: string;
  readonly check: string;
  readonly tryAgain: string;
  readonly nothingChosen: string;
  readonly right: string;
  readonly notRight: string;
  readonly missed: string;
  readonly rightlyLeft: string;
  readonly answerRight: string;
  readonly answerWrong: string;
  readonly comesBack: string;
  readonly readAgain: string;
  /** Right, all. */
  readonly quizAll: string;
  readonly quizSome: string;
  readonly quizNone: string;

  readonly search: string;
  readonly searchGuide: string;
  readonly clearSearch: string;
  readonly searchHelp: string;
  readonly searching: string;
  readonly results: Counted;
  readonly nothingFound: string;
  readonly nothingFoundAdvice: string;

  readonly welcome: string;
  readonly start: string;
  readonly continue: string;
  readonly due: Counted;
  readonly dueLead: string;
  readonly path: string;
  readonly allChapters: string;
  readonly fromAssessment: string;
  readonly fromAssessmentHelp: string;
  /** The path made for a workload: its title and what it is made from. `{0}` is the workload. */
  readonly toRead: string;
  readonly toReadLead: string;
  readonly chapters: string;
  readonly appendices: string;

  readonly progress: string;
  readonly progressNone: string;
  /** Sections read, all, questions right, all. */
  readonly progressSome: string;
  readonly progressAll: string;
  readonly progressKept: string;
  readonly export: string;
  readonly reset: string;

  readonly review: string;
  readonly reviewLead: string;
  readonly reviewDone: string;
  readonly reviewNext: string;
  readonly reviewNothing: string;
  /** A chapter's title. */
  readonly fromChapter: string;
}
