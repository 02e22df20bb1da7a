/** What the rules of criteria come to, tried out with every combination of answers that they can tell apart. */
import { isDeepStrictEqual } from 'node:util';
import { isOut, isSettled, judge } from '../core/assessment/judgement';
import type { Knowledge } from '../core/content/knowledge';
import type { Criterion, Question } from '../core/content/types';
import { Reading } from '../core/language/condition';
import { fill } from '../core/language/wording';
import { askQuantities, casesOf, questionsBearingOn, typicalValues } from './cases.mts';
import { at, type Check } from './check-shape.mts';

/** Checks that run the engine; they need references that hold. */
export const ruleChecks: readonly Check[] = [
  {
    name: 'gaps',
    about: 'Complete answers always settle a criterion, whatever value a derived quantity has.',
    *run(knowledge) {
      const asked = askQuantities(knowledge);
      for (const criterion of knowledge.criteria) {
        const problem = firstGap(knowledge, criterion) ?? firstGap(asked, criterion);
        if (problem) yield at(criterion, problem);
      }
    },
  },
  {
    name: 'unreachable rules',
    about: 'Every rule and way round is taken by some complete answers, and its words never say "unknown".',
    *run(knowledge) {
      for (const criterion of knowledge.criteria) {
        const reached = new Set<object>();
        for (const answers of casesOf(knowledge, criterion)) {
          const reading = new Reading(knowledge, answers);
          const [possibility] = judge(knowledge, criterion, reading).possible;
          if (!possibility) continue;
          const { rule, wayRound } = possibility;
          const fresh = !reached.has(rule) || (wayRound && !reached.has(wayRound));
          reached.add(rule);
          if (wayRound) reached.add(wayRound);
          if (!fresh) continue;
          for (const text of [rule.because, rule.remedy, wayRound?.how])
            if (text && /\bunknown\b/.test(fill(knowledge, reading, text)))
              yield at(criterion, `"${text}" speaks of an answer that need not be there`);
        }
        for (const [index, rule] of criterion.rules.entries()) {
          if (!reached.has(rule)) yield at(criterion, `rule ${index + 1} is never taken`);
          else
            for (const way of rule.wayRound ?? [])
              if (!reached.has(way))
                yield at(criterion, `rule ${index + 1}: the way round "${way.title}" is never taken`);
        }
      }
    },
  },
  {
    name: 'merit of answers',
    about:
      'Where a question says which answers suit better, a better one never lowers a criterion nor makes it appear or leave.',
    *run(knowledge) {
      for (const criterion of knowledge.criteria)
        for (const question of questionsBearingOn(knowledge, criterion)) {
          const ranked = rankedValues(knowledge, question);
          const problem = ranked && firstLoss(knowledge, criterion, question, ranked);
          if (problem) yield at(criterion, problem);
        }
    },
  },
];

/** The values of a question that has a merit, from worst to best. */
export function rankedValues(
  knowledge: Knowledge,
  question: Question,
): readonly (string | number | boolean)[] | undefined {
  const { merit } = question;
  if (merit === undefined) return undefined;
  if (Array.isArray(merit)) return merit;
  if (merit === 'yes' || merit === 'no') return merit === 'yes' ? [false, true] : [true, false];
  const rising = typicalValues(knowledge, question) as number[];
  return merit === 'more' ? rising : rising.reverse();
}

/** The first case in which a criterion that applies does not come to one finding, as a sentence. */
function firstGap(knowledge: Knowledge, criterion: Criterion): string | undefined {
  for (const answers of casesOf(knowledge, criterion)) {
    const reading = new Reading(knowledge, answers);
    const applies = !criterion.when || reading.evaluate(criterion.when) === true;
    const judgement = judge(knowledge, criterion, reading);
    if (!applies || isSettled(judgement)) continue;
    return `${isOut(judgement) ? 'no rule is true' : 'several rules remain'} for ${JSON.stringify(answers)}`;
  }
  return undefined;
}

function firstLoss(
  knowledge: Knowledge,
  criterion: Criterion,
  question: Question,
  ranked: readonly (string | number | boolean)[],
): string | undefined {
  for (const answers of casesOf(knowledge, criterion)) {
    const answer = answers[question.id];
    if (!answer || !('value' in answer)) continue;
    const place = ranked.findIndex(value => isDeepStrictEqual(value, answer.value));
    const better = ranked[place + 1];
    if (place === -1 || better === undefined) continue;
    const before = judge(knowledge, criterion, new Reading(knowledge, answers));
    const after = judge(knowledge, criterion, new Reading(knowledge, { ...answers, [question.id]: { value: better } }));
    const [worse, best] = [before.possible[0]?.merit, after.possible[0]?.merit];
    if (worse === best || (worse !== undefined && best !== undefined && worse < best)) continue;
    const others = JSON.stringify({ ...answers, [question.id]: undefined });
    return `"${question.id}" from ${answer.value} to ${better}, which its merit calls better, turns ${worse ?? 'out of the sum'} into ${best ?? 'out of the sum'} for ${others}`;
  }
  return undefined;
}
