/** What a schema cannot say about the knowledge: each check has a name, says what it is for, and finds problems. */

import {
  comparisonsIn,
  conditionsOf,
  type Knowledge,
  openKnowledge,
  optionsNamed,
  questionsBehind,
  thresholdOf,
} from '../core/content/knowledge';
import type { Comparison, Condition, Criterion, Question } from '../core/content/types';
import { placeholdersIn } from '../core/language/wording';
import { countCases, mostCases, questionsBearingOn } from './cases.mts';
import { at, type Check, damagedEncoding, looseNumber, repeated } from './check-shape.mts';
import { factChecks } from './fact-checks.mts';
import { guideChecks } from './guide-checks.mts';
import type { Content } from './load.mts';
import { type ContentProblem, placed } from './problem.mts';
import { ruleChecks } from './rule-checks.mts';
import { checkScaffold } from './scaffold-checks.mts';

/**
 * Every problem of the content, with its place and the check that found it. What the schemas object to hides nothing else but what
 * follows from it; what rules come to is tried only when nothing is dangling.
 */
export function checkContent(content: Content): ContentProblem[] {
  const guideFiles = [...content.guide.files].map(([name, text]) => [`guide/${name}`, text] as const);
  const files = new Map([...content.texts, ...guideFiles]);
  const shape = content.problems;
  // Where a file could not be read, whatever refers to it would seem to dangle.
  if (!content.isWhole) return [...shape];
  const find = (checks: readonly Check[]): ContentProblem[] =>
    checks
      .flatMap(check => problemsOf(check, content))
      .map(problem => placed(problem, files))
      .filter(({ file, line }) => !shape.some(other => other.file === file && other.line === line));
  const dangling = find([...references, ...factChecks, ...texts, ...scaffoldChecks]);
  const isSound = shape.length + dangling.length === 0;
  return [...shape, ...dangling, ...(isSound ? find(ruleChecks) : []), ...find(guideChecks)];
}

/** A check takes the shape of things for granted: where that is not as it should be it may stumble, and then says nothing. */
function problemsOf(check: Check, content: Content): ContentProblem[] {
  try {
    const found = [...check.run(openKnowledge(content.knowledge), content)];
    return found.map(problem => ({ ...problem, check: check.name }));
  } catch (error) {
    if (content.problems.length > 0) return [];
    throw error;
  }
}

const scaffoldChecks: readonly Check[] = [
  {
    name: 'choices and parts',
    about: 'What choices, options and parts refer to is there, and every placeholder has a value.',
    run: (knowledge, { catalogue }) => checkScaffold(catalogue, knowledge),
  },
];

/** What an hour with colleagues is enough for. */
const mostQuestions = 35;
const fewestQuestions = 25;

