import type { Knowledge } from '../content/knowledge';
import type { Answers } from '../language/answer';
import type { Judgement } from './judgement';

/** An open question and what it could change. */
export interface Missing {
  readonly question: string;
  readonly title: string;
  readonly ask: string;
  readonly findOut: string;
  /** Said not to be known, as against not asked yet. */
  readonly dontKnow: boolean;
  /** Points by which its criteria can still move the score; not rounded. */
  readonly points: number;
  /** Whether it may rule a plain function out or, where one is ruled out, decide whether there is a way round. */
  readonly couldBlock: boolean;
  /** The criteria that wait for it. */
  readonly criteria: readonly string[];
}

/**
 * The open questions, ordered by what they can change: those that may rule a plain function out, then by the points
 * that wait for them. A criterion that waits for several questions shares its points among them.
 */
export function rankMissing(
  knowledge: Knowledge,
  answers: Answers,
  inPlay: readonly Judgement[],
  weigh: (judgement: Judgement) => number,
): Missing[] {
  const total = inPlay.reduce((sum, judgement) => sum + weigh(judgement), 0);
  const found = new Map<string, { points: number; couldBlock: boolean; criteria: string[] }>();
  for (const judgement of inPlay) {
    if (judgement.missing.length === 0) continue;
    const merits = judgement.possible.map(possibility => possibility.merit);
    // Leaving the sum is, for the score, like a finding that is neither here nor there.
    if (judgement.mayLeave) merits.push(knowledge.policy.merit.neutral);
    const spread = Math.max(...merits) - Math.min(...merits);
    const points = total > 0 ? (spread * weigh(judgement)) / total / judgement.missing.length : 0;
    for (const question of judgement.missing) {
      const entry = found.get(question) ?? { points: 0, couldBlock: false, criteria: [] };
      entry.points += points;
      entry.couldBlock ||= judgement.blocking.includes(question);
      entry.criteria.push(judgement.criterion.title);
      found.set(question, entry);
    }
  }
  return knowledge.questions
    .flatMap(question => {
      const entry = found.get(question.id);
      if (!entry) return [];
      const { id, title, ask, findOut } = question;
      const answer = answers[id];
      return [{ question: id, title, ask, findOut, dontKnow: answer !== undefined && 'unknown' in answer, ...entry }];
    })
    .sort((a, b) => Number(b.couldBlock) - Number(a.couldBlock) || b.points - a.points);
}
