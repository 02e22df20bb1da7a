import { printMarkdown } from './assessment/report';
import type { Review } from './assessment/review';
import type { Fit } from './assessment/verdict';
import type { Knowledge } from './content/knowledge';
import type { Problem } from './language/problem';
import type { Catalogue } from './scaffold/catalogue';
import { type SuggestedChoice, suggestChoices } from './scaffold/choices';
import type { Decision } from './scaffold/parts';

/** What an assessment brings along to a project: what it speaks for, and what its decision record says. */
export interface Origin {
  readonly fit: Fit;
  /** The verdict in a sentence or two. */
  readonly because: string;
  readonly suggestions: readonly SuggestedChoice[];
  readonly decision: Decision;
  /** What is odd in the text of the assessment, but harmless. */
  readonly remarks: readonly Problem[];
}

/** What an assessment brings along; `date` is the day on which it is taken along (YYYY-MM-DD). */
export function originOf(catalogue: Catalogue, knowledge: Knowledge, review: Review, date: string): Origin {
  const { assessment, assessed, changes, remarks } = review;
  const { workload, answers } = assessment;
  const { fit, because } = assessed.verdict;
  const report = printMarkdown(knowledge, assessment, assessed, changes);
  return {
    fit,
    because,
    suggestions: suggestChoices(catalogue, knowledge, answers),
    decision: { workload, date, report },
    remarks,
  };
}
