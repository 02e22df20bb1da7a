import type { Answer, Value } from './answer';
import { isUnknown, type Reading } from './condition';
import type { Question, Unit } from './content';
import type { Knowledge, PlatformFact } from './knowledge';

/**
 * A quantity as a person says it, in a unit that fits its size: 900 seconds are "15 minutes". Three significant
 * digits; the same on every machine.
 */
export function printQuantity(value: number, unit: Unit): string {
  switch (unit) {
    case 'seconds':
      return printDuration(value);
    case 'milliseconds':
      return printDuration(value / 1000);
    case 'days':
      return printDuration(value * 86400);
    case 'megabytes':
      return printSize(value);
    case 'per-second':
      return `${printNumber(value)} per second`;
    case 'per-month':
      return `${printNumber(value)} per month`;
    case 'percent':
      return `${printNumber(value, 5)}%`;
    case 'ratio':
      return plural(value, 'time');
    case 'usd':
      return `$${printNumber(value)}`;
    case 'usd-per-month':
      return `$${printNumber(value)} per month`;
    case 'gigabyte-seconds-per-month':
      return `${printNumber(value)} GB-seconds per month`;
    case 'count':
      return printNumber(value);
  }
}

/** A proper answer as it stands in a list. */
export function printValue(knowledge: Knowledge, question: Question, value: Value): string {
  return typeof value === 'string' || isList(value)
    ? join(labels(knowledge, question, value, option => option.label))
    : printSimple(question, value, value ? 'Yes' : 'No');
}

/** Any answer as it stands in a list, "Don't know" and "Not applicable" included. */
export function printAnswer(knowledge: Knowledge, question: Question, answer: Answer): string {
  if ('value' in answer) return printValue(knowledge, question, answer.value);
  return 'unknown' in answer ? "Don't know" : `Not applicable: ${answer.notApplicable}`;
}

/**
 * Fills a sentence of the knowledge with what it speaks of: `{question}` and `{quantity}` with this workload's
 * answers, `{platform.fact}` with a fact.
 */
export function fill(knowledge: Knowledge, reading: Reading, template: string): string {
  const text = template.replace(placeholder, (_whole, id: string) => {
    const fact = knowledge.factById.get(id);
    if (fact) return printFact(fact);
    const value = reading.read(id);
    if (isUnknown(value)) return 'unknown';
    const quantity = knowledge.quantityById.get(id);
    if (quantity) return printQuantity(Number(value), quantity.unit);
    const question = knowledge.questionById.get(id);
    return question ? phrase(knowledge, question, value) : id;
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The facts that a sentence quotes, in their order. */
export function factsIn(knowledge: Knowledge, ...templates: (string | undefined)[]): PlatformFact[] {
  const facts = new Set<PlatformFact>();
  for (const template of templates)
    for (const [, id = ''] of template?.matchAll(placeholder) ?? []) {
      const fact = knowledge.factById.get(id);
      if (fact) facts.add(fact);
    }
  return [...facts];
}

/** A fact's value with its unit. */
export function printFact(fact: PlatformFact): string {
  return printQuantity(fact.value, fact.unit);
}

/** The ids between braces in a sentence of the knowledge. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([, id = '']) => id);
}

/** Items as a person lists them: "a, b and c". */
export function join(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** A title inside a sentence; names and abbreviations such as "GPU" stay as they are. */
export function lower(title: string): string {
  return /^[A-Z](?![A-Z0-9])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

const placeholder = /\{([a-z][a-z0-9.-]*)\}/g;

function phrase(knowledge: Knowledge, question: Question, value: Value): string {
  return typeof value === 'string' || isList(value)
    ? join(labels(knowledge, question, value, option => option.phrase))
    : printSimple(question, value, (value ? question.phrases?.yes : question.phrases?.no) ?? (value ? 'yes' : 'no'));
}

function printSimple(question: Question, value: boolean | number, yesOrNo: string): string {
  return typeof value === 'number' ? printQuantity(value, question.unit ?? 'count') : yesOrNo;
}

function labels(
  knowledge: Knowledge,
  question: Question,
  value: string | readonly string[],
  text: (option: { label: string; phrase: string }) => string,
): string[] {
  const options = knowledge.optionsOf.get(question.id);
  return (typeof value === 'string' ? [value] : value).map(id => {
    const option = options?.get(id);
    return option ? text(option) : id;
  });
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

function printDuration(seconds: number): string {
  if (seconds === 0) return '0 seconds';
  if (seconds < 1) return `${printNumber(seconds * 1000)} ms`;
  if (seconds < 120) return plural(seconds, 'second');
  if (seconds < 2 * 3600) return plural(seconds / 60, 'minute');
  if (seconds < 2 * 86400) return plural(seconds / 3600, 'hour');
  if (seconds < 730 * 86400) return plural(seconds / 86400, 'day');
  return plural(seconds / (365 * 86400), 'year');
}

function printSize(megabytes: number): string {
  if (megabytes >= 1024) return `${printNumber(megabytes / 1024)} GB`;
  if (megabytes >= 1 || megabytes === 0) return `${printNumber(megabytes)} MB`;
  return `${printNumber(megabytes * 1024)} KB`;
}

function plural(count: number, noun: string): string {
  const text = printNumber(count);
  return `${text} ${noun}${text === '1' ? '' : 's'}`;
}

function printNumber(value: number, digits = 3): string {
  if (value >= 1e9) return `${significant(value / 1e9, digits)} billion`;
  if (value >= 1e6) return `${significant(value / 1e6, digits)} million`;
  return significant(value, digits);
}

/** Rounds to significant digits, never cutting whole ones, and groups thousands. */
function significant(value: number, digits: number): string {
  const whole = Math.abs(value) >= 10 ** (digits - 1);
  const rounded = whole ? String(Math.round(value)) : String(Number(value.toPrecision(digits)));
  const [integer = '0', fraction] = /e/.test(rounded) ? [rounded] : rounded.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}
