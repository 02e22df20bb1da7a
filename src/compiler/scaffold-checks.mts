/** What a schema cannot say about choices and parts: references, the order of choices, values that placeholders need, slots that exist. */

import { comparisonsIn, type Knowledge, optionsNamed, thresholdOf } from '../core/content/knowledge';
import type { Condition, ScaffoldChoice } from '../core/content/types';
import { type CatalogueFile, type Part, textOf } from '../core/scaffold/catalogue';
import { givenFor, needsDecision, someDecision } from '../core/scaffold/parts';
import { slotsIn } from '../core/scaffold/template';
import type { ContentProblem } from './problem.mts';
import { misplaced } from './scaffold-words.mts';

const choicesFile = 'scaffold/choices.json';
/** What people give to the placeholders of a project, and of one that comes from an assessment. */
const named = givenFor({ name: 'name' });
const given = givenFor({ name: 'name', decision: someDecision });

/** Every problem of the choices and the parts. */
export function checkScaffold(catalogue: CatalogueFile, knowledge: Knowledge): ContentProblem[] {
  return [...checkChoices(catalogue, knowledge), ...checkParts(catalogue)];
}

function* checkChoices({ choices }: CatalogueFile, knowledge: Knowledge): Iterable<ContentProblem> {
  const at = (choice: ScaffoldChoice, message: string): ContentProblem => ({
    file: choicesFile,
    message: `${choice.id}: ${message}`,
  });
  for (const [place, choice] of choices.entries()) {
    if (choices.findIndex(({ id }) => id === choice.id) < place) yield at(choice, 'is there twice');
    if (!knowledge.topicById.has(choice.topic)) yield at(choice, `no topic "${choice.topic}"`);
    const isOption = (id: string): boolean => choice.options.some(option => option.id === id);
    const earlier = choices.slice(0, place);
    if (choice.when) for (const problem of compare(choice.when, earlier)) yield at(choice, `its condition ${problem}`);
    yield* checkGroups(choice, message => at(choice, message));
    // An option may exclude another of its own choice.
    for (const { id, needs = [] } of choice.options)
      for (const { condition } of needs)
        for (const problem of compare(condition, [...earlier, choice])) yield at(choice, `${id}: its need ${problem}`);
    for (const [index, { when, options }] of choice.default.entries()) {
      if (when) for (const problem of compare(when, earlier)) yield at(choice, `its default ${problem}`);
      if ((when === undefined) !== (index === choice.default.length - 1))
        yield at(choice, 'the last default, and only that, has no condition');
      for (const option of options) if (!isOption(option)) yield at(choice, `its default is no option: "${option}"`);
    }
    for (const { when, option } of choice.suggest ?? []) {
      if (!isOption(option)) yield at(choice, `suggests what is no option: "${option}"`);
      for (const { answer } of comparisonsIn(when))
        if (!knowledge.questionById.has(answer)) yield at(choice, `suggests by "${answer}", which is no question`);
    }
  }
}

function* checkGroups(
  { kind, groups = [], options }: ScaffoldChoice,
  at: (message: string) => ContentProblem,
): Iterable<ContentProblem> {
  if (groups.length > 0 && kind === 'choice') yield at('has groups, though only one of its options can be taken');
  for (const { id, group } of options)
    if (group !== undefined && !groups.some(known => known.id === group))
      yield at(`${id}: there is no group "${group}"`);
  for (const { id } of groups)
    if (options.filter(({ group }) => group === id).length < 2) yield at(`fewer than two options are in group "${id}"`);
}

/** What is wrong with the comparisons of a condition on choices. */
function* compare(condition: Condition, choices: readonly ScaffoldChoice[]): Iterable<string> {
  for (const comparison of comparisonsIn(condition)) {
    const { answer } = comparison;
    const choice = choices.find(({ id }) => id === answer);
    if (!choice) {
      yield `compares "${answer}", which is no choice before it`;
      continue;
    }
    const isList = 'includes' in comparison || 'only' in comparison;
    if (thresholdOf(comparison) !== undefined) yield `compares "${answer}" as a number`;
    else if ('is' in comparison && typeof comparison.is === 'boolean') yield `compares "${answer}" with yes or no`;
    else if (isList !== (choice.kind === 'choices')) yield `compares "${answer}" in a way that its kind does not have`;
    for (const option of optionsNamed(comparison))
      if (!choice.options.some(({ id }) => id === option))
        yield `compares "${answer}" with "${option}", which is no option`;
  }
}

function* checkParts({ choices, parts }: CatalogueFile): Iterable<ContentProblem> {
  const values = new Set(parts.flatMap(part => Object.keys(part.values ?? {})));
  const files = new Map<string, string[]>();
  for (const part of parts)
    for (const [path, text] of Object.entries(part.files)) files.set(path, [...(files.get(path) ?? []), textOf(text)]);
  for (const part of parts) {
    const at = (message: string): ContentProblem => ({ file: `scaffold/parts/${part.id}/part.json`, message });
    if (part.when) for (const problem of compare(part.when, choices)) yield at(`its condition ${problem}`);
    for (const name of placeholdersOf(part))
      if (!values.has(name) && !Object.hasOwn(given, name)) yield at(`no part gives the value "${name}"`);
    for (const name of Object.keys(part.values ?? {}))
      if (Object.hasOwn(given, name)) yield at(`gives the value "${name}", which a person gives`);
    const decided = [...placeholdersOf(part)].find(name => Object.hasOwn(given, name) && !Object.hasOwn(named, name));
    if (decided !== undefined && !needsDecision(part))
      yield at(`holds "${decided}" and does not say that it needs a decision`);
    if (decided === undefined && needsDecision(part)) yield at('needs a decision and holds nothing of one');
    for (const problem of misplaced(part, given)) yield at(problem);
    for (const [path, slots] of Object.entries(part.slots)) {
      const texts = files.get(path);
      if (!texts) yield at(`fills slots of ${path}, which no part gives`);
      for (const slot of Object.keys(slots))
        if (texts && !texts.some(text => slotsIn(text).includes(slot))) yield at(`${path} has no slot "${slot}"`);
    }
    if (Object.keys(part.files).length + Object.keys(part.slots).length + Object.keys(part.values ?? {}).length === 0)
      yield at('adds nothing');
  }
}

function placeholdersOf(part: Part): Set<string> {
  const texts = [
    ...Object.values(part.files).map(textOf),
    ...Object.values(part.slots).flatMap(slots => Object.values(slots)),
    ...Object.values(part.values ?? {}).flat(),
  ];
  return new Set(texts.flatMap(text => [...text.matchAll(/<% ([a-z][a-z0-9-]*) %>/g)].map(([, name = '']) => name)));
}
