import type { Knowledge } from '../content/knowledge';
import type { Form, Outcome } from '../content/types';
import type { Answers } from '../language/answer';
import { Reading } from '../language/condition';
import { join, lower, say } from '../language/words';
import { type Blocker, type Finding, findBlockers, findingOf } from './finding';
import { isOut, type Judgement, judge, type Possibility } from './judgement';
import { type Missing, rankMissing } from './missing';
import { type Score, score } from './score';

/** What a verdict says. "Undecided" as long as open answers could still make it another one. */
export type Fit = 'good-fit' | 'fit-with-mitigations' | 'poor-fit' | 'undecided';

/** The verdicts that a complete set of answers can come to, from the best to the worst. */
export const decidedFits = ['good-fit', 'fit-with-mitigations', 'poor-fit'] as const satisfies readonly Fit[];
export type DecidedFit = (typeof decidedFits)[number];

/** What assessing a workload comes to: derived from answers, never saved. */
export interface Assessed {
  readonly verdict: Verdict;
  /** Every criterion, in the order of the report. */
  readonly findings: readonly Finding[];
  /** What rules a plain function out, or may still do so, heaviest form first; apart from the score. */
  readonly blockers: readonly Blocker[];
  /** What to find out, the most decisive first. */
  readonly missing: readonly Missing[];
  /** Questions that matter for this workload, and how many of them have an answer ("don't know" is one). */
  readonly progress: { readonly answered: number; readonly relevant: number };
}

export interface Verdict extends Score {
  readonly fit: Fit;
  /** The verdicts that are still possible; one when it is decided. */
  readonly possible: readonly DecidedFit[];
  /** The form the workload should take; nothing while undecided. */
  readonly form: Form | undefined;
  /** The verdict in a sentence or two. */
  readonly because: string;
}

/** The largest weight that someone can give a criterion. */
export const largestWeight = 10;

/** Weights by criterion id that differ from the published ones; not negative. */
export type Weights = Readonly<Record<string, number>>;

/**
 * Assesses a workload. Deterministic: the same knowledge, answers and weights give the same result, on any machine
 * and in whatever order the answers came.
 */
export function assess(knowledge: Knowledge, answers: Answers, weights: Weights = {}): Assessed {
  const { reading, judgements, inPlay, points, possible, weigh } = weighUp(knowledge, answers, weights);
  const blockers = findBlockers(knowledge, reading, inPlay);
  const findings = judgements.map(judgement => findingOf(knowledge, reading, answers, judgement, weigh(judgement)));
  const missing = rankMissing(knowledge, answers, inPlay, weigh);
  const verdict = decide(knowledge, points, possible, blockers, findings, missing);
  const relevant = knowledge.questions.filter(question => reading.relevance(question) === true);
  return {
    verdict,
    findings,
    blockers,
    missing,
    progress: { answered: relevant.filter(question => answers[question.id]).length, relevant: relevant.length },
  };
}

/** The part of an assessment that needs no words: what each criterion may come to, the score, and the fits left. */
export function weighUp(knowledge: Knowledge, answers: Answers, weights: Weights = {}) {
  const reading = new Reading(knowledge, answers);
  const judgements = knowledge.criteria.map(criterion => judge(knowledge, criterion, reading));
  const weigh = (judgement: Judgement): number => weights[judgement.criterion.id] ?? judgement.criterion.weight;
  const inPlay = judgements.filter(judgement => !isOut(judgement));
  const points = score(
    inPlay.map(judgement => ({
      weight: weigh(judgement),
      least: Math.min(...judgement.possible.map(possibility => possibility.merit)),
      most: Math.max(...judgement.possible.map(possibility => possibility.merit)),
      mayLeave: judgement.mayLeave,
    })),
  );
  const possible = possibleFits(knowledge, inPlay, points);
  return { reading, judgements, inPlay, points, possible, weigh };
}

