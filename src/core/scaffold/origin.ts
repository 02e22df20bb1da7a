import type { Assessment } from '../assessment';
import { whatWouldChange } from '../change';
import type { Knowledge } from '../knowledge';
import { printMarkdown } from '../report';
import { type Assessed, assess } from '../verdict';
import type { Catalogue } from './catalogue';
import { type SuggestedChoice, suggestChoices } from './choices';
import type { Decision } from './parts';

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
