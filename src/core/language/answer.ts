import type { Question } from '../content/types';
import { printQuantity, unitName } from './quantity';
import { visibleLine } from './visible';

/** A proper answer: a number in the question's unit, an option's id, several option ids, or yes and no. */
export type Value = boolean | number | string | readonly string[];

/** Where in the workspace an answer can be seen. */
export interface Evidence {
  /** Path from the workspace folder, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly text?: string;
}

interface Remarks {
  readonly note?: string;
  readonly evidence?: readonly Evidence[];
}

/** What someone said to a question. "Don't know" widens the range; "not applicable" leaves the sum and says why. */
export type Answer =
  | (Remarks & { readonly value: Value })
  | (Remarks & { readonly unknown: true })
  | (Remarks & { readonly notApplicable: string });

/** Answers by question id. A question that nobody answered is not in it. */
export type Answers = Readonly<Record<string, Answer>>;

/** The longest text that a name, note or reason may have, in characters. */
export const longestText = 2000;

/** In how many places an answer can be said to be seen. */
export const mostEvidence = 50;

/** What is wrong with a value as an answer to this question, as a sentence; nothing when it is fine. */
export function checkValue(question: Question, value: unknown): string | undefined {
  switch (question.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `The answer to "${question.title}" must be true or false.`;
    case 'number':
      return checkNumber(question, value);
    case 'choice':
      if (typeof value === 'string' && isOption(question, value)) return undefined;
      return `The answer to "${question.title}" must be one of ${listOptions(question)}${quoted(value)}.`;
    case 'choices': {
      if (!Array.isArray(value) || value.length === 0)
        return `The answer to "${question.title}" must be a list with at least one of ${listOptions(question)}.`;
      const wrong = value.find(item => typeof item !== 'string' || !isOption(question, item));
      if (wrong !== undefined)
        return `The answer to "${question.title}" may only list ${listOptions(question)}${quoted(wrong)}.`;
      if (new Set(value).size < value.length) return `The answer to "${question.title}" lists an option twice.`;
      return undefined;
    }
  }
}

/** The same value in its one written form: several choices stand in the order of the options. */
export function normaliseValue(question: Question, value: Value): Value {
  if (question.kind !== 'choices' || !Array.isArray(value)) return value;
  return (question.options ?? []).map(option => option.id).filter(id => value.includes(id));
}

function checkNumber(question: Question, value: unknown): string | undefined {
  const unit = question.unit === undefined || question.unit === 'count' ? '' : ` (${question.unit})`;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return `The answer to "${question.title}" must be a number${unit}.`;
  if (question.integer && !Number.isInteger(value))
    return `The answer to "${question.title}" must be a whole number${unit}, not ${value}.`;
  if (question.minimum !== undefined && value < question.minimum)
    return `The answer to "${question.title}" must be at least ${printLimit(question.minimum, question)}, not ${value}.`;
  if (question.maximum !== undefined && value > question.maximum)
    return `The answer to "${question.title}" must be at most ${printLimit(question.maximum, question)}, not ${value}.`;
  return undefined;
}

/** A limit as people say it, and in the unit of the file where that is another number. */
function printLimit(limit: number, { unit = 'count' }: Question): string {
  const text = printQuantity(limit, unit);
  return text.startsWith(String(limit)) || unit === 'count' ? text : `${text} (${limit} ${unitName(unit)})`;
}

function isOption(question: Question, id: string): boolean {
  return (question.options ?? []).some(option => option.id === id);
}

function listOptions(question: Question): string {
  return (question.options ?? []).map(option => option.id).join(', ');
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `, not "${visibleLine(value, 60)}"` : '';
}
