import type { AssessmentState } from '../../core/assessment/report-state';
import type { Verdict } from '../../core/assessment/verdict';
import type { ReportWords } from '../../protocol/report';
import { count, fillIn, printShare } from '../parts/phrase';

/** Scores as the page writes them: whole points. */
export function points(score: number): string {
  return String(Math.round(score));
}

/** The score, in how wide a range it lies, and how much of the weight is settled: all that the scale shows. */
export function describeScore(words: ReportWords, verdict: Verdict, missing: number): string[] {
  const { score, low, high, coverage } = verdict;
  const sentences = [
    score === undefined ? words.noScore : fillIn(missing > 0 ? words.scoreSoFar : words.score, points(score)),
  ];
  // Rounded so that the range still holds the score.
  const range = [String(Math.floor(low)), String(Math.ceil(high))] as const;
  if (high > low)
    sentences.push(
      missing > 0 ? count(words.rangeWhileMissing, missing, words.language, ...range) : fillIn(words.range, ...range),
    );
  sentences.push(fillIn(words.coverage, printShare(coverage, words.language)));
  return sentences;
}

/** Why the verdict is another one than the score alone suggests; nothing where the score is what decides. */
export function whatDecides(
  words: ReportWords,
  { fit, low, high }: Verdict,
  { poorBelow, goodFrom }: AssessmentState['policy'],
): string | undefined {
  if (fit === 'poor-fit' && high >= poorBelow) return words.blockerDecides;
  if (fit === 'fit-with-mitigations' && low >= goodFrom) return words.weaknessDecides;
  return undefined;
}

/** What a screen reader hears when an answer has changed the result. */
export function announceVerdict(words: ReportWords, verdict: Verdict): string {
  return [fillIn(words.announcement, words.fits[verdict.fit]), ...describeScore(words, verdict, 0)].join(' ');
}
