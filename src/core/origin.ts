import type { Assessment } from './assessment/assessment';
import { whatWouldChange } from './assessment/change';
import { printMarkdown } from './assessment/report';
import { type Assessed, assess } from './assessment/verdict';
import type { Knowledge } from './content/knowledge';
import type { Catalogue } from './scaffold/catalogue';
import { type SuggestedChoice, suggestChoices } from './scaffold/choices';
import type { Decision } from './scaffold/parts';

/** What an assessment brings along to a project: what it speaks for, and what its decision record says. */
export interface Origin {
  readonly assessed: Assessed;
  readonly suggestions: readonly SuggestedChoice[];
  readonly decision: Decision;
}

/** What an assessment brings along; `date` is the day on which it is taken along (YYYY-MM-DD). */
export function originOf(catalogue: Catalogue, knowledge: Knowledge, assessment: Assessment, date: string): Origin {
  const { workload, answers, weights } = assessment;
  const assessed = assess(knowledge, answers, weights);
  const report = printMarkdown(knowledge, assessment, assessed, whatWouldChange(knowledge, answers, weights));
  return { assessed, suggestions: suggestChoices(catalogue, knowledge, answers), decision: { workload, date, report } };
}
