/** Writes src/core/content/types.ts, the types of the knowledge, from content/schemas. `--check` only says whether it is current. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

const schemas = fileURLToPath(new URL('../../content/schemas/', import.meta.url));
const target = fileURLToPath(new URL('../../src/core/content/types.ts', import.meta.url));

/** The text of src/core/content/types.ts that the schemas call for. */
export async function printTypes(): Promise<string> {
  const names = (await readdir(schemas)).filter(name => name.endsWith('.schema.json')).sort();
  // One schema that refers to all of them, so that a definition shared by two files becomes one type.
  const all: JSONSchema = {
    title: 'Content',
    description: 'Every kind of file under content/.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map(name => [name.replace('.schema.json', ''), { $ref: name }])),
  };
  const text = await compile(all, 'Content', {
    cwd: schemas,
    bannerComment: '// Made from content/schemas by `npm run build`; edit those instead.',
    style: { singleQuote: true, printWidth: 120 },
    additionalProperties: false,
    strictIndexSignatures: false,
    ignoreMinAndMaxItems: true,
    $refOptions: { resolve: { file: { read: readSchema } } },
  });
  return text;
}

/** A schema without the words beside a `$ref`: they are for people, and would make a second type of the same thing. */
async function readSchema(file: { url: string }): Promise<string> {
  // What comes is a path written as in an address: a space in it is %20.
  const path = file.url.startsWith('file:') ? fileURLToPath(file.url) : decodeURI(file.url);
  return JSON.stringify(
    JSON.parse(await readFile(path, 'utf8'), (_key, value) =>
      value && typeof value === 'object' && typeof value.$ref === 'string' ? { $ref: value.$ref } : value,
    ),
  );
}

export async function writeTypes(): Promise<void> {
  const text = await printTypes();
  if (text !== (await readFile(target, 'utf8').catch(() => ''))) await writeFile(target, text);
}

export async function typesAreCurrent(): Promise<boolean> {
  return (await printTypes()) === (await readFile(target, 'utf8').catch(() => ''));
}
