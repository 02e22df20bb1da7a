import type { Knowledge } from '../content/knowledge';
import type { Question } from '../content/types';
import type { Answer, Answers, Value } from '../language/answer';
import { printValue } from '../language/wording';
import { type DecidedFit, toFit, type Weights, weighUp } from './verdict';
import { relevantQuestions } from './wizard';

/** One answer that, were it another, would make the verdict another one. */
export interface VerdictChange {
  readonly question: string;
  readonly title: string;
  /** Today's answer and the other one, as people read them. */
  readonly from: string;
  readonly to: string;
  readonly answer: Answer;
  /** The verdict it would lead to. */
  readonly fit: DecidedFit;
}

/**
 * The single answers that would turn a decided verdict, in the order of the questions: for each verdict that a question
 * could lead to, the nearest of its typical answers that does. Empty while the verdict is undecided, and when no single
 * answer turns it.
 */
export function whatWouldChange(knowledge: Knowledge, answers: Answers, weights: Weights = {}): VerdictChange[] {
  const today = toFit(weighUp(knowledge, answers, weights).possible);
  if (today === 'undecided') return [];
  return relevantQuestions(knowledge, answers).flatMap(question => {
    const current = answers[question.id];
    if (!current || !('value' in current)) return [];
    const seen = new Set<string>([today]);
    return nearbyValues(question, current.value).flatMap(value => {
      const { possible } = weighUp(knowledge, { ...answers, [question.id]: { value } }, weights);
      const fit = toFit(possible);
      if (fit === 'undecided' || seen.has(fit)) return [];
      seen.add(fit);
      return [
        {
          question: question.id,
          title: question.title,
          from: printValue(knowledge, question, current.value),
          to: printValue(knowledge, question, value),
          answer: { value },
          fit,
        },
      ];
    });
  });
}

/** Typical other answers, the ones closest to today's first. */
function nearbyValues(question: Question, current: Value): Value[] {
  switch (question.kind) {
    case 'boolean':
      return [!current];
    case 'choice': {
      const ids = (question.options ?? []).map(option => option.id);
      return nearest(ids, ids.indexOf(String(current))).filter(id => id !== current);
    }
    case 'choices':
      return nearbyChoices(
        (question.options ?? []).map(option => option.id),
        current as readonly string[],
      );
    case 'number': {
      const values = (question.quick ?? []).map(quick => quick.value).filter(value => value !== current);
      const place = values.filter(value => value < Number(current)).length - 0.5;
      return nearest(values, place);
    }
  }
}

/** One option less, then one more, and only then a single option instead of all of today's. */
function nearbyChoices(options: readonly string[], current: readonly string[]): Value[] {
  const less = current.length > 1 ? current.map(id => current.filter(kept => kept !== id)) : [];
  const others = options.filter(id => !current.includes(id));
  const more = others.map(id => options.filter(option => option === id || current.includes(option)));
  return [...less, ...more, ...options.map(id => [id])];
}

function nearest<T>(items: readonly T[], place: number): T[] {
  return items
    .map((item, index) => ({ item, distance: Math.abs(index - place) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ item }) => item);
}
