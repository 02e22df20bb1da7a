/** What the extension and the report page say to each other. Types only. */
import type { Answer } from '../core/answer';
import type { Problem } from '../core/assessment-parser';
import type { Change } from '../core/change';
import type { Question, Theme } from '../core/content';
import type { Assessed, Fit } from '../core/verdict';

/** To the page: always its whole state. */
export interface ShowReport {
  readonly kind: 'show';
  readonly state: ReportState;
  readonly words: ReportWords;
}
export type ToReport = ShowReport;

/** From the page: what someone wants, never how. */
export type FromReport =
  /** The page listens; it wants its state. */
  | { readonly kind: 'ready' }
  /** Give a question this answer; null takes its answer away. */
  | { readonly kind: 'answer'; readonly question: string; readonly answer: Answer | null }
  /** Weigh a criterion anew, 0 to 10; null goes back to the published weight. */
  | { readonly kind: 'weigh'; readonly criterion: string; readonly weight: number | null }
  /** Go on with the wizard, at this question or where it is most decisive. */
  | { readonly kind: 'continue'; readonly question: string | null }
  /** Open what explains a question, a criterion or a topic, beside the report. */
  | { readonly kind: 'explain'; readonly subject: 'question' | 'criterion' | 'topic'; readonly id: string }
  /** Open a file that an answer names as its evidence. */
  | { readonly kind: 'open-evidence'; readonly file: string; readonly line: number | null }
  /** Open the file as text, at this place (an offset in UTF-16 code units) or at its start. */
  | { readonly kind: 'open-text'; readonly offset: number | null };

export type ReportState = AssessmentState | DamagedState;

/** A file that cannot be read as an assessment: never overwritten, only shown. */
export interface DamagedState {
  readonly kind: 'damaged';
  readonly file: string;
  readonly problems: readonly Problem[];
}

export interface AssessmentState {
  readonly kind: 'assessment';
  readonly workload: string;
  readonly description: string | null;
  /** Whether answers can be changed here. Not in the left side of a diff or a read-only file system. */
  readonly editable: boolean;
  readonly assessed: Assessed;
  readonly changes: readonly Change[];
  readonly themes: readonly Theme[];
  /** The guide's title of each topic by id. */
  readonly topics: Readonly<Record<string, string>>;
  readonly sections: readonly SectionState[];
  /** Entries of the file that this version does not know and left aside. */
  readonly remarks: readonly Problem[];
  /** The day on which the newest fact was read. */
  readonly asOf: string;
}

export interface SectionState {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly QuestionState[];
}

export interface QuestionState {
  readonly question: Question;
  /** Whether it matters, as far as today's answers tell. An answer that does not matter is kept but not used. */
  readonly relevant: boolean;
  readonly answer: Answer | null;
  /** The answer as people read it. */
  readonly text: string | null;
}

/** Every word on the page that is not knowledge, in the user's language. `{0}` and `{1}` stand for values. */
export interface ReportWords {
  readonly fits: Readonly<Record<Fit, string>>;
  readonly outcomes: Readonly<
    Record<'strength' | 'neutral' | 'concern' | 'weakness' | 'blocker' | 'lifted' | 'open' | 'not-applicable', string>
  >;
  readonly confidences: Readonly<Record<'provider' | 'secondary' | 'computed', string>>;
  readonly [name: string]: string | Readonly<Record<string, string>>;
}
