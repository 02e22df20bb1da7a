import type { Knowledge } from '../content/knowledge';
import type { Condition, ScaffoldChoice, ScaffoldOption } from '../content/types';
import type { Answers } from '../language/answer';
import { Reading } from '../language/condition';
import { mostProblems } from '../language/problem';
import { visibleLine } from '../language/visible';
import { join, lower, say } from '../language/words';
import { type Catalogue, findOption } from './catalogue';

/** What was chosen: one option's id, or several in the order of the options. A choice that does not apply is not in it. */
export type Choices = Readonly<Record<string, string | readonly string[]>>;

/** An option as it stands beside what else is chosen. */
export interface Offer {
  readonly option: ScaffoldOption;
  /** Why it does not go together with the other choices; nothing when it does. */
  readonly excluded?: string;
}

/** Something wrong with what was chosen, as a sentence for the person who chose. */
export interface ChoiceProblem {
  readonly choice: string;
  readonly message: string;
}

/** An option that an assessment speaks for, or the guide, and why. */
export interface SuggestedChoice {
  readonly choice: string;
  readonly option: string;
  readonly because: string;
  readonly isFromGuide?: boolean;
}

/** The choices that are asked, as far as what is chosen so far tells. */
export function relevantChoices(catalogue: Catalogue, choices: Choices): ScaffoldChoice[] {
  return catalogue.choices.filter(choice => !choice.when || holds(catalogue, choices, choice.when));
}

/**
 * Every option of a choice, with why it is excluded where it is. Options of the same choice are held against what else is
 * chosen in it, so that two that exclude each other are both offered until one of them is taken.
 */
export function offersOf(catalogue: Catalogue, choices: Choices, choice: ScaffoldChoice): Offer[] {
  return choice.options.map(option => {
    const unmet = option.needs?.find(need => !holds(catalogue, withOption(choices, choice, option.id), need.condition));
    return { option, ...(unmet ? { excluded: unmet.otherwise } : {}) };
  });
}

/** What Enter takes for a choice: the default that fits what else is chosen, without what is excluded. */
export function defaultOf(catalogue: Catalogue, choices: Choices, choice: ScaffoldChoice): string | readonly string[] {
  const offers = offersOf(catalogue, choices, choice).filter(offer => !offer.excluded);
  const preferred = choice.default.find(({ when }) => !when || holds(catalogue, choices, when))?.options ?? [];
  const allowed = preferred.filter(id => offers.some(({ option }) => option.id === id));
  if (choice.kind === 'choices') return inOrder(choice, allowed);
  const [first] = [...allowed, ...offers.map(({ option }) => option.id)];
  if (first === undefined) throw new Error(`Nothing of ${choice.id} goes together with ${JSON.stringify(choices)}.`);
  return first;
}

/** What was given, without what no longer applies, and the defaults for everything else that is asked. */
export function completeChoices(catalogue: Catalogue, given: Choices): Choices {
  let choices: Choices = {};
  for (const choice of catalogue.choices) {
    // A condition may only look back, so that one pass settles everything (a check of the content holds this).
    if (choice.when && !holds(catalogue, choices, choice.when)) continue;
    const value = given[choice.id];
    choices = {
      ...choices,
      [choice.id]: value === undefined ? defaultOf(catalogue, choices, choice) : normalise(choice, value),
    };
  }
  return choices;
}

/**
 * What is wrong with what was given: unknown names, too few, and what does not go together. Nothing when all is well, and no
 * more than a person would read: what a project remembers can be anything.
 */
export function checkChoices(catalogue: Catalogue, given: Choices): ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  for (const [id, value] of Object.entries(given)) {
    if (problems.length < mostProblems) problems.push(...checkNames(catalogue, id, value));
  }
  if (problems.length > 0) return problems;
  const complete = completeChoices(catalogue, given);
  for (const [id, value] of Object.entries(given)) {
    const choice = catalogue.questionById.get(id);
    if (!choice) continue;
    if (complete[id] === undefined) {
      if (value !== 'none')
        problems.push({
          choice: id,
          message: say('choice.meaningless', { name: id, choices: choicesBehind(catalogue, choice) }),
        });
      continue;
    }
    const chosen = listOf(value);
    for (const { option, excluded } of offersOf(catalogue, complete, choice))
      if (excluded && chosen.includes(option.id))
        problems.push({
          choice: id,
          message: say('choice.excluded', { choice: id, option: option.id, because: excluded }),
        });
  }
  return problems;
}

