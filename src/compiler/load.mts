/** Reads content/, holds every file against its schema, and compiles it into the one value that the engine opens. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchema } from 'ajv';
import type { KnowledgeFile } from '../core/content/knowledge';
import type {
  Criterion,
  Platform,
  QuestionSection,
  ScaffoldChoices,
  SourceStatement,
  Tool,
} from '../core/content/types';
import type { CatalogueFile } from '../core/scaffold/catalogue';
import { compileGuide, type LoadedGuide, readGuideFiles, type Validate } from './guide.mts';
import { objections } from './objections.mts';
import { type ContentProblem, lineInJson, lineOf, nameOf, pathOf } from './problem.mts';
import { loadParts } from './scaffold.mts';

const contentFolder = fileURLToPath(new URL('../../content/', import.meta.url));

export interface Content {
  readonly knowledge: KnowledgeFile;
  readonly catalogue: CatalogueFile;
  readonly guide: LoadedGuide;
  readonly statements: readonly SourceStatement[];
  /** The JSON files below content/, by their paths there. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the schemas, and the names of files, object to. */
  readonly problems: readonly ContentProblem[];
  /** Whether every file could be read, so that what is named somewhere and found nowhere is really not there. */
  readonly isWhole: boolean;
}

/** The check that all of these come from. */
const check = 'shape';

/** Which schema a file answers to: a folder of files of one kind, or one file. */
const kinds = [
  { folder: 'questions', schema: 'questions' },
  { folder: 'criteria', schema: 'criterion' },
  { folder: 'platforms', schema: 'platform' },
  { folder: 'tools', schema: 'tool' },
] as const;
const single = {
  'quantities.json': 'quantities',
  'forms.json': 'forms',
  'themes.json': 'themes',
  'policy.json': 'policy',
  'source-statements.json': 'sources',
} as const;

/** Reads and compiles the folder; problems do not stop it, so that all of them are seen at once. */
export async function loadContent(folder = contentFolder): Promise<Content> {
  const problems: ContentProblem[] = [];
  const texts = new Map<string, string>();
  let isWhole = true;
  const validate = await openSchemas();
  const read = async (path: string, schema: string): Promise<unknown> => {
    const file = relative(folder, path).split(sep).join('/');
    const text = await readFile(path, 'utf8');
    texts.set(file, text);
    try {
      const value = JSON.parse(text);
      for (const { path: place, message } of validate(value, schema))
        problems.push({ file, line: lineInJson(text, place), message, check });
      return value;
    } catch (error) {
      isWhole = false;
      problems.push({ file, ...syntaxFault(text, error), check });
      return undefined;
    }
  };
  const readFolder = async <T extends { id: string }>(name: string, schema: string): Promise<T[]> => {
    const values: T[] = [];
    for (const file of (await readdir(join(folder, name))).sort()) {
      const value = (await read(join(folder, name, file), schema)) as T | undefined;
      if (!value) continue;
      if (`${value.id}.json` !== file)
        problems.push({ file: `${name}/${file}`, message: `its id "${value.id}" must be the name of the file`, check });
      values.push(value);
    }
    return values;
  };
  const [sections, criteria, platforms, tools] = await Promise.all(
    kinds.map(({ folder: name, schema }) => readFolder(name, schema)),
  );
  const files = Object.fromEntries(
    await Promise.all(
      Object.entries(single).map(async ([path, schema]) => [basename(path), await read(join(folder, path), schema)]),
    ),
  );
  const scaffold = join(folder, 'scaffold');
  const choices = (await read(join(scaffold, 'choices.json'), 'scaffold-choices')) as ScaffoldChoices | undefined;
  const known = {
    platforms: (platforms as Platform[]).map(withoutSchema),
    tools: (tools as Tool[]).map(withoutSchema),
  };
  const isWellFormed = (kind: string, { id }: { id: string }): boolean =>
    !problems.some(({ file }) => file === `${kind}/${id}.json`);
  const listed = {
    platforms: known.platforms.filter(platform => isWellFormed('platforms', platform)),
    tools: known.tools.filter(tool => isWellFormed('tools', tool)),
  };
  const guide = compileGuide(await readGuideFiles(join(folder, 'guide')), { ...known, listed }, validate);
  const parts = await loadParts(join(scaffold, 'parts'), read);
  problems.push(...parts.problems.map(problem => ({ ...problem, check })));
  problems.push(...guide.problems.map(problem => ({ ...problem, check })));
  return {
    problems,
    texts,
    isWhole: isWhole && guide.isWhole,
    guide,
    catalogue: { choices: choices?.choices ?? [], parts: parts.parts },
    statements: files['source-statements.json']?.statements ?? [],
    knowledge: {
      sections: (sections as QuestionSection[]).map(withoutSchema),
      criteria: (criteria as Criterion[]).map(withoutSchema),
      ...known,
      quantities: files['quantities.json']?.quantities ?? [],
      forms: files['forms.json']?.forms ?? [],
      themes: files['themes.json']?.themes ?? [],
      topics: guide.topics,
      policy: withoutSchema(files['policy.json'] ?? {}),
    },
  };
}

/** What every schema of content/schemas objects to. */
export async function openSchemas(): Promise<Validate> {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  ajv.addFormat('uri', text => URL.canParse(text));
  const schemas = join(contentFolder, 'schemas');
  for (const name of await readdir(schemas)) ajv.addSchema((await readJson(join(schemas, name))) as AnySchema, name);
  return (value, schema) => {
    const validate = ajv.getSchema(`${schema}.schema.json`);
    if (!validate) throw new Error(`No schema ${schema}.`);
    if (validate(value)) return [];
    return objections(validate.errors ?? []).map(({ pointer, message }) => {
      const path = pathOf(pointer);
      return { path, message: `${nameOf(value, path, kindOf(schema))} ${message}` };
    });
  };
}

/** What a file is that answers to a schema, as people speak of it. */
function kindOf(schema: string): string {
  return schema === 'questions' ? 'section' : schema;
}

/** What V8 says of a text that is no JSON, and where. */
function syntaxFault(text: string, error: unknown): Pick<ContentProblem, 'line' | 'message'> {
  const [message = '', position = text.length] = String((error as Error).message).split(/ in JSON at position (\d+)/);
  return { line: lineOf(text, Number(position)), message: `is no JSON: ${message}` };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function withoutSchema<T extends object>(value: T): T {
  const { $schema: _, ...rest } = value as T & { $schema?: string };
  return rest as T;
}
