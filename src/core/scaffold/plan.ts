import { type Catalogue, type Part, textOf } from './catalogue';
import { mergeTexts, mergingOf } from './merge';
import { partsFor, type ScaffoldRequest, valuesFor } from './parts';
import { isInside } from './path';
import { fill, type Values } from './template';
import { mergeYaml, printYaml, type YamlBlock } from './yaml-tree';

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

function planFile(path: string, parts: readonly Part[], values: Values): PlannedFile {
  if (!isInside(path)) throw new Error(`${path} is no path inside a project.`);
  const givers = parts.filter(part => path in part.files);
  const fillers = parts.filter(part => path in part.slots);
  const slots = new Map<string, string[]>();
  for (const part of fillers)
    for (const [slot, lines] of Object.entries(part.slots[path] ?? {}))
      slots.set(slot, [...(slots.get(slot) ?? []), lines]);
  try {
    const text = joinFiles(
      path,
      givers.map(part => part.files[path] ?? ''),
      file => fill(path, file, values, slots),
    );
    return {
      path,
      text: endWithNewline(text),
      from: [...new Set([...givers, ...fillers])],
      once: givers.every(part => part.once),
    };
  } catch (error) {
    throw new Error(`${path}, from ${givers.map(({ id }) => id).join(', ')}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The files of all parts in one text, filled in. */
function joinFiles(path: string, files: readonly (string | YamlBlock)[], fillIn: (text: string) => string): string {
  const blocks = files.filter(file => typeof file !== 'string');
  if (blocks.length > 0 && blocks.length === files.length) return fillIn(printYaml(mergeYaml(blocks)));
  const merging = mergingOf(path);
  const texts = files.map(file => fillIn(textOf(file)));
  if (merging === 'json' || (merging === 'lines' && texts.length > 1)) return mergeTexts(merging, texts);
  if (texts.length > 1) throw new Error('More than one part gives this file.');
  return texts[0] ?? '';
}

function endWithNewline(text: string): string {
  return text.trim() === '' ? '' : text.replace(/\n*$/, '\n');
}
