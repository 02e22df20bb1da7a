import { parseAssessment } from '../../core/assessment/assessment-parser';
import { whatWouldChange } from '../../core/assessment/change';
import { assess } from '../../core/assessment/verdict';
import type { Knowledge } from '../../core/content/knowledge';
import type { Question } from '../../core/content/types';
import type { Answer, Evidence } from '../../core/language/answer';
import { Reading } from '../../core/language/condition';
import { visible, visibleLine } from '../../core/language/visible';
import { printAnswer, printReason } from '../../core/language/wording';
import type { EvidenceState, QuestionState, ReportState } from '../../protocol/report';

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
  const parsed = parseAssessment(knowledge, text);
  if ('problems' in parsed)
    return { kind: 'damaged', file: visibleLine(file, Number.POSITIVE_INFINITY), problems: parsed.problems };
  const { workload, description, answers, weights } = parsed.assessment;
  const reading = new Reading(knowledge, answers);
  return {
    kind: 'assessment',
    workload: visibleLine(workload),
    description: description === undefined ? null : visible(description),
    editable,
    assessed: assess(knowledge, answers, weights),
    changes: whatWouldChange(knowledge, answers, weights),
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
    remarks: parsed.remarks,
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
