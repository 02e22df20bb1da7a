import type { Knowledge, KnownFact } from '../content/knowledge';
import type { Form, Outcome } from '../content/types';
import type { Answers } from '../language/answer';
import type { Reading } from '../language/condition';
import { factsIn, fill, printAnswer, printReason } from '../language/wording';
import { join, lower, say } from '../language/words';
import { isSettled, type Judgement } from './judgement';

/** How a finding came out: an outcome, not known yet, or not applicable to this workload. */
export type FindingOutcome = Outcome | 'open' | 'not-applicable';

export interface Finding {
  readonly criterion: string;
  readonly title: string;
  readonly theme: string;
  readonly topic: string;
  readonly outcome: FindingOutcome;
  /** For a blocker: a serverless way round exists. */
  readonly lifted: boolean;
  /** For one that is open: what it may still come to, best first. */
  readonly possible: readonly Outcome[];
  readonly because: string;
  readonly remedy: string | undefined;
  /** Points from 0 to 100; nothing while open or when it does not apply. */
  readonly merit: number | undefined;
  /** The weight that counted, and the published one. */
  readonly weight: number;
  readonly defaultWeight: number;
  /** The answers it rests on. */
  readonly saw: readonly Seen[];
  /** The sourced numbers that its sentences quote. */
  readonly facts: readonly KnownFact[];
}

/** An answer as a finding saw it. */
export interface Seen {
  readonly question: string;
  readonly title: string;
  /** Nothing when it is not answered. */
  readonly text: string | undefined;
}

export interface Blocker {
  readonly criterion: string;
  readonly title: string;
  /** Whether it stands, or may only come to stand. */
  readonly certain: boolean;
  readonly lifted: boolean;
  readonly because: string;
  readonly wayRound: { readonly title: string; readonly how: string } | undefined;
  readonly nextBestForm: Form | undefined;
}

/** A criterion as the report tells it. */
export function findingOf(
  knowledge: Knowledge,
  reading: Reading,
  answers: Answers,
  judgement: Judgement,
  weight: number,
): Finding {
  const { criterion, possible } = judgement;
  const questions = knowledge.questionsOf.get(criterion.id) ?? [];
  const saw = questions.flatMap(id => {
    const question = knowledge.questionById.get(id);
    if (!question || reading.relevance(question) !== true) return [];
    const answer = answers[id];
    return [{ question: id, title: question.title, text: answer && printAnswer(knowledge, question, answer) }];
  });
  const common = {
    criterion: criterion.id,
    title: criterion.title,
    theme: criterion.theme,
    topic: criterion.topic,
    weight,
    defaultWeight: criterion.weight,
    saw,
  };
  const [first] = possible;
  if (!first) {
    return {
      ...common,
      outcome: 'not-applicable',
      lifted: false,
      possible: [],
      because: whyOut(knowledge, answers, questions),
      remedy: undefined,
      merit: undefined,
      facts: [],
    };
  }
  const { rule } = first;
  if (!isSettled(judgement)) {
    const questions = titles(knowledge, judgement.missing);
    // One rule, several ways round: what is the matter is known, only how to get round it is not.
    const oneRule = !judgement.mayLeave && possible.every(possibility => possibility.rule === rule);
    const best = [...possible].sort((a, b) => b.merit - a.merit);
    return {
      ...common,
      outcome: 'open',
      lifted: false,
      possible: [...new Set(best.map(possibility => possibility.outcome))],
      because: oneRule
        ? say('finding.open-way-round', { because: fill(knowledge, reading, rule.because), questions })
        : say('finding.open', { questions }),
      remedy: undefined,
      merit: undefined,
      facts: oneRule ? factsIn(knowledge, rule.because) : [],
    };
  }
  return {
    ...common,
    outcome: first.outcome,
    lifted: first.lifted,
    possible: [first.outcome],
    because: fill(knowledge, reading, rule.because),
    remedy: rule.remedy && fill(knowledge, reading, rule.remedy),
    merit: first.merit,
    facts: factsIn(knowledge, rule.because, rule.remedy, first.wayRound?.how),
  };
}

function whyOut(knowledge: Knowledge, answers: Answers, questions: readonly string[]): string {
  const reasons = questions.flatMap(id => {
    const answer = answers[id];
    const title = knowledge.questionById.get(id)?.title;
    return answer && title && 'notApplicable' in answer
      ? [say('finding.reason', { title: lower(title), reason: printReason(answer.notApplicable) })]
      : [];
  });
  return reasons.length > 0 ? say('finding.does-not-apply', { reasons: join(reasons) }) : say('finding.does-not-arise');
}

/** What rules a plain function out, or may still do so: certain ones first, then those that ask for the heaviest form. */
export function findBlockers(knowledge: Knowledge, reading: Reading, inPlay: readonly Judgement[]): Blocker[] {
  const rank = (blocker: Blocker): number =>
    (blocker.certain ? 100 : 0) + (blocker.nextBestForm ? knowledge.forms.indexOf(blocker.nextBestForm) : 0);
  return inPlay
    .flatMap(judgement => {
      const possible = judgement.possible.filter(possibility => possibility.outcome === 'blocker');
      // Of several ways it may go, the one that comes first in the rules and ways round is shown.
      const [first] = possible;
      if (!first) return [];
      const certain = !judgement.mayLeave && possible.length === judgement.possible.length;
      const { criterion } = judgement;
      return [
        {
          criterion: criterion.id,
          title: criterion.title,
          certain,
          lifted: possible.every(possibility => possibility.lifted),
          because: certain
            ? fill(knowledge, reading, first.rule.because)
            : say('blocker.open', { questions: titles(knowledge, judgement.missing) }),
          wayRound: first.wayRound && {
            title: first.wayRound.title,
            how: fill(knowledge, reading, first.wayRound.how),
          },
          nextBestForm: first.wayRound && knowledge.formById.get(first.wayRound.form),
        },
      ];
    })
    .sort((a, b) => rank(b) - rank(a));
}

/** Questions as a sentence names them. */
function titles(knowledge: Knowledge, questions: readonly string[]): string {
  return join(questions.map(id => lower(knowledge.questionById.get(id)?.title ?? id)));
}
