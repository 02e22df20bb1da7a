import type { Knowledge } from '../content/knowledge';
import type { Policy, Question, Theme } from '../content/types';
import type { Answer, Evidence } from '../language/answer';
import { Reading } from '../language/condition';
import type { Problem } from '../language/problem';
import { visible, visibleLine } from '../language/visible';
import { printAnswer, printReason } from '../language/wording';
import type { VerdictChange } from './change';
import { review } from './review';
import type { Assessed } from './verdict';

export type ReportState = AssessmentState | DamagedState;

/** A file that cannot be read as an assessment: never overwritten, only shown. */
export interface DamagedState {
  readonly kind: 'damaged';
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Control and direction characters are drawn as signs in all of it, but for what an edit starts from. */
export interface AssessmentState {
  readonly kind: 'assessment';
  readonly workload: string;
  readonly description: string | null;
  /** Whether answers can be changed here. Not in the left side of a diff or a read-only file system. */
  readonly editable: boolean;
  readonly assessed: Assessed;
  /** The scores between which verdicts change, so that the page can draw them. */
  readonly policy: Pick<Policy, 'poorBelow' | 'goodFrom'>;
  readonly changes: readonly VerdictChange[];
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
  /** As it stands in the file: what an edit starts from. */
  readonly answer: Answer | null;
  /** The answer as people read it. */
  readonly text: string | null;
  /** Why it does not apply, as people read it. */
  readonly reason: string | null;
  readonly evidence: readonly EvidenceState[];
}

/** A place that an answer rests on. */
export interface EvidenceState {
  /** As the file names it: what is opened. */
  readonly file: string;
  readonly line: number | null;
  /** The file's name and the text, as people read them. */
  readonly name: string;
  readonly text: string | null;
}

/** A document that holds an assessment. */
export interface ReportDocument {
  /** Where it is, for people. */
  readonly file: string;
  /** Nothing when it is too large to be read. */
  readonly text: string | undefined;
  readonly editable: boolean;
}

/**
 * Everything that the page shows of a document as it stands. What people wrote comes with its control and direction characters as signs;
 * the answers themselves go along as they are, because an edit starts from them.
 */
export function reportState(knowledge: Knowledge, { file, text, editable }: ReportDocument): ReportState {
  const reviewed = review(knowledge, text);
  if ('problems' in reviewed)
    return { kind: 'damaged', file: visibleLine(file, Number.POSITIVE_INFINITY), problems: reviewed.problems };
  const { assessment, assessed, remarks } = reviewed;
  const { workload, description, answers } = assessment;
  const reading = new Reading(knowledge, answers);
  return {
    kind: 'assessment',
    workload: visibleLine(workload),
    description: description === undefined ? null : visible(description),
    editable,
    assessed,
    changes: reviewed.changes,
    policy: knowledge.policy,
    themes: knowledge.themes,
    topics: Object.fromEntries(knowledge.topics.map(({ id, title }) => [id, title])),
    sections: knowledge.sections.map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map(question =>
        questionState(knowledge, question, answers[question.id], reading.relevance(question) === true),
      ),
    })),
    remarks,
    asOf: knowledge.asOf,
  };
}

function questionState(
  knowledge: Knowledge,
  question: Question,
  answer: Answer | undefined,
  relevant: boolean,
): QuestionState {
  return {
    question,
    relevant,
    answer: answer ?? null,
    text: answer ? printAnswer(knowledge, question, answer) : null,
    reason: answer && 'notApplicable' in answer ? printReason(answer.notApplicable) : null,
    evidence: answer?.evidence?.map(evidenceState) ?? [],
  };
}

function evidenceState({ file, line, text }: Evidence): EvidenceState {
  return {
    file,
    line: line ?? null,
    name: visibleLine(file, Number.POSITIVE_INFINITY),
    text: text === undefined ? null : visible(text),
  };
}
