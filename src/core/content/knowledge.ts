import type {
  Comparison,
  Condition,
  Criterion,
  Fact,
  Form,
  Note,
  Option,
  Platform,
  Policy,
  Quantity,
  Question,
  QuestionSection,
  Theme,
  Threshold,
  Tool,
} from './types';

/** What `content/` says, compiled into one value: the file dist/knowledge.json. */
export interface KnowledgeFile {
  readonly sections: readonly QuestionSection[];
  readonly criteria: readonly Criterion[];
  readonly platforms: readonly Platform[];
  readonly tools: readonly Tool[];
  readonly quantities: readonly Quantity[];
  readonly forms: readonly Form[];
  readonly themes: readonly Theme[];
  readonly topics: readonly Topic[];
  readonly policy: Policy;
}

/** What a question, a criterion or a choice is about: a numbered chapter of the practice guide, in short. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
}

/** A fact together with the platform or tool it is about. */
export interface KnownFact extends Fact {
  readonly about: Pick<Platform, 'id' | 'title'>;
}

/** A fact in words together with the platform or tool it is about. */
export interface KnownNote extends Note {
  readonly about: Pick<Platform, 'id' | 'title'>;
}

/** The knowledge with everything findable by id. Made once, never changed. */
export interface Knowledge extends KnowledgeFile {
  readonly questions: readonly Question[];
  readonly questionById: ReadonlyMap<string, Question>;
  readonly sectionOf: ReadonlyMap<string, QuestionSection>;
  readonly quantityById: ReadonlyMap<string, Quantity>;
  readonly criterionById: ReadonlyMap<string, Criterion>;
  /** By `platform.fact` or `tool.fact`. */
  readonly factById: ReadonlyMap<string, KnownFact>;
  /** By `platform.note` or `tool.note`. */
  readonly noteById: ReadonlyMap<string, KnownNote>;
  readonly formById: ReadonlyMap<string, Form>;
  readonly topicById: ReadonlyMap<string, Topic>;
  readonly optionsOf: ReadonlyMap<string, ReadonlyMap<string, Option>>;
  /** The questions behind a criterion's rules and ways round, in the order of the questionnaire. */
  readonly questionsOf: ReadonlyMap<string, readonly string[]>;
  /** The latest day on which any fact was read. */
  readonly asOf: string;
}

/** The knowledge from its file. */
export function parseKnowledge(text: string): Knowledge {
  return openKnowledge(JSON.parse(text));
}

/** Makes the compiled knowledge findable. Sections and criteria come out in the order in which people meet them. */
export function openKnowledge(file: KnowledgeFile): Knowledge {
  const sections = [...file.sections].sort((a, b) => a.order - b.order);
  const questions = sections.flatMap(section => section.questions);
  const themeOrder = new Map(file.themes.map((theme, index) => [theme.id, index]));
  const criteria = [...file.criteria].sort(
    (a, b) =>
      (themeOrder.get(a.theme) ?? 0) - (themeOrder.get(b.theme) ?? 0) || a.order - b.order || (a.id < b.id ? -1 : 1),
  );
  const quantityById = byId(file.quantities);
  const place = new Map(questions.map((question, index) => [question.id, index]));
  const facts = withOwner([...file.platforms, ...file.tools], owner => owner.facts);
  return {
    ...file,
    sections,
    criteria,
    questions,
    questionById: byId(questions),
    sectionOf: new Map(sections.flatMap(section => section.questions.map(question => [question.id, section] as const))),
    quantityById,
    criterionById: byId(criteria),
    factById: new Map(facts),
    noteById: new Map(withOwner([...file.platforms, ...file.tools], owner => owner.notes)),
    formById: byId(file.forms),
    topicById: byId(file.topics),
    optionsOf: new Map(questions.map(question => [question.id, byId(question.options ?? [])])),
    questionsOf: new Map(
      criteria.map(criterion => {
        const asked = new Set<string>();
        for (const condition of conditionsOf(criterion)) collectQuestions(condition, quantityById, asked);
        return [criterion.id, [...asked].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))];
      }),
    ),
    asOf:
      facts
        .map(([, fact]) => fact.asOf)
        .sort()
        .at(-1) ?? '',
  };
}

/** Every condition that a criterion states: its own, those of its rules and of their ways round. */
export function conditionsOf(criterion: Criterion): Condition[] {
  return [
    criterion.when,
    ...criterion.rules.flatMap(rule => [rule.when, ...(rule.wayRound ?? []).map(way => way.when)]),
  ].filter(condition => condition !== undefined);
}

/** The comparisons a condition is made of, from left to right. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [condition];
}

/** The number, or the fact, that a comparison of a number compares with; nothing where it compares options or yes and no. */
export function thresholdOf(comparison: Comparison): Threshold | undefined {
  if ('above' in comparison) return comparison.above;
  if ('atLeast' in comparison) return comparison.atLeast;
  if ('below' in comparison) return comparison.below;
  return 'atMost' in comparison ? comparison.atMost : undefined;
}

/** The options that a comparison names. */
export function optionsNamed(comparison: Comparison): readonly string[] {
  if ('is' in comparison) return typeof comparison.is === 'string' ? [comparison.is] : [];
  if ('in' in comparison) return comparison.in;
  if ('includes' in comparison) return comparison.includes;
  return 'only' in comparison ? comparison.only : [];
}

/** The questions that an operand rests on: itself, or the factors of a quantity. */
export function questionsBehind(operand: string, quantities: ReadonlyMap<string, Quantity>): string[] {
  const quantity = quantities.get(operand);
  if (!quantity) return [operand];
  return [...quantity.times, ...(quantity.over ?? [])].flatMap(factor =>
    typeof factor === 'string' ? questionsBehind(factor, quantities) : [],
  );
}

function collectQuestions(condition: Condition, quantities: ReadonlyMap<string, Quantity>, into: Set<string>): void {
  for (const comparison of comparisonsIn(condition))
    for (const question of questionsBehind(comparison.answer, quantities)) into.add(question);
}

/** What owners state, by `owner.id`, each with the owner it is about. */
function withOwner<T extends { id: string }, O extends Pick<Platform, 'id' | 'title'>>(
  owners: readonly O[],
  statedBy: (owner: O) => readonly T[] | undefined,
): [id: string, T & { about: Pick<Platform, 'id' | 'title'> }][] {
  return owners.flatMap(owner =>
    (statedBy(owner) ?? []).map((item): [string, T & { about: Pick<Platform, 'id' | 'title'> }] => [
      `${owner.id}.${item.id}`,
      { ...item, about: { id: owner.id, title: owner.title } },
    ]),
  );
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map(item => [item.id, item]));
}
