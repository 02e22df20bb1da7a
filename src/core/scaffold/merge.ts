import { isRecord } from '../language/record';
/** How files that several parts give become one. */
export type Merging = 'yaml' | 'json' | 'lines';

/** How files of this path merge; nothing when only one part may give them. */
export function mergingOf(path: string): Merging | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.ya?ml$/.test(name)) return 'yaml';
  if (/\.json$/.test(name)) return 'json';
  if (/^\.[a-z]*ignore$|^\.env\.example$|^requirements[a-z-]*\.txt$/.test(name)) return 'lines';
  return undefined;
}

/** Texts of JSON, or lists of lines, merged into one, in their order. Throws where two want different values in one place. */
export function mergeTexts(merging: Exclude<Merging, 'yaml'>, texts: readonly string[]): string {
  if (merging === 'lines') return mergeLines(texts);
  const merged = texts.map(text => JSON.parse(text) as unknown).reduce((into, from) => mergeValues(into, from, ''));
  return `${JSON.stringify(sortDependencies(merged), undefined, 2)}\n`;
}

function mergeValues(into: unknown, from: unknown, path: string): unknown {
  if (Array.isArray(into) && Array.isArray(from)) {
    const present = new Set(into.map(item => JSON.stringify(item)));
    return [...into, ...from.filter(item => !present.has(JSON.stringify(item)))];
  }
  if (isRecord(into) && isRecord(from)) {
    const merged: Record<string, unknown> = { ...into };
    for (const [key, value] of Object.entries(from))
      merged[key] = key in merged ? mergeValues(merged[key], value, `${path}/${key}`) : value;
    return merged;
  }
  if (into !== from) throw new Error(`Two parts want different values at ${path}.`);
  return into;
}

/** npm writes dependencies in the order of the alphabet; so does a project that npm will add to. */
function sortDependencies(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) =>
      /^(?:devD|d)ependencies$/.test(key) && isRecord(entry)
        ? [key, Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))]
        : [key, entry],
    ),
  );
}

function mergeLines(texts: readonly string[]): string {
  const lines: string[] = [];
  for (const line of texts.flatMap(text => text.replace(/\n+$/, '').split('\n')))
    if (line === '' || !lines.includes(line)) lines.push(line);
  return `${lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}
