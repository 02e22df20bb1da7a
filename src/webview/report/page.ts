import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Place } from '../../core/assessment/place';
import type { AssessmentState } from '../../core/assessment/report-state';
import type { FromReport } from '../../protocol/report';

/** What every part of the page may need: its state, the way up, and where the reader is. */
export interface Page {
  readonly state: AssessmentState;
  send(intent: FromReport): void;
  readonly place: Place;
  fold(id: string, open: boolean): void;
  filter(filter: string): void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This part stands outside the report page.');
  return page;
}

/** The anchor of a question among the answers. */
export function questionRow(question: string): string {
  return `question-${question}`;
}

/** The anchor of a criterion. */
export function criterionRow(criterion: string): string {
  return `criterion-${criterion}`;
}
