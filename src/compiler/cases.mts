/** Answers that matter to a criterion: every way its rules can be told apart, so that a check can try them all. */

import {
  comparisonsIn,
  conditionsOf,
  type Knowledge,
  openKnowledge,
  questionsBehind,
  thresholdOf,
} from '../core/content/knowledge';
import type { Condition, Criterion, Question } from '../core/content/types';
import type { Answer, Answers, Value } from '../core/language/answer';

/** The most cases that a criterion may have: all are tried, since a sample could miss the one that matters. */
export const mostCases = 60_000;

/** The questions whose answers bear on a criterion: those of its rules and ways round, and those on which they wait. */
export function questionsBearingOn(knowledge: Knowledge, criterion: Criterion): Question[] {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    const when = knowledge.questionById.get(id)?.when;
    if (when) for (const question of operands(knowledge, when)) visit(question);
  };
  for (const condition of conditionsOf(criterion))
    for (const question of operands(knowledge, condition)) visit(question);
  return knowledge.questions.filter(question => found.has(question.id));
}

/** How many cases a criterion has. */
export function countCases(knowledge: Knowledge, criterion: Criterion): number {
  return questionsBearingOn(knowledge, criterion).reduce(
    (product, question) => product * typicalValues(knowledge, question).length,
    1,
  );
}

/** Complete answers to the questions that bear on a criterion: every combination of their typical values. */
export function* casesOf(knowledge: Knowledge, criterion: Criterion): Generator<Answers> {
  const questions = questionsBearingOn(knowledge, criterion);
  const values = questions.map(question => typicalValues(knowledge, question));
  const count = countCases(knowledge, criterion);
  for (let index = 0; index < count; index++) {
    let rest = index;
    const answers: [string, Answer][] = questions.map((question, place) => {
      const list = values[place] ?? [];
      const value = list[rest % list.length] as Value;
      rest = Math.floor(rest / list.length);
      return [question.id, { value }];
    });
    yield Object.fromEntries(answers);
  }
}

/**
 * The same knowledge with each derived quantity as a question of its own. The typical values of its factors lead it to
 * few of its thresholds; asked for, it has cases at and beside each.
 */
export function askQuantities(knowledge: Knowledge): Knowledge {
  const questions = knowledge.quantities.map(({ id, title, unit, explain }): Question => {
    const texts = { title, ask: title, why: explain, findOut: explain, topic: '' };
    return { id, kind: 'number', unit, minimum: 0, ...texts };
  });
  const section = { id: 'quantities', title: 'Quantities', order: Number.MAX_VALUE, summary: '', questions };
  return openKnowledge({ ...knowledge, quantities: [], sections: [...knowledge.sections, section] });
}

/**
 * Values of a question that some condition could tell apart: each option, yes and no, numbers at, below and above
 * every threshold. Rising for numbers.
 */
export function typicalValues(knowledge: Knowledge, question: Question): Value[] {
  switch (question.kind) {
    case 'boolean':
      return [false, true];
    case 'choice':
      return (question.options ?? []).map(option => option.id);
    case 'choices': {
      const ids = (question.options ?? []).map(option => option.id);
      const pairs = ids.flatMap((first, index) => ids.slice(index + 1).map(second => [first, second]));
      return [...ids.map(id => [id]), ...pairs, ids];
    }
    case 'number': {
      const { minimum = 0, maximum = 1e12 } = question;
      const wanted = [minimum, maximum, ...(question.quick ?? []).map(quick => quick.value)];
      for (const threshold of thresholdsOf(knowledge, question.id))
        wanted.push(threshold, threshold * 0.99, threshold * 1.01);
      const fitting = wanted.filter(value => value >= minimum && value <= maximum);
      return [...new Set(question.integer ? fitting.map(Math.round) : fitting)].sort((a, b) => a - b);
    }
  }
}

function operands(knowledge: Knowledge, condition: Condition): string[] {
  return comparisonsIn(condition).flatMap(comparison => questionsBehind(comparison.answer, knowledge.quantityById));
}

/** The numbers that conditions compare a question with directly. */
function thresholdsOf(knowledge: Knowledge, id: string): number[] {
  const conditions = [
    ...knowledge.criteria.flatMap(conditionsOf),
    ...knowledge.questions.flatMap(question => (question.when ? [question.when] : [])),
  ];
  return conditions
    .flatMap(comparisonsIn)
    .filter(comparison => comparison.answer === id)
    .flatMap(comparison => thresholdOf(comparison) ?? [])
    .map(threshold =>
      typeof threshold === 'number' ? threshold : (knowledge.factById.get(threshold.fact)?.value ?? 0),
    );
}
