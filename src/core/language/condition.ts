import type { Comparison, Condition, Factor, Quantity, Question, Threshold } from '../content/types';
import type { Answers, Value } from './answer';

/**
 * Not known, and which open questions could settle it. None, which only a value can have, means that no answer will:
 * it does not apply to this workload.
 */
export interface Unknown {
  readonly missing: readonly string[];
}

/** Three-valued truth (Kleene's strong logic); when not known it names the questions that would settle it. */
export type Truth = boolean | Unknown;

/** The value of what does not apply. */
const outOfPlace: Unknown = { missing: [] };

/** What conditions can speak of: an assessment's knowledge, or the choices of a scaffold. */
export interface Vocabulary {
  readonly questionById: ReadonlyMap<string, Pick<Question, 'id' | 'when'>>;
  readonly quantityById: ReadonlyMap<string, Quantity>;
  readonly factById: ReadonlyMap<string, { readonly value: number }>;
}

/**
 * One look at a set of answers. Relevance and derived quantities are worked out once per question, so a reading must
 * not outlive the answers it was made from.
 */
export class Reading {
  private readonly values = new Map<string, Value | Unknown>();
  private readonly relevances = new Map<string, Truth>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly answers: Answers,
  ) {}

  /**
   * Whether a condition holds of these answers. A comparison of what does not apply to the workload does not hold, and
   * neither does its opposite; so "not" is carried down to the comparisons.
   */
  evaluate(condition: Condition): Truth {
    return this.holds(condition, true);
  }

  /** Whether a question matters for this workload: the truth of its own condition. */
  relevance(question: Pick<Question, 'id' | 'when'>): Truth {
    if (!question.when) return true;
    const known = this.relevances.get(question.id);
    if (known !== undefined) return known;
    const truth = this.evaluate(question.when);
    this.relevances.set(question.id, truth);
    return truth;
  }

  /** The value of a question or of a derived quantity, as far as it counts. */
  read(operand: string): Value | Unknown {
    const known = this.values.get(operand);
    if (known !== undefined) return known;
    const quantity = this.vocabulary.quantityById.get(operand);
    const value = quantity ? this.calculate(quantity.times, quantity.over ?? []) : this.readAnswer(operand);
    this.values.set(operand, value);
    return value;
  }

  /** The number that a condition compares with, in the unit of its question. */
  threshold(threshold: Threshold): number {
    if (typeof threshold === 'number') return threshold;
    const fact = this.vocabulary.factById.get(threshold.fact);
    if (!fact) throw new Error(`No fact ${threshold.fact}.`);
    return fact.value;
  }

  private readAnswer(id: string): Value | Unknown {
    const question = this.vocabulary.questionById.get(id);
    if (!question) throw new Error(`No question or quantity ${id}.`);
    // An answer that may turn out not to matter is not used: whichever way that goes must lie within today's range.
    const relevance = this.relevance(question);
    if (relevance === false) return outOfPlace;
    if (relevance !== true) return relevance;
    const answer = this.answers[id];
    if (answer === undefined || 'unknown' in answer) return { missing: [id] };
    return 'value' in answer ? answer.value : outOfPlace;
  }

  private calculate(times: readonly Factor[], over: readonly Factor[]): number | Unknown {
    let result = 1;
    const missing = new Set<string>();
    let applies = true;
    const take = (factor: Factor, apply: (value: number) => void): void => {
      const value = typeof factor === 'number' ? factor : this.read(factor);
      if (!isUnknown(value)) apply(Number(value));
      else if (value.missing.length === 0) applies = false;
      else for (const question of value.missing) missing.add(question);
    };
    for (const factor of times) take(factor, value => (result *= value));
    for (const factor of over) take(factor, value => (result /= value));
    if (!applies) return outOfPlace;
    return missing.size > 0 ? { missing: [...missing] } : result;
  }

  /** Whether a condition holds, or its opposite where `affirmed` is false: that of "all" is "any" of the opposites. */
  private holds(condition: Condition, affirmed: boolean): Truth {
    if ('not' in condition) return this.holds(condition.not, !affirmed);
    if ('all' in condition) return this.combine(condition.all, affirmed, !affirmed);
    if ('any' in condition) return this.combine(condition.any, affirmed, affirmed);
    const value = this.read(condition.answer);
    if (!isUnknown(value)) return this.compare(condition, value) === affirmed;
    return value.missing.length > 0 ? value : false;
  }

  /** "All" ends on the first false, "any" on the first true; what is left open collects its questions. */
  private combine(parts: readonly Condition[], affirmed: boolean, decisive: boolean): Truth {
    let missing: Set<string> | undefined;
    for (const part of parts) {
      const truth = this.holds(part, affirmed);
      if (truth === decisive) return decisive;
      if (typeof truth === 'boolean') continue;
      missing ??= new Set();
      for (const question of truth.missing) missing.add(question);
    }
    return missing ? { missing: [...missing] } : !decisive;
  }

  private compare(comparison: Comparison, value: Value): boolean {
    if ('is' in comparison) return value === comparison.is;
    if ('in' in comparison) return comparison.in.some(option => option === value);
    if ('includes' in comparison) return comparison.includes.some(option => chosenIn(value).includes(option));
    if ('only' in comparison) return chosenIn(value).every(option => comparison.only.includes(option));
    if ('above' in comparison) return Number(value) > this.threshold(comparison.above);
    if ('atLeast' in comparison) return Number(value) >= this.threshold(comparison.atLeast);
    if ('below' in comparison) return Number(value) < this.threshold(comparison.below);
    if ('atMost' in comparison) return Number(value) <= this.threshold(comparison.atMost);
    return neverCompared(comparison);
  }
}

/** The options of a multiple choice. */
function chosenIn(value: Value): readonly string[] {
  return typeof value === 'object' ? value : [];
}

/** A way to compare that is added to the schema does not compile until it is read here. */
function neverCompared(comparison: never): never {
  throw new Error(`Nothing is known of the comparison ${JSON.stringify(comparison)}.`);
}

/** Whether a value or a truth is not there: not known, or not applicable. */
export function isUnknown(value: Value | Truth): value is Unknown {
  return typeof value === 'object' && 'missing' in value;
}
