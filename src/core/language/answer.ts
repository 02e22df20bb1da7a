import type { Question } from '../content/types';
import { printQuantity, unitName } from './quantity';
import { visibleLine } from './visible';
import { say } from './words';

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
      return typeof value === 'boolean' ? undefined : say('answer.not-boolean', { question: question.title });
    case 'number':
      return checkNumber(question, value);
    case 'choice':
      if (typeof value === 'string' && isOption(question, value)) return undefined;
      return typeof value === 'string'
        ? say('answer.not-option-but', { ...optionsOf(question), value: shorten(value) })
        : say('answer.not-option', optionsOf(question));
    case 'choices': {
      if (!Array.isArray(value) || value.length === 0) return say('answer.no-list', optionsOf(question));
      const wrong = value.find(item => typeof item !== 'string' || !isOption(question, item));
      if (typeof wrong === 'string')
        return say('answer.not-in-list-but', { ...optionsOf(question), value: shorten(wrong) });
      if (wrong !== undefined) return say('answer.not-in-list', optionsOf(question));
      if (new Set(value).size < value.length) return say('answer.twice', { question: question.title });
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
  const { title, minimum, maximum } = question;
  const unit = unitName(question.unit ?? 'count');
  if (typeof value !== 'number' || !Number.isFinite(value))
    return unit === ''
      ? say('answer.not-number', { question: title })
      : say('answer.not-number-in', { question: title, unit });
  if (question.integer && !Number.isInteger(value))
    return unit === ''
      ? say('answer.not-whole', { question: title, value: String(value) })
      : say('answer.not-whole-in', { question: title, unit, value: String(value) });
  if (minimum !== undefined && value < minimum)
    return say('answer.too-small', { question: title, limit: printLimit(minimum, question), value: String(value) });
  if (maximum !== undefined && value > maximum)
    return say('answer.too-large', { question: title, limit: printLimit(maximum, question), value: String(value) });
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

function optionsOf({ title, options = [] }: Question): { question: string; options: string } {
  return { question: title, options: options.map(option => option.id).join(', ') };
}

function shorten(value: string): string {
  return visibleLine(value, 60);
}
