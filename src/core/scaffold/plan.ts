import type { Comparison, Condition } from '../content';
import { type Catalogue, findOption, type Part } from './catalogue';
import { type Choices, holds, listOf } from './choices';
import { mergeTexts, mergingOf } from './merge';
import { fill, type Values } from './template';

/** What a project is made from. The choices are complete and without problems. */
export interface ScaffoldRequest {
  readonly name: string;
  readonly choices: Choices;
  /** The assessment that it came from, for the project's decision record. */
  readonly decision?: Decision;
}

/** What a decision record says: the workload, the day (YYYY-MM-DD), and the report as Markdown. */
export interface Decision {
  readonly workload: string;
  readonly date: string;
  readonly report: string;
}

/** A file as it would be written. */
export interface PlannedFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The parts that it is made from, the one that gives the file first. */
  readonly from: readonly Part[];
  /** A record of a moment, which is never updated or taken away. */
  readonly once: boolean;
}

/**
 * All files of a project, by path, without looking at any folder. Throws where parts contradict each other or leave a
 * placeholder open: the tests try every combination, so that a person never meets it.
 */
export function plan(catalogue: Catalogue, request: ScaffoldRequest): PlannedFile[] {
  const parts = partsFor(catalogue, request);
  const values = valuesFor(parts, request);
  const paths = [...new Set(parts.flatMap(part => Object.keys(part.files)))].sort();
  return paths.map(path => planFile(path, parts, values));
}

/** The parts that choices call for, in the order in which they meet. */
export function partsFor(catalogue: Catalogue, { choices, decision }: ScaffoldRequest): Part[] {
  return catalogue.parts.filter(
    part => (!part.when || holds(catalogue, choices, part.when)) && (decision || !needsDecision(part)),
  );
}

/** The choices that a part is there for, as people read them: "Queue", "AWS SAM". Empty for what every project has. */
export function choicesBehind(catalogue: Catalogue, choices: Choices, part: Part): string[] {
  const compared = part.when ? affirmed(part.when) : [];
  const labels = compared.flatMap(comparison => {
    const choice = catalogue.questionById.get(comparison.answer);
    const wanted = [comparison.is, ...(comparison.in ?? []), ...(comparison.includes ?? [])];
    return choice
      ? listOf(choices[choice.id])
          .filter(id => wanted.includes(id))
          .map(id => findOption(choice, id)?.label ?? id)
      : [];
  });
  return [...new Set(labels)];
}

/** The commands of the first minutes in a project, in their order: install, test, run locally. */
export function firstCommands(catalogue: Catalogue, request: ScaffoldRequest): string[] {
  const values = valuesFor(partsFor(catalogue, request), request);
  return ['command-install', 'command-test', 'command-local'].flatMap(name => values.get(name) ?? []);
}

function planFile(path: string, parts: readonly Part[], values: Values): PlannedFile {
  const givers = parts.filter(part => path in part.files);
  const fillers = parts.filter(part => path in part.slots);
  const slots = new Map<string, string[]>();
  for (const part of fillers)
    for (const [slot, lines] of Object.entries(part.slots[path] ?? {}))
      slots.set(slot, [...(slots.get(slot) ?? []), lines]);
  try {
    const texts = givers.map(part => fill(part.files[path] ?? '', values, slots));
    return {
      path,
      text: endWithNewline(joinTexts(path, texts)),
      from: [...new Set([...givers, ...fillers])],
      once: givers.every(part => part.once),
    };
  } catch (error) {
    throw new Error(`${path}, from ${givers.map(({ id }) => id).join(', ')}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function joinTexts(path: string, texts: readonly string[]): string {
  const merging = mergingOf(path);
  if (merging && (texts.length > 1 || merging === 'json')) return mergeTexts(merging, texts);
  if (texts.length > 1) throw new Error('More than one part gives this file.');
  return texts[0] ?? '';
}

function valuesFor(parts: readonly Part[], { name, decision }: ScaffoldRequest): Values {
  const values = new Map<string, string>([
    ['name', name],
    ['name-pascal', name.replaceAll(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())],
    ['name-snake', name.replaceAll('-', '_')],
  ]);
  if (decision) {
    values.set('decision-workload', decision.workload);
    values.set('decision-date', decision.date);
    values.set('decision-report', decision.report);
  }
  for (const part of parts)
    for (const [key, value] of Object.entries(part.values ?? {})) {
      const text = typeof value === 'string' ? value : value.join('\n');
      if ((values.get(key) ?? text) !== text)
        throw new Error(`Two parts give the value "${key}", the second is ${part.id}.`);
      values.set(key, text);
    }
  return values;
}

function needsDecision(part: Part): boolean {
  return Object.values(part.files).some(text => text.includes('<% decision-'));
}

/** The comparisons of a condition that are not denied. */
function affirmed(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(affirmed);
  if ('any' in condition) return condition.any.flatMap(affirmed);
  return 'not' in condition ? [] : [condition];
}

function endWithNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
