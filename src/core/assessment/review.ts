import type { Knowledge } from '../content/knowledge';
import type { Problem } from '../language/problem';
import type { Assessment } from './assessment';
import { type Damaged, parseAssessment } from './assessment-parser';
import { type VerdictChange, whatWouldChange } from './change';
import { type Assessed, assess } from './verdict';

/** An assessment with what comes of it. */
export interface Review {
  readonly assessment: Assessment;
  /** What is odd in its text, but harmless. */
  readonly remarks: readonly Problem[];
  readonly assessed: Assessed;
  /** The single answers that would turn the verdict; worked out when it is first asked for. */
  readonly changes: readonly VerdictChange[];
}

/** Reads an assessment and judges it: the text is parsed once, whatever is asked of it. `undefined` is a text too large to be read. */
export function review(knowledge: Knowledge, text: string | undefined): Review | Damaged {
  const parsed = parseAssessment(knowledge, text);
  return 'problems' in parsed ? parsed : reviewOf(knowledge, parsed.assessment, parsed.remarks);
}

/** Judges an assessment that has been read, or made. */
export function reviewOf(knowledge: Knowledge, assessment: Assessment, remarks: readonly Problem[] = []): Review {
  return new Judged(knowledge, assessment, remarks);
}

class Judged implements Review {
  readonly assessed: Assessed;
  private found: readonly VerdictChange[] | undefined;

  constructor(
    private readonly knowledge: Knowledge,
    readonly assessment: Assessment,
    readonly remarks: readonly Problem[],
  ) {
    this.assessed = assess(knowledge, assessment.answers, assessment.weights);
  }

  get changes(): readonly VerdictChange[] {
    this.found ??= whatWouldChange(this.knowledge, this.assessment.answers, this.assessment.weights);
    return this.found;
  }
}
