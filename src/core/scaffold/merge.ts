import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

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

/**
 * Texts merged into one, in their order: maps are united, lists are joined, and what is equal stands once. Comments stay
 * with what they speak of. Throws where two texts want different values in one place.
 */
export function mergeTexts(merging: Merging, texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  if (merging === 'lines') return mergeLines(texts);
  if (merging === 'json') {
    const merged = texts.map(text => JSON.parse(text) as unknown).reduce((into, from) => mergeValues(into, from, ''));
    return `${JSON.stringify(sortDependencies(merged), undefined, 2)}\n`;
  }
  if (others.length === 0) return first;
  const document = parseYaml(first);
  for (const text of others) mergeNodes(document.contents, parseYaml(text).contents, '');
  return document.toString({ lineWidth: 0 });
}

/** A YAML text as a tree that keeps comments and the tags of CloudFormation. Throws where it is not YAML. */
function parseYaml(text: string): Document {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw error;
  return document;
}

function mergeNodes(into: unknown, from: unknown, path: string): void {
  if (isMap(into) && isMap(from) && into.tag === from.tag) mergeMaps(into, from, path);
  else if (isSeq(into) && isSeq(from) && into.tag === from.tag) mergeLists(into, from);
  else if (stringify(into) !== stringify(from)) throw new Error(`Two parts want different values at ${path}.`);
}

function mergeMaps(into: YAMLMap, from: YAMLMap, path: string): void {
  giveCommentToFirst(from);
  for (const pair of from.items as Pair<Node, Node>[]) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    const existing = into.items.find(({ key: other }) => String(isScalar(other) ? other.value : other) === key);
    if (existing) mergeNodes(existing.value, pair.value, `${path}/${key}`);
    else into.items.push(path.split('/').length <= 2 && isMap(pair.value) ? setApart(pair) : pair);
  }
}

function mergeLists(into: YAMLSeq, from: YAMLSeq): void {
  const present = new Set(into.items.map(item => stringify(item)));
  giveCommentToFirst(from);
  into.items.push(...from.items.filter(item => !present.has(stringify(item))));
}

/** Resources, jobs and their like stand apart by an empty line. */
function setApart(pair: Pair<Node, Node>): Pair<Node, Node> {
  pair.key.spaceBefore = true;
  return pair;
}

/** The comment above the first entry counts as the collection's; where entries move, it has to move along. */
function giveCommentToFirst(collection: YAMLMap | YAMLSeq): void {
  const [first] = collection.items;
  const node = (isMap(collection) ? (first as Pair | undefined)?.key : first) as Node | undefined;
  if (!node || !collection.commentBefore) return;
  node.commentBefore = collection.commentBefore;
  collection.commentBefore = null;
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
