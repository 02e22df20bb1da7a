/** What the extension and the report page say to each other. Types only. */

import type { FindingOutcome } from '../core/assessment/finding';
import type { Place } from '../core/assessment/place';
import type { ReportState } from '../core/assessment/report-state';
import type { Fit } from '../core/assessment/verdict';
import type { Fact } from '../core/content/types';
import type { Answer } from '../core/language/answer';
import type { Language } from '../core/language/words';

/** To the page: always its whole state. Its words stand in the page. */
export interface ShowReport {
  readonly kind: 'show';
  readonly state: ReportState;
  /** What the page last wanted to be given back; it is read when the page begins. */
  readonly memory: Place;
}
export type ToReport = ShowReport;

/** From the page: what someone wants, never how. */
export type FromReport =
  /** The page listens; it wants its state. */
  | { readonly kind: 'ready' }
  /** Where the reader is and what is folded open now: what the page wants to be given back. */
  | { readonly kind: 'remember'; readonly memory: Place }
  /** Give a question this answer; null takes its answer away. */
  | { readonly kind: 'answer'; readonly question: string; readonly answer: Answer | null }
  /** Weigh a criterion anew, 0 to 10; null goes back to the published weight. */
  | { readonly kind: 'weigh'; readonly criterion: string; readonly weight: number | null }
  /** Go on with the wizard, at this question or where it is most decisive. */
  | { readonly kind: 'continue'; readonly question: string | null }
  /** Make a project from what the answers speak for. */
  | { readonly kind: 'scaffold' }
  /** Open what explains a question or a criterion, beside the report. */
  | { readonly kind: 'explain'; readonly subject: 'question' | 'criterion'; readonly id: string }
  /** Open the guide at what it says about a criterion. */
  | { readonly kind: 'read'; readonly criterion: string }
  /** Make a path through the guide from the answers. */
  | { readonly kind: 'read-path' }
  /** Open a file that an answer names as its evidence. */
  | { readonly kind: 'open-evidence'; readonly file: string; readonly line: number | null }
  /** Open the file as text, at this place (an offset in UTF-16 code units) or at its start. */
  | { readonly kind: 'open-text'; readonly offset: number | null };

/** A phrase in two forms; languages that need more say it so that "other" fits every count. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** Every word on the page that is not knowledge, in the user's language. `{0}`, `{1}` and so on stand for values. */
export interface ReportWords {
  /** The language of these words (a BCP 47 tag), by which dates and numbers are written. */
  readonly language: string;
  /** What core speaks, since the page has it print quantities; nothing for English, which it brings along. */
  readonly core: Language | null;
  readonly fits: Readonly<Record<Fit, string>>;
  readonly outcomes: Readonly<Record<FindingOutcome | 'lifted', string>>;
  readonly confidences: Readonly<Record<Fact['confidence'], string>>;

  readonly eyebrow: string;
  readonly contents: string;
  readonly skip: string;
  readonly readOnly: string;
  readonly continue: string;
  readonly scaffold: string;
  readonly openText: string;
  readonly whatToRead: string;
  /** Answered, relevant. */
  readonly progress: string;
  readonly announcement: string;

  readonly verdict: string;
  readonly form: string;
  readonly examples: string;
  readonly score: string;
  readonly scoreSoFar: string;
  readonly noScore: string;
  /** Low, high. */
  readonly range: string;
  /** Missing answers, low, high. */
  readonly rangeWhileMissing: Counted;
  /** A share such as 82%. */
  readonly coverage: string;
  readonly poorBelow: string;
  readonly goodFrom: string;
  readonly blockerDecides: string;
  readonly weaknessDecides: string;

  readonly blockers: string;
  readonly blockersLead: string;
  readonly noBlockers: string;
  readonly noBlockersYet: string;
  readonly stands: string;
  readonly mayStand: string;
  readonly lifted: string;
  readonly mayBeLifted: string;
  readonly wayRound: string;
  readonly nextBestForm: string;
  readonly wayRoundThen: string;
  readonly nextBestFormThen: string;
  readonly moreBlockers: Counted;

  readonly findOut: string;
  readonly findOutLead: string;
  readonly nothingMissing: string;
  readonly howToFindOut: string;
  readonly movesScore: Counted;
  readonly movesLittle: string;
  readonly couldBlock: string;
  readonly saidUnknown: string;
  readonly answerNow: string;
  readonly doneAnswering: string;
  readonly moreToFindOut: Counted;

  readonly criteria: string;
  readonly criteriaLead: string;
  readonly show: string;
  readonly showAll: string;
  readonly showAttention: string;
  readonly showOpen: string;
  readonly nothingToShow: string;
  readonly mayStillBe: string;
  readonly answersSeen: string;
  readonly notAnswered: string;
  readonly noAnswersSeen: string;
  readonly remedy: string;
  readonly facts: string;
  /** Date, confidence. */
  readonly factRead: string;
  readonly weight: string;
  readonly weightHelp: string;
  readonly weightPublished: string;
  readonly weightChanged: string;
  readonly resetWeight: string;
  readonly aboutCriterion: string;
  readonly guide: string;

  readonly changes: string;
  readonly changesLead: string;
  readonly noChanges: string;
  readonly noChangesYet: string;
  readonly allChanges: string;
  readonly fewerChanges: string;
  readonly question: string;
  readonly today: string;
  readonly instead: string;
  readonly leadsTo: string;

  readonly answers: string;
  readonly answersLead: string;
  readonly answered: string;
  readonly irrelevant: string;
  readonly irrelevantWhy: string;
  readonly keptAnswer: string;
  readonly yes: string;
  readonly no: string;
  readonly typical: string;
  /** An example of what can be typed, with a unit. */
  readonly numberHelp: string;
  readonly notANumber: string;
  readonly dontKnow: string;
  readonly notApplicable: string;
  readonly notApplicableReason: string;
  readonly notApplicableSave: string;
  readonly cancel: string;
  readonly clear: string;
  readonly explain: string;
  readonly note: string;
  readonly addNote: string;
  readonly noteHelp: string;
  readonly evidence: string;
  readonly line: string;

  readonly remarks: string;
  readonly remarksLead: string;
  /** Line, column. */
  readonly place: string;
  readonly asOf: string;
  readonly offline: string;

  readonly damaged: string;
  readonly damagedLead: string;
  readonly damagedKept: string;
}
