import { printLines } from '../content/json-lines';
import type { PartDescription, ScaffoldChoice, ScaffoldOption } from '../content/types';
import type { Vocabulary } from '../language/condition';
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

/** What can be chosen and what it adds. */
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
  const choices = file.choices.map(withGroups);
  return {
    choices,
    parts: [...file.parts].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    questionById: new Map(choices.map(choice => [choice.id, choice])),
    quantityById: new Map(),
    factById: new Map(),
  };
}

/** A choice in which an option of a group needs that no other option of it is taken. */
function withGroups(choice: ScaffoldChoice): ScaffoldChoice {
  if (!choice.groups) return choice;
  const options = choice.options.map(option => {
    const group = choice.groups?.find(({ id }) => id === option.group);
    const others = choice.options.filter(other => other !== option && other.group === option.group).map(({ id }) => id);
    if (!group || others.length === 0) return option;
    const condition = { not: { answer: choice.id, includes: others } };
    return { ...option, needs: [...(option.needs ?? []), { condition, otherwise: group.otherwise }] };
  });
  return { ...choice, options };
}

/** An option of a choice by its id. */
export function findOption(choice: ScaffoldChoice, id: string): ScaffoldOption | undefined {
  return choice.options.find(option => option.id === id);
}

/** The text of a file that a part gives. */
export function textOf(file: string | YamlBlock): string {
  return typeof file === 'string' ? file : printYaml(file);
}

/** What of a part is not needed to tell whether it is wanted. */
type Body = Pick<Part, 'files' | 'slots'>;

/** The catalogue as the file dist/scaffold.jsonl: a line for the choices and what parts say of themselves, then a line for each part. */
export function printCatalogue({ choices, parts }: CatalogueFile): string {
  const heads = parts.map(({ files: _files, slots: _slots, ...head }) => head);
  const bodies = parts.map(({ files, slots }): Body => ({ files, slots }));
  return printLines([{ choices, parts: heads }, ...bodies]);
}

/** The catalogue from its file. A project needs a third of the parts, so each is read when it is first asked for. */
export function parseCatalogue(text: string): Catalogue {
  const [first = '', ...lines] = text.split('\n');
  const { choices, parts } = JSON.parse(first) as CatalogueFile;
  return openCatalogue({ choices, parts: parts.map((head, index) => new StoredPart(head, lines[index] ?? '{}')) });
}

class StoredPart implements Part {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  readonly order: number;
  declare readonly when?: NonNullable<Part['when']>;
  declare readonly once?: boolean;
  declare readonly needs?: NonNullable<Part['needs']>;
  declare readonly values?: NonNullable<Part['values']>;
  private body: Body | undefined;

  constructor(
    head: Omit<Part, keyof Body>,
    private readonly line: string,
  ) {
    this.id = head.id;
    this.title = head.title;
    this.because = head.because;
    this.order = head.order;
    Object.assign(this, head);
  }

  get files(): Part['files'] {
    return this.read().files;
  }

  get slots(): Part['slots'] {
    return this.read().slots;
  }

  private read(): Body {
    this.body ??= JSON.parse(this.line) as Body;
    return this.body;
  }
}