const references: readonly Check[] = [
  {
    name: 'unique ids',
    about: 'A question, quantity, criterion, form, fact or note is named once.',
    *run({ questions, quantities, criteria, forms, platforms, tools }) {
      yield* repeated(
        'questions',
        [...questions, ...quantities].map(item => item.id),
      );
      yield* repeated(
        'criteria',
        criteria.map(item => item.id),
      );
      yield* repeated(
        'forms.json',
        forms.map(item => item.id),
      );
      for (const [folder, owners] of [
        ['platforms', platforms],
        ['tools', tools],
      ] as const)
        for (const { id, facts = [], notes = [] } of owners)
          yield* repeated(
            `${folder}/${id}.json`,
            [...facts, ...notes].map(item => item.id),
          );
      yield* repeated(
        'tools',
        [...platforms, ...tools].map(item => item.id),
      );
    },
  },
  {
    name: 'dangling ids',
    about: 'Every id that something refers to exists.',
    *run(knowledge) {
      const { topicById, formById, themes, questions, criteria, quantities, policy } = knowledge;
      for (const question of questions)
        if (!topicById.has(question.topic)) yield at(question, `no topic "${question.topic}"`);
      for (const criterion of criteria) {
        if (!topicById.has(criterion.topic)) yield at(criterion, `no topic "${criterion.topic}"`);
        if (!themes.some(theme => theme.id === criterion.theme)) yield at(criterion, `no theme "${criterion.theme}"`);
        for (const way of criterion.rules.flatMap(rule => rule.wayRound ?? []))
          if (!formById.has(way.form)) yield at(criterion, `no form "${way.form}"`);
      }
      if (!formById.has(policy.poorForm)) yield { file: 'policy.json', message: `no form "${policy.poorForm}"` };
      for (const quantity of quantities)
        for (const factor of [...quantity.times, ...(quantity.over ?? [])]) {
          const earlier = quantities.slice(0, quantities.indexOf(quantity)).some(other => other.id === factor);
          const isNumber = knowledge.questionById.get(String(factor))?.kind === 'number';
          if (typeof factor === 'string' && !earlier && !isNumber)
            yield {
              file: 'quantities.json',
              message: `${quantity.id}: "${factor}" is no number question or earlier quantity`,
            };
        }
    },
  },
  {
    name: 'comparisons',
    about: 'A comparison fits the kind, the options and the unit of what it compares.',
    *run(knowledge) {
      for (const [owner, condition] of allConditions(knowledge))
        for (const comparison of comparisonsIn(condition)) {
          const message = checkComparison(knowledge, comparison);
          if (message) yield at(owner, `${JSON.stringify(comparison)}: ${message}`);
        }
    },
  },
  {
    name: 'order of questions',
    about: "A question's own condition asks only about questions before it.",
    *run(knowledge) {
      for (const [place, question] of knowledge.questions.entries())
        for (const { answer } of question.when ? comparisonsIn(question.when) : [])
          for (const id of questionsBehind(answer, knowledge.quantityById))
            if (knowledge.questions.findIndex(other => other.id === id) >= place)
              yield at(question, `its condition asks about "${id}", which is not asked before it`);
    },
  },
  {
    name: 'number of questions',
    about: 'The questionnaire is one that people finish.',
    *run({ sections }) {
      const total = sections.reduce((sum, { questions }) => sum + questions.length, 0);
      if (total > mostQuestions)
        yield {
          file: 'questions',
          message: `has ${total} questions: people answer at most ${mostQuestions} in one sitting, and a questionnaire that is not finished decides nothing. Take out the one that decides least, or make two into one`,
        };
      if (total < fewestQuestions)
        yield {
          file: 'questions',
          message: `has ${total} questions: a verdict on less than ${fewestQuestions} would be a guess`,
        };
      for (const { id, questions } of sections)
        if (questions.length < 2 || questions.length > 7)
          yield {
            file: `questions/${id}.json`,
            message: `has ${questions.length} questions: a section has 2 to 7, what a person keeps in mind at once`,
          };
    },
  },
  {
    name: 'shape of questions',
    about: 'A question has what its kind needs: a unit, options or phrases; quick choices rise and are allowed.',
    *run({ questions }) {
      for (const question of questions) {
        const { kind, unit, options, phrases, quick = [], minimum, maximum, merit } = question;
        if ((kind === 'number') !== (unit !== undefined)) yield at(question, 'numbers, and only they, have a unit');
        if (kind === 'number' && (minimum === undefined || maximum === undefined || quick.length === 0))
          yield at(question, 'a number needs minimum, maximum and quick choices');
        if (kind.startsWith('choice') !== (options !== undefined))
          yield at(question, 'choices, and only they, have options');
        if ((kind === 'boolean') !== (phrases !== undefined))
          yield at(question, 'booleans, and only they, have phrases');
        const values = quick.map(item => item.value);
        if (values.some((value, index) => index > 0 && value <= (values[index - 1] ?? value)))
          yield at(question, 'quick choices must rise');
        if (values.some(value => value < (minimum ?? value) || value > (maximum ?? value)))
          yield at(question, 'a quick choice is outside minimum and maximum');
        const fits = {
          number: merit === 'less' || merit === 'more',
          boolean: merit === 'yes' || merit === 'no',
          choice: Array.isArray(merit) && merit.every(id => options?.some(option => option.id === id)),
          choices: false,
        };
        if (merit !== undefined && !fits[kind]) yield at(question, 'its merit does not fit its kind or options');
      }
    },
  },
  {
    name: 'ways round',
    about: 'Blockers, and only they, have ways round, the last without condition; what needs a remedy has one.',
    *run({ criteria }) {
      for (const criterion of criteria)
        for (const [index, rule] of criterion.rules.entries()) {
          const where = `rule ${index + 1}`;
          if ((rule.outcome === 'blocker') !== (rule.wayRound !== undefined))
            yield at(criterion, `${where}: a blocker, and only a blocker, has a wayRound`);
          if (rule.wayRound?.at(-1)?.when) yield at(criterion, `${where}: the last way round must have no condition`);
          if (rule.wayRound?.slice(0, -1).some(way => !way.when))
            yield at(criterion, `${where}: a way round after one without condition is never taken`);
          const needsRemedy = rule.outcome === 'concern' || rule.outcome === 'weakness' || rule.outcome === 'blocker';
          if (needsRemedy && !rule.remedy) yield at(criterion, `${where}: a ${rule.outcome} needs a remedy`);
        }
    },
  },
  {
    name: 'number of cases',
    about: 'A criterion looks at so few answers that the checks can try every combination.',
    *run(knowledge) {
      for (const criterion of knowledge.criteria) {
        const count = countCases(knowledge, criterion);
        if (count > mostCases) yield at(criterion, `its ${count} combinations of answers are too many to try them all`);
      }
    },
  },
  {
    name: 'unheard questions and answers',
    about: 'Every question bears on a criterion; every option is named in some condition.',
    *run(knowledge) {
      const heard = new Set<string>();
      const named = new Set<string>();
      for (const condition of knowledge.criteria.flatMap(conditionsOf))
        for (const comparison of comparisonsIn(condition))
          for (const id of questionsBehind(comparison.answer, knowledge.quantityById)) heard.add(id);
      for (const [, condition] of allConditions(knowledge))
        for (const comparison of comparisonsIn(condition))
          for (const option of optionsNamed(comparison)) named.add(`${comparison.answer}=${option}`);
      for (const question of knowledge.questions) {
        if (!heard.has(question.id)) yield at(question, 'no criterion uses it');
        for (const option of question.options ?? [])
          if (!named.has(`${question.id}=${option.id}`))
            yield at(question, `no condition names its option "${option.id}"`);
      }
    },
  },
  {
    name: 'source statements',
    about: 'Every statement that bears on suitability is covered by a question or a criterion.',
    *run({ questions, criteria }, { statements }) {
      const known = new Set(statements.map(statement => statement.id));
      const covered = new Set<string>();
      for (const item of [...questions, ...criteria])
        for (const id of item.covers ?? []) {
          covered.add(id);
          if (!known.has(id)) yield at(item, `covers "${id}", which is no source statement`);
        }
      for (const { id, suitability } of statements)
        if (suitability && !covered.has(id))
          yield { file: 'source-statements.json', message: `${id} bears on suitability, but nothing covers it` };
    },
  },
];

