import type { Knowledge, KnownFact } from '../content/knowledge';
import type { Fact, Question } from '../content/types';
import type { Answer, Value } from './answer';
import { isUnknown, type Reading } from './condition';
import { printQuantity } from './quantity';
import { visibleLine } from './visible';
import { join, lower, say } from './words';

/** A proper answer as it stands in a list. */
export function printValue(knowledge: Knowledge, question: Question, value: Value): string {
  return typeof value === 'string' || isList(value)
    ? join(labels(knowledge, question, value, option => option.label))
    : printSimple(question, value, say(value ? 'answer.yes' : 'answer.no'));
}

/** Any answer as it stands in a list, "Don't know" and "Not applicable" included, whose reason may hold anything. */
export function printAnswer(knowledge: Knowledge, question: Question, answer: Answer): string {
  if ('value' in answer) return printValue(knowledge, question, answer.value);
  return 'unknown' in answer
    ? say('answer.unknown')
    : say('answer.not-applicable', { reason: printReason(answer.notApplicable) });
}

/** The reason why a question does not apply, as it stands in a sentence: all of it, on one line. */
export function printReason(reason: string): string {
  return visibleLine(reason, Number.POSITIVE_INFINITY);
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
    if (isUnknown(value)) return say('answer.unknown-in-sentence');
    const quantity = knowledge.quantityById.get(id);
    if (quantity) return printQuantity(Number(value), quantity.unit);
    const question = knowledge.questionById.get(id);
    return question ? phrase(knowledge, question, value) : id;
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence of the knowledge about no workload in particular: facts are filled in, answers are named. */
export function textWithFacts(knowledge: Knowledge, template: string): string {
  return template.replace(placeholder, (_whole, id: string) => {
    const fact = knowledge.factById.get(id);
    if (fact) return printFact(fact);
    const title = (knowledge.questionById.get(id) ?? knowledge.quantityById.get(id))?.title ?? id;
    return `(${lower(title)})`;
  });
}

/** The facts that a sentence quotes, in their order. */
export function factsIn(knowledge: Knowledge, ...templates: (string | undefined)[]): KnownFact[] {
  const facts = new Set<KnownFact>();
  for (const template of templates)
    for (const [, id = ''] of template?.matchAll(placeholder) ?? []) {
      const fact = knowledge.factById.get(id);
      if (fact) facts.add(fact);
    }
  return [...facts];
}

/** A fact's value with its unit. */
export function printFact(fact: KnownFact): string {
  return printQuantity(fact.value, fact.unit);
}

/** Under which conditions a fact or note holds, as sentences: what it applies to, then its note; nothing when it holds throughout. */
export function printConditions({ appliesTo, note }: Pick<Fact, 'appliesTo' | 'note'>): string | null {
  const sentences = [...(appliesTo ? [say('fact.applies-to', { what: appliesTo })] : []), ...(note ? [note] : [])];
  return sentences.length > 0 ? sentences.join(' ') : null;
}

/** The ids between braces in a sentence of the knowledge. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([, id = '']) => id);
}

/** A sentence of the knowledge cut at what stands in braces. */
export function cutTemplate(template: string): (string | { readonly id: string })[] {
  return template.split(placeholder).flatMap((piece, index): (string | { id: string })[] => {
    if (index % 2 === 1) return [{ id: piece }];
    return piece === '' ? [] : [piece];
  });
}

const placeholder = /\{([a-z][a-z0-9.-]*)\}/g;

function phrase(knowledge: Knowledge, question: Question, value: Value): string {
  return typeof value === 'string' || isList(value)
    ? join(labels(knowledge, question, value, option => option.phrase))
    : printSimple(
        question,
        value,
        (value ? question.phrases?.yes : question.phrases?.no) ??
          say(value ? 'answer.yes-in-sentence' : 'answer.no-in-sentence'),
      );
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
