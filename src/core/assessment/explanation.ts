import { comparisonsIn, conditionsOf, type Knowledge, type KnownFact, thresholdOf } from '../content/knowledge';
import type { Condition, Criterion, Question, Threshold } from '../content/types';
import { printQuantity } from '../language/quantity';
import { factsIn, printConditions, printFact, textWithFacts } from '../language/wording';

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
  lines.push('## How to find out', '', question.findOut, '');
  if (question.options) {
    lines.push('## The answers', '');
    for (const { label, detail } of question.options) lines.push(`- **${label}**${detail ? `: ${detail}` : ''}`);
    lines.push('');
  }
  if (question.quick) {
    lines.push('## Typical answers', '');
    for (const { value, label } of question.quick)
      lines.push(`- **${printQuantity(value, question.unit ?? 'count')}**: ${label}`);
    lines.push('');
  }
  if (question.when) lines.push('## When it is asked', '', `When ${printCondition(knowledge, question.when)}.`, '');
  const criteria = knowledge.criteria.filter(criterion =>
    knowledge.questionsOf.get(criterion.id)?.includes(question.id),
  );
  if (criteria.length > 0) {
    lines.push('## What it decides', '');
    for (const criterion of criteria)
      lines.push(
        `- **${criterion.title}** (weight ${criterion.weight}): ${firstSentence(textWithFacts(knowledge, criterion.explain))}`,
      );
    lines.push('');
  }
  lines.push(...printTopic(knowledge, question.topic, '##'));
  const facts = factsIn(knowledge, ...criteria.flatMap(textsOf));
  return [...lines, ...printFacts([...facts, ...factsCompared(knowledge, criteria)])].join('\n');
}

function explainCriterion(knowledge: Knowledge, criterion: Criterion): string {
  const lines = [`# ${criterion.title}`, '', textWithFacts(knowledge, criterion.explain), ''];
  lines.push('## Weight', '', `${criterion.weight} of 10. ${criterion.weightBecause}`, '');
  lines.push('## How it is judged', '');
  if (criterion.when)
    lines.push(`It counts only when ${printCondition(knowledge, criterion.when)}; otherwise it leaves the score.`, '');
  lines.push('The first rule that is true decides.', '');
  for (const rule of criterion.rules) {
    const points = knowledge.policy.merit[rule.outcome];
    lines.push(`1. **${outcomeName[rule.outcome]}** (${points} points) when ${printCondition(knowledge, rule.when)}.`);
    if (rule.remedy) lines.push(`   \\\n   *What to do:* ${textWithFacts(knowledge, rule.remedy)}`);
    for (const way of rule.wayRound ?? []) {
      const form = knowledge.formById.get(way.form);
      const when = way.when ? ` when ${printCondition(knowledge, way.when)}` : '';
      const lifts = form?.serverless ? `, which lifts it (${knowledge.policy.merit.lifted} points)` : '';
      lines.push(`   - *Way round${when}:* ${way.title}, as ${form?.phrase ?? way.form}${lifts}.`);
    }
  }
  lines.push('', '## What it looks at', '');
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

/** A condition as a person reads it: "longest run is above 15 minutes and work can be cut is yes". */
function printCondition(knowledge: Knowledge, condition: Condition): string {
  if ('all' in condition) return printParts(knowledge, condition.all, ' and ');
  if ('any' in condition) return printParts(knowledge, condition.any, ' or ');
  if ('not' in condition) return `it is not so that ${printCondition(knowledge, condition.not)}`;
  const { answer } = condition;
  const question = knowledge.questionById.get(answer);
  const quantity = knowledge.quantityById.get(answer);
  const title = `*${(question ?? quantity)?.title ?? answer}*`;
  const unit = (question ?? quantity)?.unit ?? 'count';
  const number = (threshold: Threshold): string => {
    if (typeof threshold === 'number') return printQuantity(threshold, unit);
    const fact = knowledge.factById.get(threshold.fact);
    return fact ? `${printFact(fact)} (${fact.about.title}: ${fact.title})` : threshold.fact;
  };
  const options = (ids: readonly string[]): string =>
    ids.map(id => `"${knowledge.optionsOf.get(answer)?.get(id)?.label ?? id}"`).join(' or ');
  if ('is' in condition)
    return typeof condition.is === 'boolean'
      ? `${title} is ${condition.is ? 'yes' : 'no'}`
      : `${title} is ${options([condition.is])}`;
  if ('in' in condition) return `${title} is ${options(condition.in)}`;
  if ('includes' in condition) return `${title} includes ${options(condition.includes)}`;
  if ('only' in condition) return `${title} is nothing but ${options(condition.only)}`;
  if ('above' in condition) return `${title} is above ${number(condition.above)}`;
  if ('atLeast' in condition) return `${title} is at least ${number(condition.atLeast)}`;
  if ('below' in condition) return `${title} is below ${number(condition.below)}`;
  return `${title} is at most ${number(condition.atMost)}`;
}

const outcomeName = {
  strength: 'Strength',
  neutral: 'Neutral',
  concern: 'Concern',
  weakness: 'Weakness',
  blocker: 'Blocker',
} as const;

function printParts(knowledge: Knowledge, parts: readonly Condition[], word: string): string {
  return parts
    .map(part => {
      const text = printCondition(knowledge, part);
      const compound = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
      return compound && parts.length > 1 ? `(${text})` : text;
    })
    .join(word);
}

function printTopic(knowledge: Knowledge, id: string, heading: string): string[] {
  const topic = knowledge.topicById.get(id);
  return topic ? [`${heading} ${topic.title}`, '', topic.summary, ''] : [];
}

function printFacts(facts: readonly KnownFact[]): string[] {
  const unique = [...new Set(facts)];
  if (unique.length === 0) return [];
  const confidence = {
    provider: "the provider's own page",
    secondary: 'a secondary source',
    computed: 'worked out from sources',
  };
  return [
    '## The numbers, and where they come from',
    '',
    ...unique.map(fact => {
      const conditions = printConditions(fact);
      return `- **${fact.about.title}, ${fact.title}**: ${printFact(fact)}${conditions ? ` (${conditions})` : ''}. As of ${fact.asOf}, ${confidence[fact.confidence]}: <${fact.source}>`;
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
