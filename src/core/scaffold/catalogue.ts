import type { Vocabulary } from '../condition';
import type { PartDescription, ScaffoldChoice, ScaffoldOption } from '../content';
import { printYaml, type YamlBlock } from './yaml-tree';

/** A folder of content/scaffold/parts, compiled: what one choice, or several together, add to a project. */
export interface Part extends PartDescription {
  /** The path of its folder below parts/, with forward slashes. */
  readonly id: string;
  /** Whole files, or fragments that merge, by the path they have in the project. YAML that merges is taken apart. */
  readonly files: Readonly<Record<string, string | YamlBlock>>;
  /** Lines for slots: by the path of the file that has the slot, then by the slot's name. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What can be chosen and what it adds, compiled into one value: the file dist/scaffold.json. */
export interface CatalogueFile {
  readonly choices: readonly ScaffoldChoice[];
  readonly parts: readonly Part[];
}

/** The catalogue with everything findable by id, parts in the order in which they meet in a file. */
export interface Catalogue extends CatalogueFile, Vocabulary {
  readonly questionById: ReadonlyMap<string, ScaffoldChoice>;
}

/** Makes the compiled catalogue findable. */
export function openCatalogue(file: CatalogueFile): Catalogue {
  return {
    choices: file.choices,
    parts: [...file.parts].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    questionById: new Map(file.choices.map(choice => [choice.id, choice])),
    quantityById: new Map(),
    factById: new Map(),
  };
}

/** An option of a choice by its id. */
export function findOption(choice: ScaffoldChoice, id: string): ScaffoldOption | undefined {
  return choice.options.find(option => option.id === id);
}

/** The text of a file that a part gives. */
export function textOf(file: string | YamlBlock): string {
  return typeof file === 'string' ? file : printYaml(file);
}
