import { optionsNamed } from '../content/knowledge';
import type { Comparison, Condition, ScaffoldChoice } from '../content/types';
import type { Markdown } from '../language/markdown';
import { type Catalogue, findOption, type Part } from './catalogue';
import { type Choices, holds, listOf } from './choices';
import type { Given } from './given';
import { fill, type Values } from './template';

/** What a project is made from. The choices are complete and without problems. */
export interface ScaffoldRequest {
  readonly name: string;
  readonly choices: Choices;
  /** The assessment that it came from, for the project's decision record. */
  readonly decision?: Decision;
}

/** What a decision record says: the workload as somebody called it, the day (YYYY-MM-DD), and the report. */
export interface Decision {
  readonly workload: string;
  readonly date: string;
  readonly report: Markdown;
}

/** Stands for a decision where it matters only that there was one. */
export const someDecision: Decision = { workload: '', date: '', report: { markdown: '' } };

/** The parts that choices call for, in the order in which they meet. */
export function partsFor(catalogue: Catalogue, { choices, decision }: ScaffoldRequest): Part[] {
  return catalogue.parts.filter(
    part => (!part.when || holds(catalogue, choices, part.when)) && (decision || !needsDecision(part)),
  );
}

/** The choices that a part is there for, as people read them: "Queue", "AWS SAM". Empty for what every project has. */
export function choicesBehind(catalogue: Catalogue, choices: Choices, part: Part): string[] {
  const labels = optionsBehind(catalogue, choices, part).map(
    ({ choice, option }) => findOption(choice, option)?.label ?? option,
  );
  return [...new Set(labels)];
}

/** The options that a part is there for, each with its choice. Empty for what every project has. */
export function optionsBehind(
  catalogue: Catalogue,
  choices: Choices,
  part: Part,
): { readonly choice: ScaffoldChoice; readonly option: string }[] {
  const compared = part.when ? affirmed(part.when) : [];
  return compared.flatMap(comparison => {
    const choice = catalogue.questionById.get(comparison.answer);
    // Where there is nothing to choose between, nothing was chosen.
    if (choice?.options.length === 1) return [];
    // What is said of all that was chosen is no reason for one of them.
    const wanted = 'only' in comparison ? [] : optionsNamed(comparison);
    return choice
      ? listOf(choices[choice.id])
          .filter(id => wanted.includes(id))
          .map(option => ({ choice, option }))
      : [];
  });
}

/** A command of a project: what it is for, and the line for a terminal in its folder. */
export interface ProjectCommand {
  readonly id: string;
  readonly line: string;
}

/** What can be done with a project, in the order in which someone does it. */
const commandIds = ['install', 'check', 'test', 'integration', 'build', 'local', 'validate', 'deploy-dev'];

/** The commands of a project. */
export function projectCommands(catalogue: Catalogue, request: ScaffoldRequest): ProjectCommand[] {
  const values = valuesFor(partsFor(catalogue, request), request);
  return commandIds.flatMap(id => {
    const value = values.get(`command-${id}`);
    return typeof value === 'string' ? [{ id, line: fill(`command-${id}`, value, values) }] : [];
  });
}

/** What people give to every project, and to one that comes from an assessment, by the names of the placeholders. */
export function givenFor({ name, decision }: Pick<ScaffoldRequest, 'name' | 'decision'>): Record<string, Given> {
  return {
    name: { bare: name },
    'name-pascal': { bare: name.replaceAll(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()) },
    'name-snake': { bare: name.replaceAll('-', '_') },
    ...(decision && {
      'decision-workload': { words: decision.workload },
      'decision-date': { bare: decision.date },
      'decision-report': decision.report,
    }),
  };
}

/** What placeholders become in a project. Throws where two parts disagree. */
export function valuesFor(parts: readonly Part[], request: ScaffoldRequest): Values {
  const values = new Map<string, string | Given>(Object.entries(givenFor(request)));
  for (const part of parts)
    for (const [key, value] of Object.entries(part.values ?? {})) {
      const text = typeof value === 'string' ? value : value.join('\n');
      if ((values.get(key) ?? text) !== text)
        throw new Error(`Two parts give the value "${key}", the second is ${part.id}.`);
      values.set(key, text);
    }
  return values;
}

/** Whether a part is there only for a project that comes from an assessment. */
export function needsDecision(part: Part): boolean {
  return part.needs === 'decision';
}

/** The comparisons of a condition that are not denied. */
function affirmed(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(affirmed);
  if ('any' in condition) return condition.any.flatMap(affirmed);
  return 'not' in condition ? [] : [condition];
}
