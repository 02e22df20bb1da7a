import { comparisonsIn, conditionsOf, type Knowledge, type KnownFact, thresholdOf } from '../content/knowledge';
import type { Condition, Criterion, Question, Threshold, WayRound } from '../content/types';
import { printQuantity } from '../language/quantity';
import { factsIn, printConditions, printFact, textWithFacts } from '../language/wording';
import { say } from '../language/words';
import { largestWeight } from './verdict';

/** What a page of explanation can be about. */
export type Subject = 'question' | 'criterion' | 'topic';

/** A page of explanation as Markdown, without raw HTML; nothing when there is no such thing. */
export function explain(knowledge: Knowledge, subject: Subject, id: string): string | undefined {
  switch (subject) {
    case 'question': {
      const question = knowledge.questionById.get(id);
      return question && explainQuestion(knowledge, question);
    }
    case 'criterion': {
      const criterion = knowledge.criterionById.get(id);
      return criterion && explainCriterion(knowledge, criterion);
    }
    case 'topic':
      return explainTopic(knowledge, id);
  }
}

function explainQuestion(knowledge: Knowledge, question: Question): string {
  const lines = [`# ${question.title}`, '', `*${question.ask}*`, '', question.why, ''];
  lines.push(`## ${say('explain.find-out')}`, '', question.findOut, '');
  if (question.options) {
    lines.push(`## ${say('explain.answers')}`, '');
    for (const { label, detail } of question.options) lines.push(`- **${label}**${detail ? `: ${detail}` : ''}`);
    lines.push('');
  }
  if (question.quick) {
    lines.push(`## ${say('explain.typical-answers')}`, '');
    for (const { value, label } of question.quick)
      lines.push(`- **${printQuantity(value, question.unit ?? 'count')}**: ${label}`);
    lines.push('');
  }
  if (question.when) {
    const condition = printCondition(knowledge, question.when);
    lines.push(`## ${say('explain.when')}`, '', say('explain.when-words', { condition }), '');
  }
  const criteria = knowledge.criteria.filter(criterion =>
    knowledge.questionsOf.get(criterion.id)?.includes(question.id),
  );
  if (criteria.length > 0) {
    lines.push(`## ${say('explain.decides')}`, '');
    for (const { title, weight, explain } of criteria) {
      const summary = firstSentence(textWithFacts(knowledge, explain));
      lines.push(`- ${say('explain.criterion', { title, weight, summary })}`);
    }
    lines.push('');
  }
  lines.push(...printTopic(knowledge, question.topic, '##'));
  const facts = factsIn(knowledge, ...criteria.flatMap(textsOf));
  return [...lines, ...printFacts([...facts, ...factsCompared(knowledge, criteria)])].join('\n');
}

function explainCriterion(knowledge: Knowledge, criterion: Criterion): string {
  const lines = [`# ${criterion.title}`, '', textWithFacts(knowledge, criterion.explain), ''];
  const { weight, weightBecause } = criterion;
  const weighed = say('explain.weight-words', { weight, most: largestWeight, because: weightBecause });
  lines.push(`## ${say('explain.weight')}`, '', weighed, '');
  lines.push(`## ${say('explain.judged')}`, '');
  if (criterion.when)
    lines.push(say('explain.counts-when', { condition: printCondition(knowledge, criterion.when) }), '');
  lines.push(say('explain.first-rule'), '');
  for (const rule of criterion.rules) {
    const points = knowledge.policy.merit[rule.outcome];
    const condition = printCondition(knowledge, rule.when);
    lines.push(`1. ${say('explain.rule', { outcome: say(`outcome.${rule.outcome}`), points, condition })}`);
    if (rule.remedy)
      lines.push(`   \\\n   ${say('explain.remedy', { remedy: textWithFacts(knowledge, rule.remedy) })}`);
    for (const way of rule.wayRound ?? []) {
      lines.push(`   - ${printWayRound(knowledge, way)}`);
    }
  }
  lines.push('', `## ${say('explain.looks-at')}`, '');
  for (const id of knowledge.questionsOf.get(criterion.id) ?? []) {
    const question = knowledge.questionById.get(id);
    if (question) lines.push(`- **${question.title}**: ${question.ask}`);
  }
  lines.push('', ...printTopic(knowledge, criterion.topic, '##'));
  const facts = [...factsIn(knowledge, ...textsOf(criterion)), ...factsCompared(knowledge, [criterion])];
  return [...lines, ...printFacts(facts)].join('\n');
}

function explainTopic(knowledge: Knowledge, id: string): string | undefined {
  const topic = printTopic(knowledge, id, '#');
  if (topic.length === 0) return undefined;
  const criteria = knowledge.criteria.filter(criterion => criterion.topic === id);
  const lines = [...topic];
  for (const criterion of criteria)
    lines.push(`## ${criterion.title}`, '', textWithFacts(knowledge, criterion.explain), '');
  const facts = factsIn(knowledge, ...criteria.flatMap(textsOf));
  return [...lines, ...printFacts([...facts, ...factsCompared(knowledge, criteria)])].join('\n');
}