const texts: readonly Check[] = [
  {
    name: 'placeholders',
    about: 'What stands in braces exists, and a reason speaks only of answers that its criterion looks at.',
    *run(knowledge) {
      for (const { id, explain } of knowledge.criteria)
        for (const fact of placeholdersIn(explain))
          if (!knowledge.factById.has(fact)) yield { file: `criteria/${id}.json`, message: `no fact {${fact}}` };
      for (const criterion of knowledge.criteria) {
        const questions = new Set(questionsBearingOn(knowledge, criterion).map(question => question.id));
        for (const text of ruleTexts(criterion))
          for (const id of placeholdersIn(text)) {
            if (knowledge.factById.has(id)) continue;
            const behind = questionsBehind(id, knowledge.quantityById);
            if (!behind.every(question => knowledge.questionById.has(question)))
              yield at(criterion, `nothing is called {${id}}`);
            else if (!behind.every(question => questions.has(question)))
              yield at(criterion, `{${id}} is not among the questions it looks at`);
          }
      }
    },
  },
  {
    name: 'numbers without source',
    about: 'A reason, a remedy or an explanation names a number only through a fact or an answer.',
    *run({ criteria, questions }) {
      for (const criterion of criteria)
        for (const text of [...ruleTexts(criterion), criterion.explain, criterion.weightBecause])
          if (looseNumber.test(text)) yield at(criterion, `a number without source: "${text}"`);
      for (const question of questions)
        for (const text of [question.why, question.findOut])
          if (looseNumber.test(text)) yield at(question, `a number without source: "${text}"`);
    },
  },
  {
    name: 'sentences',
    about: 'Questions ask, reasons and remedies are whole sentences, and no text is in a damaged encoding.',
    *run({ criteria, questions }) {
      for (const question of questions)
        if (!question.ask.endsWith('?')) yield at(question, 'must end with a question mark');
      for (const criterion of criteria)
        for (const text of ruleTexts(criterion))
          if (!/[.!?]$/.test(text) || !/^[A-Z{]/.test(text)) yield at(criterion, `no whole sentence: "${text}"`);
      for (const item of [...criteria, ...questions])
        if (damagedEncoding.test(JSON.stringify(item))) yield at(item, 'a text is in a damaged encoding');
    },
  },
];

function checkComparison(knowledge: Knowledge, comparison: Comparison): string | undefined {
  const quantity = knowledge.quantityById.get(comparison.answer);
  const question = knowledge.questionById.get(comparison.answer);
  if (!quantity && !question) return `no question or quantity "${comparison.answer}"`;
  const kind = quantity ? 'number' : question?.kind;
  const threshold = thresholdOf(comparison);
  if ((kind === 'number') !== (threshold !== undefined))
    return 'numbers, and only they, are above, atLeast, below or atMost';
  if (kind === 'boolean' && !('is' in comparison && typeof comparison.is === 'boolean'))
    return 'a boolean is true or false';
  if (kind === 'choice' && !('in' in comparison || ('is' in comparison && typeof comparison.is === 'string')))
    return 'a choice "is" an option or is "in" a list';
  if (kind === 'choices' && !('includes' in comparison || 'only' in comparison))
    return 'several choices "include" options or have "only" them';
  const wrong = optionsNamed(comparison).find(id => !question?.options?.some(option => option.id === id));
  if (wrong !== undefined) return `no option "${wrong}"`;
  if (typeof threshold !== 'object') return undefined;
  const fact = knowledge.factById.get(threshold.fact);
  if (!fact) return `no fact "${threshold.fact}"`;
  const unit = quantity?.unit ?? question?.unit;
  return fact.unit === unit ? undefined : `the fact is in ${fact.unit}, the answer in ${unit}`;
}

function* allConditions(knowledge: Knowledge): Generator<[Question | Criterion, Condition]> {
  for (const question of knowledge.questions) if (question.when) yield [question, question.when];
  for (const criterion of knowledge.criteria)
    for (const condition of conditionsOf(criterion)) yield [criterion, condition];
}

function ruleTexts(criterion: Criterion): string[] {
  return criterion.rules.flatMap(({ because, remedy, wayRound }) => [
    because,
    ...(remedy ? [remedy] : []),
    ...(wayRound ?? []).map(way => way.how),
  ]);
}
