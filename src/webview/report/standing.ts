import type { AssessmentState } from '../../core/assessment/report-state';
import type { Verdict } from '../../core/assessment/verdict';
import { count, fillIn, printNumber, printShare } from '../parts/phrase';
import { words } from './words';

/** Scores as the page writes them: whole points. */
export function points(score: number): string {
  return printNumber(Math.round(score));
}

/** The score, in how wide a range it lies, and how much of the weight is settled: all that the scale shows. */
export function describeScore(verdict: Verdict, missing: number): string[] {
  const { score, low, high, coverage } = verdict;
  const sentences = [
    score === undefined ? words.noScore : fillIn(missing > 0 ? words.scoreSoFar : words.score, points(score)),
  ];
  // Rounded so that the range still holds the score.
  const range = [Math.floor(low), Math.ceil(high)] as const;
  if (high > low)
    sentences.push(missing > 0 ? count(words.rangeWhileMissing, missing, ...range) : fillIn(words.range, ...range));
  sentences.push(fillIn(words.coverage, printShare(coverage)));
  return sentences;
}

/** Why the verdict is another one than the score alone suggests; nothing where the score is what decides. */
export function whatDecides(
  { fit, low, high }: Verdict,
  { poorBelow, goodFrom }: AssessmentState['policy'],
): string | undefined {
  if (fit === 'poor-fit' && high >= poorBelow) return words.blockerDecides;
  if (fit === 'fit-with-mitigations' && low >= goodFrom) return words.weaknessDecides;
  return undefined;
}

/** What a screen reader hears when an answer has changed the result. */
export function announceVerdict(verdict: Verdict): string {
  return [fillIn(words.announcement, words.fits[verdict.fit]), ...describeScore(verdict, 0)].join(' ');
}