function printWayRound(knowledge: Knowledge, { title, when, form: id }: WayRound): string {
  const form = knowledge.formById.get(id);
  const points = form?.serverless ? knowledge.policy.merit.lifted : undefined;
  const words = { title, form: form?.phrase ?? id };
  if (!when)
    return points === undefined
      ? say('explain.way-round', words)
      : say('explain.way-round-lifts', { ...words, points });
  const condition = printCondition(knowledge, when);
  return points === undefined
    ? say('explain.way-round-when', { ...words, condition })
    : say('explain.way-round-lifts-when', { ...words, condition, points });
}

/** A condition as a person reads it: "longest run is above 15 minutes and work can be cut is yes". */
function printCondition(knowledge: Knowledge, condition: Condition): string {
  if ('all' in condition) return printParts(knowledge, condition.all, 'condition.and');
  if ('any' in condition) return printParts(knowledge, condition.any, 'condition.or');
  if ('not' in condition) return say('condition.not', { condition: printCondition(knowledge, condition.not) });
  const { answer } = condition;
  const question = knowledge.questionById.get(answer);
  const quantity = knowledge.quantityById.get(answer);
  const title = `*${(question ?? quantity)?.title ?? answer}*`;
  const unit = (question ?? quantity)?.unit ?? 'count';
  const number = (threshold: Threshold): string => {
    if (typeof threshold === 'number') return printQuantity(threshold, unit);
    const fact = knowledge.factById.get(threshold.fact);
    return fact
      ? say('explain.fact-compared', { value: printFact(fact), owner: fact.about.title, title: fact.title })
      : threshold.fact;
  };
  const options = (ids: readonly string[]): string =>
    ids
      .map(id => say('condition.option', { label: knowledge.optionsOf.get(answer)?.get(id)?.label ?? id }))
      .reduce((before, after) => say('condition.or', { before, after }));
  if ('is' in condition)
    return say('condition.is', {
      title,
      value:
        typeof condition.is === 'boolean'
          ? say(condition.is ? 'answer.yes-in-sentence' : 'answer.no-in-sentence')
          : options([condition.is]),
    });
  if ('in' in condition) return say('condition.is', { title, value: options(condition.in) });
  if ('includes' in condition) return say('condition.includes', { title, value: options(condition.includes) });
  if ('only' in condition) return say('condition.only', { title, value: options(condition.only) });
  if ('above' in condition) return say('condition.above', { title, value: number(condition.above) });
  if ('atLeast' in condition) return say('condition.at-least', { title, value: number(condition.atLeast) });
  if ('below' in condition) return say('condition.below', { title, value: number(condition.below) });
  return say('condition.at-most', { title, value: number(condition.atMost) });
}

function printParts(
  knowledge: Knowledge,
  parts: readonly Condition[],
  joining: 'condition.and' | 'condition.or',
): string {
  return parts
    .map(part => {
      const text = printCondition(knowledge, part);
      const compound = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
      return compound && parts.length > 1 ? `(${text})` : text;
    })
    .reduce((before, after) => say(joining, { before, after }));
}

function printTopic(knowledge: Knowledge, id: string, heading: string): string[] {
  const topic = knowledge.topicById.get(id);
  return topic ? [`${heading} ${topic.title}`, '', topic.summary, ''] : [];
}

function printFacts(facts: readonly KnownFact[]): string[] {
  const unique = [...new Set(facts)];
  if (unique.length === 0) return [];
  return [
    `## ${say('explain.numbers')}`,
    '',
    ...unique.map(fact => {
      const { about, title, asOf, confidence, source } = fact;
      const conditions = printConditions(fact);
      const words = {
        owner: about.title,
        title,
        value: printFact(fact),
        date: asOf,
        confidence: say(`fact.confidence.${confidence}`),
        source,
      };
      return `- ${conditions ? say('explain.fact-when', { ...words, conditions: conditions.replace(/\.$/, '') }) : say('explain.fact', words)}`;
    }),
    '',
  ];
}

/** The facts that rules compare answers with. */
function factsCompared(knowledge: Knowledge, criteria: readonly Criterion[]): KnownFact[] {
  return criteria
    .flatMap(conditionsOf)
    .flatMap(comparisonsIn)
    .flatMap(comparison => thresholdOf(comparison) ?? [])
    .flatMap(threshold => (typeof threshold === 'number' ? [] : (knowledge.factById.get(threshold.fact) ?? [])));
}

function textsOf(criterion: Criterion): string[] {
  return [
    criterion.explain,
    ...criterion.rules.flatMap(rule => [rule.because, rule.remedy ?? '', ...(rule.wayRound ?? []).map(way => way.how)]),
  ];
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