/** The fits that some set of answers could still lead to; never too few. */
function possibleFits(knowledge: Knowledge, inPlay: readonly Judgement[], points: Score): DecidedFit[] {
  const { goodFrom, poorBelow } = knowledge.policy;
  if (inPlay.length === 0) return [...decidedFits];
  const mustBe = (test: (possibility: Possibility) => boolean): boolean =>
    inPlay.some(judgement => !judgement.mayLeave && judgement.possible.every(test));
  const mayBe = (test: (possibility: Possibility) => boolean): boolean =>
    inPlay.some(judgement => judgement.possible.some(test));
  const stands = (possibility: Possibility): boolean => possibility.outcome === 'blocker' && !possibility.lifted;
  const mitigated = (possibility: Possibility): boolean =>
    possibility.outcome === 'blocker' || possibility.outcome === 'weakness';

  const poorForSure = mustBe(stands) || points.high < poorBelow;
  if (poorForSure) return ['poor-fit'];
  const poorPossible = mayBe(stands) || points.low < poorBelow;
  const goodPossible = !mustBe(mitigated) && points.high >= goodFrom;
  const goodForSure = !mayBe(mitigated) && points.low >= goodFrom;
  return decidedFits.filter(fit =>
    fit === 'good-fit' ? goodPossible : fit === 'poor-fit' ? poorPossible : !goodForSure,
  );
}

function decide(
  knowledge: Knowledge,
  points: Score,
  possible: readonly DecidedFit[],
  blockers: readonly Blocker[],
  findings: readonly Finding[],
  missing: readonly Missing[],
): Verdict {
  const fit = toFit(possible);
  const form = fit === 'undecided' ? undefined : adviseForm(knowledge, fit, blockers);
  const because = summarise(knowledge, fit, form, points, possible, blockers, findings, missing);
  return { ...points, fit, possible, form, because };
}

/** The fit that is left, or that it is undecided. */
export function toFit(possible: readonly DecidedFit[]): Fit {
  return possible.length === 1 && possible[0] ? possible[0] : 'undecided';
}

/** The heaviest form that a standing or lifted blocker asks for; without one, a function or what the policy names. */
function adviseForm(knowledge: Knowledge, fit: DecidedFit, blockers: readonly Blocker[]): Form | undefined {
  const rank = (form: Form): number => knowledge.forms.indexOf(form);
  const asked = blockers.flatMap(blocker => (blocker.certain && blocker.nextBestForm ? [blocker.nextBestForm] : []));
  const poorByScore = fit === 'poor-fit' && !blockers.some(blocker => blocker.certain && !blocker.lifted);
  const floor = poorByScore ? knowledge.formById.get(knowledge.policy.poorForm) : knowledge.forms[0];
  return [...asked, ...(floor ? [floor] : [])].sort((a, b) => rank(b) - rank(a))[0];
}

function summarise(
  knowledge: Knowledge,
  fit: Fit,
  form: Form | undefined,
  points: Score,
  possible: readonly DecidedFit[],
  blockers: readonly Blocker[],
  findings: readonly Finding[],
  missing: readonly Missing[],
): string {
  const standing = blockers.filter(blocker => blocker.certain && !blocker.lifted);
  const lifted = blockers.filter(blocker => blocker.certain && blocker.lifted);
  const names = (of: readonly { title: string }[]): string => join(of.slice(0, 3).map(item => lower(item.title)));
  const better = form?.phrase ?? say('form.other');
  switch (fit) {
    case 'undecided': {
      const first = missing[0];
      if (!first) return say('verdict.nothing-to-judge');
      return say('verdict.undecided', { fits: join(possible.map(printFit), 'disjunction'), ask: first.ask });
    }
    case 'poor-fit':
      if (standing.length > 0) return say('verdict.blocked', { names: names(standing), form: better });
      return lifted.length > 0
        ? say('verdict.poor-though-lifted', { names: names(lifted), form: better })
        : say('verdict.poor', { form: better });
    case 'good-fit': {
      const strengths = strongest(findings, 'strength');
      return strengths.length > 0 ? say('verdict.good-because', { names: names(strengths) }) : say('verdict.good');
    }
    case 'fit-with-mitigations': {
      // Another form takes care of a blocker by itself; where it stays a plain function, someone has to.
      const carried = lifted.filter(blocker => blocker.nextBestForm !== knowledge.forms[0]);
      const weak = [...lifted.filter(blocker => !carried.includes(blocker)), ...strongest(findings, 'weakness')];
      if (carried.length > 0)
        return weak.length > 0
          ? say('verdict.carried-but', { form: better, names: names(carried), weak: names(weak) })
          : say('verdict.carried', { form: better, names: names(carried) });
      if (weak.length > 0) return say('verdict.mitigate', { names: names(weak) });
      return say('verdict.with-care', { score: Math.round(points.score ?? points.low) });
    }
  }
}

/** A fit in words, inside a sentence. */
export function printFit(fit: Fit): string {
  return say(`fit.${fit}`);
}

function strongest(findings: readonly Finding[], outcome: Outcome): Finding[] {
  return findings.filter(finding => finding.outcome === outcome).sort((a, b) => b.weight - a.weight);
}
