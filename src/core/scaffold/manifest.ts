import { isRecord } from '../language/record';
import { visibleLine } from '../language/visible';
import { say } from '../language/words';
import type { Catalogue } from './catalogue';
import { type Choices, checkChoices } from './choices';
import { fnvOffset, fnvPrime } from './fnv';
import type { ReadFolder } from './folder';
import { checkName } from './name';

/** The file in which a project remembers what it was made from. */
export const manifestPath = '.serverless-advisor.json';

/** What a project remembers: its choices, and for each generated file the hash of the text as it was generated. */
export interface Manifest {
  readonly name: string;
  readonly choices: Choices;
  /** By path, as `hashOf` gives it. */
  readonly files: Readonly<Record<string, string>>;
}

const version = 1;

/**
 * The hash by which a text is known again: 64 bits as 16 hexadecimal digits, FNV-1a over its UTF-16 code units from two starts. It tells
 * a changed file from an unchanged one and protects from nobody; a cryptographic hash would take longer than all the rest of a plan.
 * Line endings do not count: Git may change them.
 */
export function hashOf(text: string): string {
  let first = fnvOffset;
  let second = ~fnvOffset;
  const plain = text.replaceAll('\r\n', '\n');
  for (let index = 0; index < plain.length; index += 1) {
    const unit = plain.charCodeAt(index);
    first = Math.imul(first ^ unit, fnvPrime);
    second = Math.imul(second ^ unit, fnvPrime);
  }
  return [first, second].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

export function printManifest({ name, choices, files }: Manifest): string {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const about = 'Remembers how this project was made, so that parts can be added to it. Commit it; do not edit it.';
  return `${JSON.stringify({ about, version, name, choices, files: sorted }, undefined, 2)}\n`;
}

/** What a manifest may come to; one of a project with every choice has 30,000 code units, and is three deep. */
const longest = 1_000_000;
const deepest = 8;

/**
 * A manifest from its text, or what is wrong with it as a sentence. Which paths it may name is for the catalogue to say (`previousOf`):
 * whoever writes a manifest can compute any hash.
 */
export function parseManifest(catalogue: Catalogue, text: string): { manifest: Manifest } | { problem: string } {
  // Looked at before anything is parsed: the work of all that follows grows with both.
  if (text.length > longest) return wrong(say('manifest.too-long'));
  if (isDeeper(text, deepest)) return wrong(say('manifest.too-deep'));
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return wrong(say('manifest.no-json', { fault: visibleLine((error as Error).message) }));
  }
  if (!isRecord(value)) return wrong(say('manifest.no-object'));
  const { name, choices, files } = value;
  if (typeof value.version !== 'number') return wrong(say('manifest.no-version'));
  if (value.version !== version)
    return wrong(say('manifest.other-version', { found: String(value.version), known: String(version) }), newerRemedy);
  if (typeof name !== 'string' || checkName(name) !== undefined) return wrong(say('manifest.no-name'));
  if (!isRecord(choices) || !Object.values(choices).every(isChosen)) return wrong(say('manifest.no-choices'));
  if (!isRecord(files) || !Object.values(files).every(hash => typeof hash === 'string'))
    return wrong(say('manifest.no-hashes'));
  const [problem] = checkChoices(catalogue, choices as Choices);
  if (problem)
    return {
      problem: say('manifest.choice-problem', { file: manifestPath, what: problem.message, remedy: say(newerRemedy) }),
    };
  return { manifest: { name, choices: choices as Choices, files: files as Record<string, string> } };
}

const remedy = 'manifest.restore';
/** Another version may have written it. */
const newerRemedy = 'manifest.restore-or-other-version';

function wrong(what: string, help: typeof remedy | typeof newerRemedy = remedy): { problem: string } {
  return { problem: say('manifest.problem', { file: manifestPath, what, remedy: say(help) }) };
}

/** Whether brackets of a JSON text are nested deeper than this. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{}\]]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** What the folder remembers of the last time, or nothing; a sentence when it remembers something that cannot be read. */
export async function readManifest(
  catalogue: Catalogue,
  read: ReadFolder,
): Promise<{ manifest: Manifest | undefined } | { problem: string }> {
  const text = (await read([manifestPath])).get(manifestPath);
  if (text === undefined) return { manifest: undefined };
  if (typeof text !== 'string') return wrong(say('manifest.no-text'));
  return parseManifest(catalogue, text);
}

function isChosen(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every(item => typeof item === 'string'));
}
