/**
 * npm run scaffold:write -- DIR [--name NAME] [--CHOICE OPTION] …
 *
 * Writes a project straight from content/, without a build, for whoever works on a part.
 *
 *   --name NAME      of the project; the folder's name unless given
 *   --CHOICE OPTION  a choice of content/scaffold/choices.json, such as --iac sam; several times where several can be had
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Catalogue, openCatalogue, textOf } from '../../src/core/scaffold/catalogue';
import type { Choices } from '../../src/core/scaffold/choices';
import { givenFor, partsFor, someDecision } from '../../src/core/scaffold/parts';
import { plan } from '../../src/core/scaffold/plan';
import { loadCatalogue, requestFor } from './request.mts';

const catalogue = await loadCatalogue();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    ...Object.fromEntries(catalogue.choices.map(({ id }) => [id, { type: 'string', multiple: true } as const])),
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name the folder to write to.');
const given = Object.fromEntries(
  Object.entries(values as Record<string, string | string[]>).flatMap(([id, value]) => {
    const choice = catalogue.questionById.get(id);
    if (!choice || typeof value === 'string') return [];
    return [[id, choice.kind === 'choice' ? (value.at(-1) ?? '') : value.filter(item => item !== 'none')]];
  }),
) as Choices;
const name = typeof values.name === 'string' ? values.name : basename(folder);
const request = requestFor(catalogue, name, given);
const files = plan(withMissingValues(), request);
for (const { path, text } of files) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
console.log(`${files.length} files in ${folder}.`);

/** A part that is not written yet must not keep others from being tried: what it will give is said to be missing. */
function withMissingValues(): Catalogue {
  const parts = partsFor(catalogue, request);
  const texts = parts.flatMap(part => [
    ...Object.values(part.files).map(textOf),
    ...Object.values(part.slots).flatMap(slots => Object.values(slots)),
    ...Object.values(part.values ?? {}).flat(),
  ]);
  const known = new Set(parts.flatMap(part => Object.keys(part.values ?? {})));
  const wanted = new Set(
    texts.flatMap(text => [...text.matchAll(/<% ([a-z][a-z0-9-]*) %>/g)].map(([, value = '']) => value)),
  );
  const given = givenFor({ name: 'name', decision: someDecision });
  const missing = [...wanted].filter(value => !known.has(value) && !Object.hasOwn(given, value));
  if (missing.length === 0) return catalogue;
  console.warn(`No part gives a value for ${missing.join(', ')}.`);
  const stub = {
    id: 'missing',
    title: 'Missing',
    because: 'Stands in for values that no part gives yet.',
    order: 0,
    values: Object.fromEntries(missing.map(value => [value, `MISSING-${value}`])),
    files: {},
    slots: {},
  };
  return openCatalogue({ choices: catalogue.choices, parts: [...catalogue.parts, stub] });
}