/** What an assessment's answers speak for, each with why. What the answers leave open is not suggested. */
export function suggestChoices(catalogue: Catalogue, knowledge: Knowledge, answers: Answers): SuggestedChoice[] {
  const reading = new Reading(knowledge, answers);
  return catalogue.choices.flatMap(choice => {
    const rules = (choice.suggest ?? []).filter(({ when }) => reading.evaluate(when) === true);
    const chosen = choice.kind === 'choice' ? rules.slice(0, 1) : rules;
    return chosen.map(({ option, because }) => ({ choice: choice.id, option, because }));
  });
}

/** Suggestions as choices that can be completed; what does not go together is left to the default. */
export function choicesFrom(catalogue: Catalogue, suggestions: readonly SuggestedChoice[]): Choices {
  let choices: Choices = {};
  for (const choice of catalogue.choices) {
    const options = suggestions.filter(suggestion => suggestion.choice === choice.id).map(({ option }) => option);
    const [first] = options;
    if (first === undefined) continue;
    const next = { ...choices, [choice.id]: choice.kind === 'choice' ? first : inOrder(choice, options) };
    if (checkChoices(catalogue, next).length === 0) choices = next;
  }
  return choices;
}

/** Whether a condition holds of choices. One that was not made makes no comparison true. */
export function holds(catalogue: Catalogue, choices: Choices, condition: Condition): boolean {
  const answers: Answers = Object.fromEntries(
    catalogue.choices.map(({ id }) => {
      const value = choices[id];
      return [id, value === undefined ? { notApplicable: 'not asked' } : { value }] as const;
    }),
  );
  return new Reading(catalogue, answers).evaluate(condition) === true;
}

/** One option or several, as a list. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** A choice's value as people read it: the labels of its options. */
export function printChoice(choice: ScaffoldChoice, value: string | readonly string[] | undefined): string {
  const labels = listOf(value).map(id => findOption(choice, id)?.label ?? id);
  return labels.length > 0 ? labels.join(', ') : say('choice.none');
}

/** How much of a name that is not ours a sentence repeats, in UTF-16 code units. */
const longestForeign = 60;

function checkNames(catalogue: Catalogue, id: string, value: string | readonly string[]): ChoiceProblem[] {
  const choice = catalogue.questionById.get(id);
  if (!choice) {
    const known = idsOf(catalogue.choices);
    return [{ choice: id, message: say('choice.foreign', { name: visibleLine(id, longestForeign), known }) }];
  }
  const about = { choice: choice.title, known: idsOf(choice.options) };
  const chosen = [...new Set(listOf(value))];
  const problems = chosen
    .filter(option => !findOption(choice, option))
    .slice(0, mostProblems)
    .map(option => ({
      choice: id,
      message: say('choice.foreign-option', { ...about, name: visibleLine(option, longestForeign) }),
    }));
  if (choice.kind === 'choice' && chosen.length !== 1) problems.push({ choice: id, message: say('choice.one', about) });
  if (choice.kind === 'choices' && chosen.length < (choice.atLeast ?? 1))
    problems.push({ choice: id, message: say('choice.at-least-one', about) });
  return problems;
}

/** The titles of the choices on which it depends whether one is asked. */
function choicesBehind(catalogue: Catalogue, choice: ScaffoldChoice): string {
  const behind = catalogue.choices.filter(other => JSON.stringify(choice.when ?? {}).includes(`"${other.id}"`));
  return join(behind.map(other => lower(other.title)));
}

function idsOf(known: readonly { readonly id: string }[]): string {
  return known.map(({ id }) => id).join(', ');
}

function withOption(choices: Choices, choice: ScaffoldChoice, option: string): Choices {
  if (choice.kind === 'choice') return { ...choices, [choice.id]: option };
  return { ...choices, [choice.id]: inOrder(choice, [...listOf(choices[choice.id]), option]) };
}

function normalise(choice: ScaffoldChoice, value: string | readonly string[]): string | readonly string[] {
  return choice.kind === 'choices' ? inOrder(choice, listOf(value)) : (listOf(value)[0] ?? '');
}

function inOrder(choice: ScaffoldChoice, chosen: readonly string[]): string[] {
  return choice.options.map(({ id }) => id).filter(id => chosen.includes(id));
}
