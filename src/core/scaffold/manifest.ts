import type { Catalogue } from './catalogue';
import { type Choices, checkChoices } from './choices';
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

/** The start and the factor of FNV-1a with 32 bits. Source: RFC 9923, February 2026. */
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

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

/** A manifest from its text, or what is wrong with it as a sentence. */
export function parseManifest(catalogue: Catalogue, text: string): { manifest: Manifest } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problem: `${manifestPath} is not JSON (${(error as Error).message}). Restore it from version control.` };
  }
  if (!isRecord(value)) return { problem: `${manifestPath} must hold an object. Restore it from version control.` };
  const { name, choices, files } = value;
  if (value.version !== version)
    return {
      problem: `${manifestPath} has version ${JSON.stringify(value.version)}; this version of Serverless Advisor reads version ${version}.`,
    };
  if (typeof name !== 'string' || checkName(name) !== undefined)
    return { problem: `${manifestPath}: "name" must be the name of the project. Restore it from version control.` };
  if (!isRecord(choices) || !Object.values(choices).every(isChosen))
    return {
      problem: `${manifestPath}: "choices" must name an option, or a list of them, for each choice. Restore it from version control.`,
    };
  if (!isRecord(files) || !Object.entries(files).every(([path, hash]) => isInside(path) && typeof hash === 'string'))
    return {
      problem: `${manifestPath}: "files" must hold a hash for each path inside the project. Restore it from version control.`,
    };
  const [problem] = checkChoices(catalogue, choices as Choices);
  if (problem) return { problem: `${manifestPath}: ${problem.message}` };
  return { manifest: { name, choices: choices as Choices, files: files as Record<string, string> } };
}

/** Whether a path stays inside the project, on every system. */
export function isInside(path: string): boolean {
  return (
    path !== '' &&
    !/^[/\\]|^[A-Za-z]:|\\/.test(path) &&
    path.split('/').every(segment => segment !== '' && segment !== '..' && segment !== '.')
  );
}

/** What the folder remembers of the last time, or nothing; a sentence when it remembers something that cannot be read. */
export async function readManifest(
  catalogue: Catalogue,
  read: ReadFolder,
): Promise<{ manifest: Manifest | undefined } | { problem: string }> {
  const text = (await read([manifestPath])).get(manifestPath);
  if (text === undefined) return { manifest: undefined };
  if (typeof text !== 'string') return { problem: `${manifestPath} is not text. Restore it from version control.` };
  return parseManifest(catalogue, text);
}

function isChosen(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every(item => typeof item === 'string'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
